import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createNames, createSyntax, loadVectors, runPipeline } from '../../src/annotate/index.js'
import { createDocument, getLayer } from '../../src/document/index.js'

const components = [createSyntax(), createNames()]

function findNamesIn(text: string): string {
  const document = runPipeline(components, createDocument({ id: 'a', text }))
  return getLayer(document, 'mentions')
    .filter((mention) => mention.form === 'name')
    .map(({ start, end, type }) => `${text.slice(start, end)} = ${type}`)
    .join(' | ')
}

const rows = readFileSync('models/names/behaviour.tsv', 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [text: string, expected: string, why: string])

describe('names', () => {
  it.each(rows)('%s', (text, expected) => {
    expect(findNamesIn(text)).toBe(expected)
  })

  it('reads 100 KB without spaces, of dots or of capitals in seconds', () => {
    for (const text of ['A'.repeat(100_000), '.'.repeat(100_000), 'Ab '.repeat(33_000)]) {
      // Half a second on a quiet machine; what this guards against takes minutes.
      const begun = performance.now()
      findNamesIn(text)
      expect(performance.now() - begun).toBeLessThan(5_000)
    }
  })
})

describe('vectors', () => {
  it.each([
    ['troops', 'soldiers', 'bananas'],
    ['killed', 'died', 'painted'],
    ['minister', 'president', 'carpet'],
    ['monday', 'tuesday', 'whale'],
  ])('%s is nearer to %s than to %s', (word, near, far) => {
    const vectors = loadVectors()
    expect(vectors.similarity(word, near) ?? -1).toBeGreaterThan((vectors.similarity(word, far) ?? 1) + 0.2)
  })

  it('knows the words of the news', () => {
    expect(loadVectors().vectorOf('ceasefire')).not.toBeNull()
    expect(loadVectors().vectorOf('qzxvw')).toBeNull()
  })
})
