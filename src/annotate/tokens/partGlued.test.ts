import { describe, expect, it } from 'vitest'
import { partGlued, splitTokens } from './index.js'

function part(text: string): string {
  const tokens = partGlued(text, splitTokens(text))
  return Array.from({ length: tokens.count }, (_, i) => text.slice(tokens.starts[i]!, tokens.ends[i]!)).join('|')
}

describe('partGlued', () => {
  it('parts a name from the word that lost its space', () => {
    expect(part('Ada QuillMayor waits. Quill left.')).toBe('Ada|Quill|Mayor|waits|.|Quill|left|.')
    expect(part('Ada Jane QuillNTC splits. Quill left.')).toBe('Ada|Jane|Quill|NTC|splits|.|Quill|left|.')
  })

  it('parts a name that is written with a capital inside, and a year', () => {
    expect(part('Ada McQuill2020 waits. McQuill left.')).toBe('Ada|McQuill|2020|waits|.|McQuill|left|.')
    expect(part('Ada McQuillMayor waits. McQuill left.')).toBe('Ada|McQuill|Mayor|waits|.|McQuill|left|.')
  })

  it.each([
    ['a word whose half is no word of the text', 'Ada QuillMayor waits.'],
    ['a word that occurs again', 'Norvian QuillCare is the QuillCare of Quill.'],
    ['a word behind a small letter', 'The QuillCare plan of Quill.'],
    ['names that are written so', 'Ada MacArthur met Mac. Ada DeVos met De.'],
    ['a word at the beginning', 'QuillMayor waits for Quill.'],
    ['empty text', ''],
  ])('leaves %s', (_, text) => {
    const tokens = splitTokens(text)
    expect(partGlued(text, tokens)).toBe(tokens)
  })
})
