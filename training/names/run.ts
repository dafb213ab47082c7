import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { TRANSITIONS } from '../../src/annotate/names/findNames.js'
import { markPhrases, unpackGazetteer } from '../../src/annotate/names/gazetteer.js'
import { CLASSES, LABEL_COUNT } from '../../src/annotate/names/labels.js'
import { type Lexicon, mix } from '../../src/annotate/names/wordColumns.js'
import { unpackLexicon } from '../../src/annotate/names/lexicon.js'
import { WordMemo } from '../../src/annotate/names/wordMemo.js'
import { buildRows, type WordText } from '../../src/annotate/names/rows.js'
import type { TokenRows } from '../../src/annotate/names/features.js'
import { defaultModelDirectory, readModel } from '../../src/model/index.js'
import { packRows } from '../shared/packRows.js'
import type { TrainedRow } from '../shared/perceptron.js'
import { describeData, writeModel } from '../shared/writeModel.js'
import { cacheFolder, corpora, root } from '../vectors/paths.js'
import { createNameModel } from '../../src/annotate/names/index.js'
import { buildGazetteer } from '../gazetteer/run.js'
import { f1ByClass, scoreOnText, scoreOnTokens } from './devScores.js'
import { harvestNames } from './harvest.js'
import { buildLexicon } from './buildLexicon.js'
import { type CrfData, type CrfWeights, trainCrf } from './crf.js'
import { type FeatureIndex, hashTexts, indexFeatures, numberFeatures } from './encode.js'
import { recaseTexts } from './recase.js'
import { type Corpus, hashDocuments, layOut, readUnseen, trainSecond } from './stages.js'
import { readTrainingTexts } from './texts.js'

// Chosen on dev; see docs/names.md.
const VOCABULARY = 341_479
const MINIMUM_COUNT = 2
const SECOND_MINIMUM_COUNT = 4
const FOLDS = 4
const FIRST = { epochs: 5, rate: 0.05, dropout: 0.4, decay: 0, averaged: 3, seed: 7 }
const SECOND = { epochs: 4, rate: 0.05, dropout: 0.3, decay: 0, averaged: 3, seed: 11 }
/** A weight of 1 becomes this many steps. */
const SCALE = Number(process.env.SYNOPTIC_NAMES_SCALE ?? 80)
/** Features whose weights are all below this are left out. */
const LEAST_ROW = Number(process.env.SYNOPTIC_NAMES_LEAST_ROW ?? 0.04)
/** Weights below this are left out. */
const LEAST = Number(process.env.SYNOPTIC_NAMES_LEAST ?? 0.01)

async function main(): Promise<void> {
  const harvested = existsSync(join(cacheFolder('gazetteer'), 'harvest.json'))
  await buildGazetteer()
  train()
  if (harvested) return
  // The first model reads the news, and the second learns from what it found there.
  harvestNames()
  await buildGazetteer()
  train()
}

function train(): void {
  const lexiconBytes = buildLexicon(VOCABULARY)
  const corpus = readCorpus(unpackLexicon(lexiconBytes))
  const hashed = hashTexts(corpus.rows, corpus.runs)
  const index = indexFeatures(hashed.hashes, MINIMUM_COUNT)
  const data: CrfData = {
    ...numberFeatures(hashed, index),
    labels: corpus.labels,
    sequences: hashed.sequences,
    featureCount: index.size,
  }
  console.log(`${corpus.texts.length} texts, ${corpus.labels.length} tokens, ${index.size} features`)
  // Another tokenizer, lexicon or list gives other features: what was trained on the old ones must not be reused.
  const key = createHash('sha256').update(index.keys).update(corpus.labels).digest('hex').slice(0, 12)
  const first = cachedWeights(`first-${key}`, () => trainCrf(data, { ...FIRST, log }))
  const unseen = cachedReading(`unseen-${key}`, () => readUnseen(corpus, data, FOLDS, { ...FIRST, log }))
  const second = trainSecond(
    hashDocuments(corpus, unseen.labels, data.sequences),
    unseen.scores,
    corpus.labels,
    SECOND_MINIMUM_COUNT,
    { ...SECOND, transitions: first.transitions, log },
  )
  const rows = [
    ...collectRows(first, index, TRANSITIONS[0]),
    ...collectRows(second.model, second.index, TRANSITIONS[1]),
  ]
  writeNames(rows, lexiconBytes)
}

/** Training texts with their words described. */
export function readCorpus(lexicon: Lexicon): Corpus {
  const gazetteer = unpackGazetteer(readModel(defaultModelDirectory('gazetteer')).section('phrases.bin.gz'))
  const plain = readTrainingTexts()
  const texts = [...plain, ...recaseTexts(plain, 5)]
  const describe = (text: WordText): TokenRows => {
    const rows = buildRows(text, new WordMemo(lexicon))
    for (const [from, to] of text.sentences) markPhrases(rows, from, to, gazetteer)
    return rows
  }
  return layOut(texts, texts.map(describe))
}

function log(epoch: number, loss: number): void {
  console.log(`epoch ${epoch}: ${loss.toFixed(5)} nats a token, ${Math.round(process.uptime())} s`)
}

function writeNames(rows: readonly TrainedRow[], lexiconBytes: Uint8Array): void {
  const directory = join(root, 'models', 'names')
  const sections = { 'weights.bin.gz': packRows(rows, { scale: SCALE }), 'lexicon.bin.gz': lexiconBytes }
  const manifest = {
    task: 'names',
    version: '3',
    labels: ['O', ...CLASSES.flatMap((name) => ['B', 'I', 'E', 'S'].map((part) => `${part}-${name}`))],
    features: [
      'words, shapes, affixes',
      'word clusters, classes and kinds',
      'capitalised runs',
      'listed places, given names, people and bodies',
      'the first reading of the same words elsewhere in the text',
    ],
    command: 'npx tsx training/names/run.ts',
    seed: FIRST.seed,
    data: [describeData('ner/train', 'see card.md', join(corpora, 'ner', 'train.jsonl.gz'))],
  }
  writeModel(directory, { ...manifest, scores: { scale: SCALE } }, sections)
  const model = createNameModel(readModel(directory), readModel(defaultModelDirectory('gazetteer')))
  const scores = {
    scale: SCALE,
    'F1, dev, corpus tokens': f1ByClass(scoreOnTokens(model)),
    'F1, dev, raw text': f1ByClass(scoreOnText(model)),
  }
  const { files } = writeModel(directory, { ...manifest, scores }, sections)
  console.log(scores, files)
}

function collectRows(model: CrfWeights, index: FeatureIndex, template: number): TrainedRow[] {
  const rows: TrainedRow[] = []
  const push = (hash: number, values: Float32Array, least: number, leastRow: number): void => {
    const cells: [number, number][] = []
    values.forEach((value, label) => {
      if (Math.abs(value) >= least) cells.push([label, value])
    })
    if (cells.some(([, value]) => Math.abs(value) >= leastRow)) rows.push({ hash, cells })
  }
  for (let slot = 0; slot < index.keys.length; slot++) {
    if (index.keys[slot] === 0) continue
    const number = index.values[slot] as number
    push(
      index.keys[slot] as number,
      model.weights.subarray(number * LABEL_COUNT, (number + 1) * LABEL_COUNT),
      LEAST,
      LEAST_ROW,
    )
  }
  for (let label = 0; label < LABEL_COUNT; label++) {
    push(mix(template, label), model.transitions.subarray(label * LABEL_COUNT, (label + 1) * LABEL_COUNT), 0, 0)
  }
  return rows
}

/** Weights kept in the cache: remove `.cache/names` to train afresh. */
function cachedWeights(name: string, train: () => CrfWeights): CrfWeights {
  const file = join(cacheFolder('names'), `${name}.f32`)
  if (!existsSync(file)) {
    const { weights, transitions } = train()
    writeFileSync(file, Buffer.concat([bytesOf(transitions), bytesOf(weights)]))
  }
  const values = floatsOf(readFileSync(file))
  return { transitions: values.subarray(0, LABEL_COUNT ** 2), weights: values.subarray(LABEL_COUNT ** 2) }
}

function cachedReading(
  name: string,
  read: () => { scores: Float32Array; labels: Uint8Array },
): { scores: Float32Array; labels: Uint8Array } {
  const folder = cacheFolder('names')
  const file = join(folder, `${name}.f32`)
  if (!existsSync(file)) {
    const { scores, labels } = read()
    writeFileSync(join(folder, `${name}.u8`), labels)
    writeFileSync(file, bytesOf(scores))
  }
  return { scores: floatsOf(readFileSync(file)), labels: new Uint8Array(readFileSync(join(folder, `${name}.u8`))) }
}

function bytesOf(values: Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
}

function floatsOf(bytes: Buffer): Float32Array {
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
}

if (process.argv[1]?.endsWith('names/run.ts')) await main()
