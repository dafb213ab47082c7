import { CopyIndex, fingerprint, hashShingles, hashWords } from '../../src/story/index.js'

/** Precision, recall and F1 of pairs of accounts called copies. */
export interface PairScore {
  readonly wanted: number
  readonly found: number
  readonly right: number
  readonly f1: number
}

/** How a copy was made from its original. */
export const KINDS = ['cut', 'headline changed', 'words swapped', 'merged'] as const

/** A made copy with the accounts that it shares at least half of the shorter one's text with. */
export interface SeededCopy {
  readonly id: string
  readonly kind: (typeof KINDS)[number]
  readonly text: string
  readonly originals: readonly string[]
}

const RUN = 5

/**
 * A copy of each kind in turn, from every fourth text: the first 55 to 95 per cent of the sentences, a new headline and first
 * sentence, one word in twelve put in place of another, or half to nine tenths of two texts one after the other. Made by a fixed
 * sequence of numbers.
 */
export function seedCopies(texts: readonly { readonly id: string; readonly text: string }[]): readonly SeededCopy[] {
  const random = sequence(7)
  const copies: SeededCopy[] = []
  for (let i = 0; i + 1 < texts.length; i += 4) {
    const kind = KINDS[(i / 4) % KINDS.length]!
    const [first, second] = [texts[i]!, texts[i + 1]!]
    const part = (text: string, least: number, most: number): string => {
      const sentences = text.split(/(?<=[.!?]["”]?)\s+/)
      return sentences.slice(0, Math.ceil(sentences.length * (least + (most - least) * random()))).join(' ')
    }
    const make = (): { text: string; originals: readonly string[] } => {
      switch (kind) {
        case 'cut':
          return { text: part(first.text, 0.55, 0.95), originals: [first.id] }
        case 'headline changed':
          return {
            text: `What we know so far\n\n${first.text.replace(/^[^.!?]*[.!?]/, 'Our own staff tells it so.')}`,
            originals: [first.id],
          }
        case 'words swapped':
          return { text: swapWords(first.text, random), originals: [first.id] }
        case 'merged':
          return {
            text: `${part(first.text, 0.5, 0.9)}\n\n${part(second.text, 0.5, 0.9)}`,
            originals: [first.id, second.id],
          }
      }
    }
    copies.push({ id: `copy-${i}`, kind, ...make() })
  }
  return copies
}

/** One word in twelve becomes another word of the text. */
function swapWords(text: string, random: () => number): string {
  const parts = text.split(/(\s+)/)
  const words = parts.filter((_, i) => i % 2 === 0)
  return parts
    .map((part, i) => (i % 2 === 0 && random() < 1 / 12 ? words[Math.floor(random() * words.length)]! : part))
    .join('')
}

/** Finds copies among originals and seeded copies, and scores the pairs; `sameText` are pairs of originals that are copies themselves. */
export function scoreCopies(
  texts: readonly { readonly id: string; readonly text: string }[],
  copies: readonly SeededCopy[],
  alike: (a: string, b: string) => boolean,
): { readonly all: PairScore; readonly byKind: ReadonlyMap<string, PairScore> } {
  const index = new CopyIndex<string>()
  for (const { id, text } of texts) index.add(id, print(text))
  const tally = new Map<string, { wanted: number; found: number; right: number }>()
  for (const kind of [...KINDS, 'all']) tally.set(kind, { wanted: 0, found: 0, right: 0 })
  for (const { kind, text, originals } of copies) {
    const found = index.find(print(text)).map(({ key }) => key)
    // An original that is a copy of another original makes its copies copies of both.
    const wanted = new Set(
      texts.map(({ id }) => id).filter((id) => originals.some((original) => original === id || alike(original, id))),
    )
    for (const counts of [tally.get(kind)!, tally.get('all')!]) {
      counts.wanted += wanted.size
      counts.found += found.length
      counts.right += found.filter((id) => wanted.has(id)).length
    }
  }
  const score = ({ wanted, found, right }: { wanted: number; found: number; right: number }): PairScore => ({
    wanted,
    found,
    right,
    f1: (2 * right) / (wanted + found),
  })
  const byKind = new Map(KINDS.map((kind) => [kind, score(tally.get(kind)!)]))
  return { all: score(tally.get('all')!), byKind }
}

function print(text: string) {
  return fingerprint(hashShingles(hashWords(text), RUN))
}

function sequence(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}
