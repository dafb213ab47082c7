import { describe, expect, it } from 'vitest'
import { SynopticError } from '../text/index.js'
import { checkDossier, findViolations } from './checkDossier.js'
import type { Dossier } from './schema.js'
import { smallDossier } from './testing/smallStory.js'

type Draft = { -readonly [K in keyof Dossier]: Dossier[K] }

function broken(change: (dossier: Draft) => void): readonly string[] {
  const dossier = structuredClone(smallDossier())
  change(dossier)
  return findViolations(dossier)
}

describe('checkDossier', () => {
  it('finds nothing wrong with a dossier that holds, also after a trip through JSON', () => {
    expect(findViolations(smallDossier())).toEqual([])
    expect(findViolations(JSON.parse(JSON.stringify(smallDossier())))).toEqual([])
    expect(checkDossier(smallDossier()).story.id).toBe('s1')
  })

  it('throws DOSSIER_INVALID with the place of the fault', () => {
    expect(() => checkDossier({ schema: 'synoptic-dossier/1' })).toThrow(SynopticError)
    const dossier = structuredClone(smallDossier())
    dossier.claims[0]!.evidence[0]!.exact = 'The bridge stood'
    expect(() => checkDossier(dossier)).toThrow(/claims\[0\]\.evidence\[0\]/)
  })

  it.each<[string, (dossier: Draft) => void, RegExp]>([
    ['another schema', (d) => void Object.assign(d, { schema: 'synoptic-dossier/9' }), /schema/],
    ['a span beyond its text', (d) => void (d.claims[0]!.evidence[0]!.end = 9999), /outside its text/],
    [
      'words that are not in the text',
      (d) => void (d.conflicts[0]!.sides[0]!.evidence[0]!.exact = 'on Sunday'),
      /exact words differ/,
    ],
    ['a span in an unknown account', (d) => void (d.claims[0]!.evidence[0]!.document = 'z'), /no document "z"/],
    ['a claim without evidence', (d) => void (d.claims[0]!.evidence = []), /evidence/],
    ['a conflict with one side', (d) => void d.conflicts[0]!.sides.pop(), /sides/],
    ['a probability above one', (d) => void (d.conflicts[0]!.probability = 1.2), /probability/],
    ['an id used twice', (d) => void (d.claims[1]!.id = 'c1'), /used twice/],
    ['documents out of order', (d) => void d.documents.reverse(), /order of their ids/],
    ['a speaker that is no entity', (d) => void (d.attributions[0]!.speaker!.entity = 'e9'), /no entity "e9"/],
    ['a quote group of nothing', (d) => void (d.quoteGroups[0]!.attributions = ['a1', 'a9']), /no attribution "a9"/],
    ['an omission of no claim', (d) => void (d.omissions[0]!.claim = 'c9'), /no claim "c9"/],
    ['a brief line on no conflict', (d) => void (d.brief[0]!.disputed = ['k9']), /no conflict "k9"/],
    [
      'a claim told by an account without evidence',
      (d) => void d.claims[1]!.documents.push('b'),
      /documents and evidence differ/,
    ],
    ['a claim text nobody wrote', (d) => void (d.claims[0]!.text = 'It fell'), /none of its evidence/],
    ['more origins than accounts', (d) => void (d.claims[1]!.independent = 2), /more independent/],
    [
      'an account that tells and is silent',
      (d) => void d.claims[0]!.silent.push({ document: 'a', why: 'notSaid' }),
      /silent/,
    ],
    ['claims out of order', (d) => void d.claims.reverse(), /falling order/],
    ['a side without its account', (d) => void (d.conflicts[0]!.sides[0]!.documents = ['b']), /of a side differ/],
    ['a value nobody wrote', (d) => void (d.conflicts[0]!.sides[0]!.value = 'Sunday'), /value is not in its evidence/],
    ['a self-contradiction over two accounts', (d) => void (d.conflicts[0]!.within = 'a'), /"within"/],
    ['a contradiction that is an update', (d) => void (d.conflicts[0]!.nature = 'update'), /explained away/],
    ['an account in two origins', (d) => void d.origins[0]!.documents.push('b'), /is in 2 of them/],
    ['a copy with nothing shown', (d) => void (d.origins[0]!.kind = 'copy'), /nothing shown/],
    [
      'content of another account',
      (d) => void (d.attributions[0]!.content = d.attributions[1]!.content),
      /words of another account/,
    ],
    ['ragged variants', (d) => void d.quoteGroups[0]!.variants[0]!.pop(), /different length/],
    ['a timeline text nobody wrote', (d) => void (d.timeline[0]!.text = 'A bridge fell'), /timeline/],
    ['a brief text nobody wrote', (d) => void (d.brief[0]!.text = 'A bridge fell'), /brief/],
    ['a label nobody wrote', (d) => void (d.framing.labels[0]!.text = 'boss'), /labels/],
    ['a matter nobody wrote', (d) => void (d.positions[0]!.matter = 'money'), /positions/],
    ['a role nobody wrote', (d) => void (d.entities[0]!.roles[0]!.text = 'mayor'), /role/],
  ])('sees %s', (_, change, message) => {
    expect(broken(change).join('\n')).toMatch(message)
  })
})
