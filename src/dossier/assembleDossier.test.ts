import { describe, expect, it } from 'vitest'
import { createDocument } from '../document/index.js'
import { assembleDossier, type DossierFrame } from './assembleDossier.js'
import { checkDossier } from './checkDossier.js'
import { createSpanMaker } from './spans.js'
import { smallComparison } from './testing/smallStory.js'

const FRAME: DossierFrame = {
  version: '0.0.0',
  models: [],
  story: { id: 's1', title: 'The bridge', when: null, where: null },
  leftOut: [],
  diagnostics: [],
}

describe('assembleDossier', () => {
  it('numbers claims by importance, cuts exact words and marks what a contradiction touches as disputed', () => {
    const dossier = checkDossier(assembleDossier(smallComparison(), FRAME))
    expect(dossier.claims.map(({ id, text, status }) => [id, text, status])).toEqual([
      ['c1', 'The bridge fell on Tuesday', 'disputed'],
      ['c2', 'Four people were hurt', 'single'],
    ])
    expect(dossier.conflicts[0]?.claims).toEqual(['c1'])
    expect(dossier.brief[0]).toMatchObject({ text: 'The bridge fell on Monday', claims: ['c1'], disputed: ['k1'] })
    expect(dossier.omissions).toEqual([{ claim: 'c2', document: 'b', why: 'notSaid' }])
    expect(dossier.attributions[0]?.speaker).toEqual({ entity: 'e1', name: 'Ada Lind', others: [] })
  })

  it('shows accounts that were left out, without comparing them', () => {
    const leftOut = [createDocument({ id: 'c', text: 'Die Brücke fiel am Montag.', language: 'de' })]
    const dossier = checkDossier(assembleDossier(smallComparison(), { ...FRAME, leftOut }))
    expect(dossier.documents.map(({ id, compared }) => [id, compared])).toEqual([
      ['a', true],
      ['b', true],
      ['c', false],
    ])
  })

  it('does not change what it is given', () => {
    const comparison = smallComparison()
    const before = JSON.stringify(comparison)
    assembleDossier(comparison, FRAME)
    expect(JSON.stringify(comparison)).toBe(before)
  })
})

describe('createSpanMaker', () => {
  it.each([[{ start: 0, end: 99 }], [{ start: 3, end: 3 }], [{ start: -1, end: 2 }]])(
    'throws SPAN_OUT_OF_RANGE for %j',
    (span) => {
      const document = createDocument({ id: 'a', text: 'abc' })
      expect(() => createSpanMaker([document]).span(document.id, span)).toThrow(
        expect.objectContaining({ code: 'SPAN_OUT_OF_RANGE' }),
      )
    },
  )
})
