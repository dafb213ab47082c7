import { describe, expect, it } from 'vitest'
import type { Time } from '../../annotate/index.js'
import type { Claim } from '../../claim/index.js'
import { createDocument, type Document } from '../../document/index.js'
import type { ClaimRow, Conflict } from '../findings.js'
import { findTimeline } from './findTimeline.js'

/** An account of one claim; its times stand between `[ ]`, its nouns end in `_` (which stay in the text). */
function account(id: string, marked: string, attribution: 'direct' | null = null): Document {
  const times: Time[] = []
  let text = ''
  for (const [, words, plain] of marked.matchAll(/\[([^\]]+)\]|([^[]+)/g)) {
    if (words !== undefined) times.push({ ...when(words), start: text.length, end: text.length + words.length } as Time)
    text += words ?? plain
  }
  const terms = [...text.matchAll(/\w+/g)].map((match) => ({
    lemma: match[0],
    start: match.index,
    end: match.index + match[0].length,
    pos: match[0].endsWith('_') ? 'NOUN' : 'VERB',
  }))
  const claim = {
    start: 0,
    end: text.length,
    negated: false,
    modality: 'asserted',
    attribution: attribution === null ? -1 : 0,
    times: [...times.keys()],
    terms,
  } as unknown as Claim
  const attributions = attribution === null ? [] : [{ kind: attribution }]
  return { ...createDocument({ id, text }), layers: { claims: [claim], times, attributions: attributions as never } }
}

function when(words: string): Partial<Time> {
  const year = /^\d{4}$/.test(words)
  const day = words.includes('5') ? '2026-03-05' : '2026-03-04'
  return {
    type: 'date',
    precision: year ? 'year' : 'day',
    range: year ? { start: `${words}-01-01`, end: `${words}-12-31` } : { start: day, end: day },
  }
}

const ROW: ClaimRow = { id: 'r1', cells: [[0], [0]], importance: 0.5 }

function steps(documents: readonly Document[], conflicts: readonly Conflict[] = []): readonly string[] {
  const row = { ...ROW, cells: documents.map(() => [0]) }
  return findTimeline(documents, [row], conflicts).map(
    ({ when, evidence, disputed }) =>
      `${when.start} ${evidence.map(({ documentId }) => documentId).join('+')}${disputed ? ' disputed' : ''}`,
  )
}

describe('findTimeline', () => {
  it('gives one step for each date of a row', () => {
    const told = [
      account('a', 'It sank on [4 March]'),
      account('b', 'On [4 March] it sank'),
      account('c', 'It sank [5th]'),
    ]
    expect(steps(told)).toEqual(['2026-03-04 a+b', '2026-03-05 c'])
  })

  it('takes the finest date of a clause', () => {
    expect(steps([account('a', 'Built in [1990] it sank on [4 March]')])).toEqual(['2026-03-04 a'])
  })

  it.each([
    ['the day a post was posted', 'It sank — Ada Lind (@adalind) [4 March]'],
    ['a year that says which thing is meant', 'It cuts them below [1990] levels_'],
  ])('leaves out %s', (_, text) => {
    expect(steps([account('a', text)])).toEqual([])
  })

  it('leaves out what a speaker counts from the day of speaking', () => {
    expect(steps([account('a', 'I want it [today]', 'direct')])).toEqual([])
    expect(steps([account('a', 'I want it [today]')])).toEqual(['2026-03-04 a'])
  })

  it('marks a step whose date accounts dispute', () => {
    const told = account('a', 'It sank on [4 March]')
    const conflict = {
      kind: 'date',
      sides: [{ evidence: [{ documentId: 'a', span: { start: 0, end: 7 } }] }],
    } as unknown as Conflict
    expect(steps([told], [conflict])).toEqual(['2026-03-04 a disputed'])
  })

  it('gives nothing for no rows', () => {
    expect(findTimeline([], [], [])).toEqual([])
  })
})
