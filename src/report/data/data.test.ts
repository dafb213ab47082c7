import { describe, expect, it } from 'vitest'
import { dossierJsonSchema } from '../../dossier/index.js'
import { KEY_ORDER, renderJson } from './renderJson.js'
import { renderJsonLd } from './renderJsonLd.js'
import { quoteCell } from './writeCsv.js'
import { smallDossier } from '../../dossier/testing/smallStory.js'

function listProperties(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const own = 'properties' in schema ? Object.keys(schema.properties as object) : []
  return [...own, ...Object.values(schema).flatMap(listProperties)]
}

describe('renderJson', () => {
  it('has a place for every key of the schema', () => {
    expect([...new Set(listProperties(dossierJsonSchema()))].filter((key) => !KEY_ORDER.includes(key))).toEqual([])
  })

  it('gives equal bytes for equal dossiers, whatever the order of their keys', () => {
    const dossier = smallDossier()
    const turned = Object.fromEntries(Object.entries(dossier).reverse()) as unknown as typeof dossier
    expect(renderJson(turned)).toBe(renderJson(dossier))
    expect(JSON.parse(renderJson(dossier))).toEqual(dossier)
  })
})

describe('renderJsonLd', () => {
  it('counts positions in code points and quotes with context', () => {
    const dossier = smallDossier()
    const text = `😀 ${dossier.documents[0]!.text}`
    const start = text.indexOf('bridge')
    const span = { document: 'a', start, end: start + 6, exact: 'bridge' }
    const moved = {
      ...dossier,
      documents: [{ ...dossier.documents[0]!, text }],
      ...{ conflicts: [], claims: [], attributions: [], entities: [], timeline: [], positions: [], origins: [] },
      framing: { labels: [], loaded: [] },
      brief: [{ text: 'bridge', evidence: [span], claims: [], disputed: [] }],
    }
    const [item] = JSON.parse(renderJsonLd(moved)).first.items
    expect(item.target).toEqual([
      {
        source: 'urn:synoptic:account:a',
        selector: [
          { type: 'TextPositionSelector', start: start - 1, end: start + 5 },
          { type: 'TextQuoteSelector', exact: 'bridge', prefix: '😀 The ', suffix: text.slice(start + 6, start + 38) },
        ],
      },
    ])
  })

  it('gives one target for every span of a finding', () => {
    const dossier = smallDossier()
    const items: { id: string; target: unknown[] }[] = JSON.parse(renderJsonLd(dossier)).first.items
    const claim = items.find(({ id }) => id.endsWith('claim%3Ac1'))
    expect(claim?.target).toHaveLength(dossier.claims[0]!.evidence.length)
  })
})

describe('quoteCell', () => {
  it.each([
    [null, ''],
    [0.5, '0.5'],
    [-3, '-3'],
    [true, 'true'],
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "no"', '"say ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['@x', "'@x"],
    ['+4 percent', "'+4 percent"],
  ])('%s becomes %s', (value, expected) => {
    expect(quoteCell(value)).toBe(expected)
  })
})
