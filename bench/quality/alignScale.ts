/**
 * How the cost of aligning grows with the accounts of one story: `npx tsx bench/quality/alignScale.ts [accounts …]`.
 *
 * Makes stories of invented accounts that tell a part of 400 invented matters each in varied words, and prints seconds and memory.
 */
import { findSilences, writeBrief } from '../../src/compare/index.js'
import { alignClaims } from '../../src/compare/align/alignClaims.js'
import type { Claim } from '../../src/claim/index.js'
import { createDocument, type Document } from '../../src/document/index.js'
import { createRandom } from '../../training/align/boost.js'

const MATTERS = 400
const TOLD = 40

function main(): void {
  const sizes = process.argv.slice(2).map(Number)
  for (const size of sizes.length > 0 ? sizes : [100, 200, 400, 800]) {
    const documents = makeStory(size)
    const started = performance.now()
    const rows = alignClaims(documents, [])
    const aligned = performance.now()
    findSilences(rows, documents)
    writeBrief(rows, documents, [])
    const seconds = (from: number, to: number): string => ((to - from) / 1000).toFixed(1)
    console.log(
      `${size} accounts, ${size * TOLD} claims: rows ${rows.length}, aligning ${seconds(started, aligned)} s, silence and brief ${seconds(aligned, performance.now())} s, resident ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`,
    )
  }
}

function makeStory(size: number): readonly Document[] {
  const random = createRandom(99)
  const word = (): string =>
    Array.from(
      { length: 3 },
      () => 'bdfklmnprst'[Math.floor(random() * 11)]! + 'aeiou'[Math.floor(random() * 5)]!,
    ).join('')
  const vocabulary = Array.from({ length: 3000 }, word)
  const pick = (): string => vocabulary[Math.floor(random() ** 2 * vocabulary.length)]!
  const matters = Array.from({ length: MATTERS }, () => Array.from({ length: 10 }, pick))
  return Array.from({ length: size }, (_, n) => {
    const lines = Array.from({ length: TOLD }, () =>
      // Early matters are told by many; two words in ten are an account's own.
      matters[Math.floor(random() ** 2 * MATTERS)]!.map((own) => (random() < 0.2 ? pick() : own)),
    )
    return makeAccount(`account-${String(n).padStart(5, '0')}`, lines)
  })
}

function makeAccount(id: string, lines: readonly (readonly string[])[]): Document {
  let at = 0
  const claims = lines.map((words, sentence): Claim => {
    const start = at
    const terms = words.map((lemma, i) => {
      const from = at
      at += lemma.length + 1
      return { lemma, start: from, end: at - 1, pos: i === 3 ? 'VERB' : 'NOUN' }
    })
    return {
      start,
      end: at - 1,
      sentence,
      voice: 'reporter',
      attribution: -1,
      predicate: { lemma: words[3]!, span: { start: terms[3]!.start, end: terms[3]!.end } },
      negated: false,
      modality: 'asserted',
      tense: 'past',
      background: false,
      participants: [],
      times: [],
      quantities: [],
      entities: [],
      terms,
    }
  })
  const sentences = claims.map(({ start, end }, paragraph) => ({
    start,
    end,
    firstToken: 0,
    endToken: 0,
    paragraph,
    kind: 'text' as const,
  }))
  const none = { mentions: [], entities: [], times: [], quantities: [], attributions: [] }
  const text = lines.map((words) => words.join(' ')).join('\n')
  return { ...createDocument({ id, text }), layers: { ...none, sentences, claims } }
}

main()
