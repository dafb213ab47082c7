import { describe, expect, it } from 'vitest'
import type { Dossier, DossierClaim, DossierConflict, DossierDocument } from '../../dossier/index.js'
import { createCoverage, letterOf } from './coverage.js'

const documents = ['a', 'b', 'c'].map((id) => ({ id }) as DossierDocument)

function claim(tellers: readonly string[], silent: DossierClaim['silent'] = []): DossierClaim {
  return { id: 'c1', documents: [...tellers], silent } as unknown as DossierClaim
}

function conflict(id: string, sides: readonly string[]): DossierConflict {
  return {
    id,
    claims: ['c1'],
    sides: sides.map((ids) => ({ documents: [...ids] })),
  } as unknown as DossierConflict
}

function row(conflicts: readonly DossierConflict[], told = claim(['a', 'b', 'c'])): string {
  const cells = createCoverage({ conflicts } as unknown as Dossier, documents)(told)
  return cells
    .map(({ state, conflict, side }) => (side === null ? state : `${letterOf(side)} of ${conflict}`))
    .join(', ')
}

describe('createCoverage', () => {
  it('gives each account its side of the conflict', () => {
    expect(row([conflict('k1', ['a', 'bc'])])).toBe('A of k1, B of k1, B of k1')
  })

  it('shows one conflict in a row, the one that parts most accounts', () => {
    expect(row([conflict('k1', ['a', 'b']), conflict('k2', ['c', 'a', 'b'])])).toBe('B of k2, C of k2, A of k2')
  })

  it('takes the first of conflicts that part as many', () => {
    expect(row([conflict('k1', ['a', 'b']), conflict('k2', ['b', 'c'])])).toBe('A of k1, B of k1, tells')
  })

  it('shows no letters where all stand on one side', () => {
    expect(row([conflict('k1', ['ab', 'b'])])).toBe('tells, tells, tells')
  })

  it('says why an account is silent', () => {
    expect(row([], claim(['a'], [{ document: 'b', why: 'notYetKnown' }]))).toBe('tells, notYetKnown, unlisted')
  })
})
