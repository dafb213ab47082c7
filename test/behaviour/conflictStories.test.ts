import { describe, expect, it } from 'vitest'
import { createReader } from '../../src/claim/index.js'
import {
  alignClaims,
  type Conflict,
  findConflicts,
  findQuoteConflicts,
  groupQuotes,
  linkEntities,
} from '../../src/compare/index.js'
import { createDocument } from '../../src/document/index.js'
import { BUSINESS, COURTS, type ConflictStory, DISASTERS, OTHERS, POLITICS, type Sides } from './conflictStories.js'

const read = createReader()

function findAll({ texts, published }: ConflictStory): readonly Conflict[] {
  const documents = texts.map((text, at) =>
    read(createDocument({ id: 'ab'[at]!, text, publishedAt: published[at]!, language: 'en' })),
  )
  const entities = linkEntities(documents)
  const groups = groupQuotes(documents, entities)
  const rows = alignClaims(documents, entities, groups)
  return [...findQuoteConflicts(documents, entities, groups), ...findConflicts(documents, entities, rows, groups)]
}

/** Conflicts whose values, or evidence where they are of whole clauses, meet the two phrases on two sides. */
function findAt(
  conflicts: readonly Conflict[],
  { texts }: ConflictStory,
  phrases: Sides,
  byValue: boolean,
): readonly Conflict[] {
  const places = phrases.map((phrase, at) => {
    const start = texts[at]!.indexOf(phrase)
    if (start < 0) throw new Error(`the account does not hold "${phrase}"`)
    return { start, end: start + phrase.length }
  })
  const meets = (side: Conflict['sides'][number], at: 0 | 1): boolean =>
    side.evidence.some(
      ({ documentId, span }) => documentId === 'ab'[at] && span.start < places[at]!.end && places[at]!.start < span.end,
    ) &&
    (!byValue || phrases[at]!.toLowerCase().includes(side.value.toLowerCase()) || side.value.includes(phrases[at]!))
  return conflicts.filter((one) =>
    one.sides.some((x, i) => meets(x, 0) && one.sides.some((y, j) => i !== j && meets(y, 1))),
  )
}

describe.each([...DISASTERS, ...POLITICS, ...COURTS, ...BUSINESS, ...OTHERS])('$name', (story) => {
  const conflicts = findAll(story)
  const name = (list: readonly Conflict[]): readonly string[] => list.map((one) => `${one.strength} ${one.rule.id}`)

  it('shows what cannot both hold as a contradiction', () => {
    for (const sides of story.contradictions) {
      const found = findAt(conflicts, story, sides, false)
      expect(
        found.some((one) => one.strength === 'contradiction'),
        `${sides.join(' | ')}: ${name(found)}`,
      ).toBe(true)
    }
    for (const sides of story.shown ?? []) {
      expect(findAt(conflicts, story, sides, false).length, sides.join(' | ')).toBeGreaterThan(0)
    }
  })

  it('calls nothing a contradiction that precision, time or another matter explains', () => {
    for (const sides of story.explained ?? []) {
      const found = findAt(conflicts, story, sides, true).filter((one) => one.strength === 'contradiction')
      expect(name(found), sides.join(' | ')).toEqual([])
    }
    for (const sides of story.unrelated ?? [])
      expect(name(findAt(conflicts, story, sides, true)), sides.join(' | ')).toEqual([])
    const wanted = [...story.contradictions, ...(story.shown ?? [])]
    const allowed = wanted.flatMap((sides) => findAt(conflicts, story, sides, false))
    const stray = conflicts.filter((one) => one.strength === 'contradiction' && !allowed.includes(one))
    expect(stray.map((one) => `${one.rule.id}: ${one.sides.map((side) => side.value).join(' | ')}`)).toEqual([])
  })
})
