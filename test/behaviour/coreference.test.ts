import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createCoreference, createNames, createSyntax, runPipeline } from '../../src/annotate/index.js'
import { createDocument } from '../../src/document/index.js'

const components = [createSyntax(), createNames(), createCoreference()]

const rows = readFileSync('models/coreference/behaviour.tsv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [text: string, expected: string, why: string])

function chains(text: string): readonly string[] {
  const { mentions = [], entities = [] } = runPipeline(components, createDocument({ id: 'a', text })).layers
  return entities.map((entity) =>
    entity.mentions.map((index) => text.slice(mentions[index]?.start, mentions[index]?.end)).join(' | '),
  )
}

describe('coreference (models/coreference/behaviour.tsv)', () => {
  it.each(rows)('%s', (text, expected) => {
    expect(chains(text)).toContain(expected)
  })
})
