import { readPlace } from '../shared/readPlace.js'
import type { GoldConflict } from './goldExamples.js'

/** One story of `differences.tsv`: ids of its accounts and what they tell differently. */
export interface OwnDifferences {
  readonly story: string
  readonly documents: readonly string[]
  readonly conflicts: readonly GoldConflict[]
}

const STRENGTHS = { C: 'contradiction', T: 'tension' } as const

/**
 * Our own marks of what accounts of a development story tell differently: ids and offsets, no text.
 *
 * A line `story`, id, ids of the accounts opens a story; each line after it is a difference: `C` or `T`, its kind, then two sides or more, each
 * the letter of an account and offsets, joined by `+` where accounts agree; all between tabs.
 *
 * @throws Error for any other line
 */
export function readDifferences(text: string): readonly OwnDifferences[] {
  const stories: { story: string; documents: readonly string[]; conflicts: GoldConflict[] }[] = []
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const [head, kind, ...rest] = line.split('\t')
    if (head === 'story') {
      stories.push({ story: kind ?? '', documents: rest, conflicts: [] })
      continue
    }
    const current = stories.at(-1)
    if (current === undefined || (head !== 'C' && head !== 'T') || kind === undefined || rest.length < 2)
      throw new Error(`differences.tsv: expected C or T, a kind and two sides between tabs, got "${line}"`)
    current.conflicts.push({
      id: `k${current.conflicts.length + 1}`,
      kind,
      strength: STRENGTHS[head],
      sides: rest.map((side) => readSide(side, current.documents, line)),
    })
  }
  return stories
}

function readSide(side: string, documents: readonly string[], line: string): GoldConflict['sides'][number] {
  const spans = side.split('+').map((place) => {
    const span = readPlace(place, documents)
    if (span === null)
      throw new Error(`differences.tsv: expected a letter of an account and offsets, got "${place}" in "${line}"`)
    return span
  })
  return { spans }
}
