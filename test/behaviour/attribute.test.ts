import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  createCoreference,
  createNames,
  createQuantities,
  createSyntax,
  createTimes,
  runPipeline,
} from '../../src/annotate/index.js'
import { createAttributor } from '../../src/attribute/index.js'
import { createDocument } from '../../src/document/index.js'

const components = [
  createSyntax(),
  createNames(),
  createTimes(),
  createQuantities(),
  createCoreference(),
  createAttributor(),
]

const rows = readFileSync('models/attribute/behaviour.tsv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [text: string, expected: string, why: string])

function find(text: string) {
  const { attributions = [] } = runPipeline(components, createDocument({ id: 'a', text })).layers
  return attributions.map((attribution) => ({
    kind: attribution.kind === 'indirect' ? 'indirect' : 'quoted',
    speaker: attribution.speaker.name ?? '-',
    words: attribution.content.map(({ start, end }) => text.slice(start, end)).join(' … '),
  }))
}

describe('attribution (models/attribute/behaviour.tsv)', () => {
  it.each(rows)('%s', (line, expected) => {
    const found = find(line.replaceAll('\\n', '\n'))
    if (expected === '-') {
      expect(found.filter(({ kind }) => kind === 'quoted')).toEqual([])
      return
    }
    const [kind, speaker, words] = expected.split(' | ') as [string, string, string]
    // Indirect speech may be given with its joining word ("that …").
    const match = found.find(
      (one) => one.kind === kind && (kind === 'quoted' ? one.words === words : one.words.endsWith(words)),
    )
    expect(match, JSON.stringify(found)).toBeDefined()
    if (speaker !== '*') expect(match?.speaker).toBe(speaker)
  })
})
