import { describe, expect, it } from 'vitest'
import { compileDossier, findViolations, type Dossier } from '../src/dossier/index.js'
import { createDocument, type Document, readInputs } from '../src/document/index.js'

const STORIES = ['alaska-summit', 'mill-creek-recall']

async function load(name: string): Promise<readonly Document[]> {
  const { documents, diagnostics } = await readInputs([`examples/${name}`])
  expect(diagnostics).toEqual([])
  return documents
}

/** Findings without what names the input set itself. */
const findings = (dossier: Dossier) => JSON.stringify({ ...dossier, story: null })

describe.each(STORIES)('example story %s', (name) => {
  it('gives a dossier that holds', async () => {
    const dossier = compileDossier(await load(name))
    expect(findViolations(dossier)).toEqual([])
    expect(dossier.conflicts.length).toBeGreaterThan(0)
    expect(dossier.claims.some((claim) => claim.documents.length > 1)).toBe(true)
    expect(dossier.brief.length).toBeGreaterThan(0)
    expect(dossier.quoteGroups.some((group) => group.attributions.length > 1)).toBe(true)
  })

  it('gives the same findings whatever the order of the accounts, and the same bytes twice', async () => {
    const documents = await load(name)
    const dossier = compileDossier(documents)
    const reversed = compileDossier([...documents].reverse())
    expect(JSON.stringify(reversed)).toBe(JSON.stringify(dossier))
  })

  it('adds no conflict and no independent confirmation for a verbatim copy', async () => {
    const documents = await load(name)
    const original = documents[0]!
    const copy = createDocument({ ...original, id: `${original.id}-copy`, outlet: 'Another outlet' })
    const before = compileDossier(documents)
    const after = compileDossier([...documents, copy])
    expect(findViolations(after)).toEqual([])
    const pairs = (dossier: Dossier) =>
      dossier.conflicts
        .map(
          (conflict) =>
            `${conflict.kind} ${conflict.sides.map((side) => side.evidence.filter((span) => span.document !== copy.id).map((span) => `${span.document}:${span.start}`)).join('|')}`,
        )
        .sort()
    // None may be added. One may fall below its threshold, since a copy changes how rare words are in the story: see docs/quality.md.
    expect(pairs(after).filter((pair) => !pairs(before).includes(pair))).toEqual([])
    expect(
      after.origins.find((origin) => origin.documents.includes(copy.id) && origin.kind !== 'shared-passage')?.documents,
    ).toContain(original.id)
    const independent = (dossier: Dossier) => Math.max(...dossier.claims.map((claim) => claim.independent))
    // None more. A row may lose a telling near its threshold, for the same reason.
    expect(independent(after)).toBeLessThanOrEqual(independent(before))
    for (const claim of after.claims) {
      if (claim.documents.every((id) => id === original.id || id === copy.id)) expect(claim.independent).toBe(1)
    }
  })

  it('finds no contradiction in an account that is compared with itself', async () => {
    for (const document of await load(name)) {
      const copy = createDocument({ ...document, id: `${document.id}-copy` })
      const dossier = compileDossier([document, copy])
      expect(dossier.conflicts.filter((conflict) => conflict.within === null)).toEqual([])
    }
  })
})

describe('an empty story', () => {
  it('gives an empty dossier with a diagnostic', () => {
    const dossier = compileDossier([])
    expect(findViolations(dossier)).toEqual([])
    expect(dossier.diagnostics.map((diagnostic) => diagnostic.code)).toEqual(['TOO_FEW_DOCUMENTS'])
    expect(findings(dossier)).toContain('"claims":[]')
  })
})
