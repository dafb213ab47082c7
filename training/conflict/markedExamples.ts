import { readFileSync } from 'node:fs'
import { readDevStories } from '../../bench/seeded/readStories.js'
import { FAMILIES, type Family, getFamily } from '../../src/compare/conflict/features.js'
import type { ScoredInput } from '../../src/compare/conflict/findCandidates.js'
import type { TreeModel } from '../../src/compare/conflict/trees.js'
import { createCandidateFinder, getPlace } from './storyCandidates.js'

/** A candidate of a development story with what a reader says of it. */
export interface MarkedExample {
  readonly values: readonly number[]
  readonly family: Family
  readonly real: number
  readonly contradiction: number
  /** One mark counts as one example, however many pairs of clauses raise its difference. */
  readonly weight: number
  readonly group: string
}

/** One line of `marks.tsv`. */
export interface Mark {
  readonly story: string
  readonly family: Family
  /** `document:start-end` of both sides, sorted. */
  readonly site: string
  /** `C`: contradiction, `T`: tension, `N`: neither. */
  readonly mark: 'C' | 'T' | 'N'
}

/**
 * Our own marks of differences between accounts of the training third of the development stories: ids and offsets, no text.
 *
 * @throws Error for a line that is not `story family document:start-end document:start-end C|T|N`, tab-separated
 */
export function readMarks(text: string): readonly Mark[] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [story, family, a, b, mark] = line.split('\t')
      const known = FAMILIES.find((one) => one === family)
      if (
        story === undefined ||
        known === undefined ||
        a === undefined ||
        b === undefined ||
        !/^[CTN]$/.test(mark ?? '')
      )
        throw new Error(`marks.tsv: expected story, family, two places and C, T or N between tabs, got "${line}"`)
      return { story, family: known, site: [a, b].sort().join(' '), mark: mark as Mark['mark'] }
    })
}

/** Candidates that carry a mark, found anew: a mark whose difference is no longer raised is left out. About a minute for 280 stories. */
export function loadMarkedExamples(matter: TreeModel): readonly MarkedExample[] {
  const marks = readMarks(readFileSync(new URL('marks.tsv', import.meta.url), 'utf8'))
  const bySite = new Map(marks.map((one) => [`${one.story} ${one.family} ${one.site}`, one.mark]))
  const wanted = new Set(marks.map((one) => one.story))
  const find = createCandidateFinder(matter)
  return readDevStories()
    .filter((story) => wanted.has(story.story))
    .flatMap((story) => {
      const { ids, inputs } = find(story.documents.filter((document) => document.text.length <= LONGEST_TEXT))
      const found = inputs.flatMap((input) => {
        const key = `${story.story} ${getFamily(input.candidate)} ${getSite(input, ids)}`
        const mark = bySite.get(key)
        return mark === undefined ? [] : [{ input, key, mark }]
      })
      const counts = new Map<string, number>()
      for (const { key } of found) counts.set(key, (counts.get(key) ?? 0) + 1)
      return found.map(
        ({ input, key, mark }): MarkedExample => ({
          values: input.values,
          family: getFamily(input.candidate),
          real: Number(mark !== 'N'),
          contradiction: Number(mark === 'C'),
          weight: 1 / counts.get(key)!,
          group: story.story,
        }),
      )
    })
}

// Live blogs were not read.
const LONGEST_TEXT = 15_000

/** Both places of a difference, as a mark names them. */
function getSite({ candidate }: ScoredInput, ids: readonly string[]): string {
  return [candidate.a, candidate.b]
    .map((side) => {
      const { start, end } = getPlace(candidate, side)
      return `${ids[side.account]}:${start}-${end}`
    })
    .sort()
    .join(' ')
}
