import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createDocument } from '../../src/document/createDocument.js'
import type { Document } from '../../src/document/document.js'

/** A seeded generator of numbers in [0, 1) (mulberry32), so that every run measures the same texts. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

// 18 sentences, about 2.5 KB: the length of a short news article.
const SENTENCES = 18
// Two in five sentences tell the common event, the others something of the account's own, as in the gold stories.
const COMMON = 0.4

const NAMES =
  'Arden Bellamy Castor Dray Ellery Fenwick Garrow Hollis Imber Jessop Keane Lorne Marlow Norden Orrin Pell Quill Rusk Sayer Tarn'.split(
    ' ',
  )
const PLACES =
  'Alder Birch Cedar Dover Elm Fern Glen Hazel Ivy Juniper Kestrel Linden Maple Nettle Oak Pine Quarry Rowan Spruce Thorn'.split(
    ' ',
  )
const ACTS =
  'praised,criticised,visited,closed,reopened,inspected,bought,sold,repaired,described,measured,promised to rebuild'.split(
    ',',
  )
const THINGS =
  'the old bridge,the town library,a new school,the ferry line,the water works,a row of shops,the hospital wing,the market hall'.split(
    ',',
  )

/**
 * A story of `count` accounts: sentences of an example story, some with a figure changed, among sentences of the account's own.
 *
 * Own sentences are made from small grammars with random names and figures, so that texts do not repeat as a whole.
 */
export function makeStory(count: number, folder = 'examples/alaska-summit'): readonly Document[] {
  const common = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) =>
      (JSON.parse(readFileSync(join(folder, file), 'utf8')) as { text: string }).text.split(/(?<=[.!?]”?)\s+/),
    )
    .filter((sentence) => sentence.length > 30)
  const random = createRandom(7)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const own = (): string =>
    `${pick(NAMES)} ${pick(NAMES)}, ${20 + Math.floor(random() * 60)}, ${pick(ACTS)} ${pick(THINGS)} in ${pick(PLACES)} ${pick(['Falls', 'Creek', 'Hill', 'Bay'])} on ${pick(['Monday', 'Tuesday', 'Friday'])}, ` +
    `${pick(['where', 'and'])} ${Math.floor(random() * 900) + 10} people ${pick(['live', 'work', 'came to watch', 'signed a petition'])}${random() < 0.3 ? `, “and ${pick(NAMES)} knows it,” said ${pick(NAMES)}` : ''}.`
  return Array.from({ length: count }, (_, i) => {
    const sentences = Array.from({ length: SENTENCES }, () => (random() < COMMON ? vary(pick(common), random) : own()))
    const paragraphs: string[] = []
    for (let s = 0; s < sentences.length; s += 3) paragraphs.push(sentences.slice(s, s + 3).join(' '))
    return createDocument({
      id: `account-${String(i).padStart(5, '0')}`,
      text: paragraphs.join('\n\n'),
      language: 'en',
      publishedAt: '2025-08-16',
    })
  })
}

/** Changes a figure in one of eight sentences that have one. */
function vary(sentence: string, random: () => number): string {
  if (random() > 1 / 8) return sentence
  return sentence.replace(/\b\d{1,3}\b/, (digits) => String(Number(digits) + 1 + Math.floor(random() * 5)))
}
