import { describe, expect, it } from 'vitest'
import { smallDossier } from '../../dossier/testing/smallStory.js'
import { packDossier, unpackDossier } from './packDossier.js'

describe('packDossier', () => {
  const dossier = smallDossier()
  const texts = dossier.documents.map((document) => document.text)

  it('comes back whole with the texts', () => {
    const packed = JSON.parse(JSON.stringify(packDossier(dossier)))
    expect(unpackDossier(packed, texts)).toEqual(dossier)
  })

  it('carries no words of the accounts where they are evidence', () => {
    const packed = JSON.stringify(packDossier(dossier))
    expect(packed).not.toContain('The bridge fell on Monday')
    expect(packed).not.toContain('Four people were hurt')
  })

  it('leaves the dossier as it was', () => {
    const before = JSON.stringify(dossier)
    packDossier(dossier)
    expect(JSON.stringify(dossier)).toBe(before)
  })
})
