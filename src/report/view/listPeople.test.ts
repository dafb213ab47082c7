import { describe, expect, it } from 'vitest'
import type { DossierEntity } from '../../dossier/index.js'
import { listPeople } from './listPeople.js'

function entity(name: string, type: DossierEntity['type'], roles: readonly string[] = []): DossierEntity {
  return {
    id: name,
    name,
    type,
    detail: type,
    aliases: [],
    roles: roles.map((text) => ({ text, evidence: [] })),
    mentions: [],
  }
}

describe('listPeople', () => {
  it.each([
    ['Ana Ruiz', true],
    ['the Red Cross', true],
    ['van der Berg', true],
    ['The presidents of Peru', false],
    ['Its largest employer', false],
    ['No Peruvian leader', false],
    ['a father', false],
  ])('%s is a name: %s', (name, named) => {
    expect(listPeople([entity(name, 'person')])).toHaveLength(named ? 1 : 0)
  })

  it('keeps bodies only with what they are said to be, and no places', () => {
    const all = [
      entity('Acme', 'organization'),
      entity('Orla', 'organization', ['the carrier']),
      entity('Lima', 'place'),
    ]
    expect(listPeople(all).map(({ name }) => name)).toEqual(['Orla'])
  })
})
