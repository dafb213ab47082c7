import { describe, expect, it } from 'vitest'
import { findSignature } from './findSignature.js'

/** The signature under the first quotation of a text between curly marks. */
function signatureOf(text: string): string | null {
  const found = findSignature(text, text.indexOf('“'), text.indexOf('”') + 1)
  return found === null ? null : text.slice(found.start, found.end)
}

describe('findSignature', () => {
  it.each([
    ['“The harbour is ours.” — Ann Lee', 'Ann Lee'],
    ['“The harbour is ours.”― Ann Lee.\nMore.', 'Ann Lee'],
    ['Before.\n“The harbour is ours.” -- Ann de Lee, 34, a nurse\nAfter.', 'Ann de Lee'],
    ['“The harbour is ours.”\n– Ann Lee\nAfter.', 'Ann Lee'],
  ])('reads the name under %j', (text, name) => {
    expect(signatureOf(text)).toBe(name)
  })

  it.each([
    ['“The harbour is ours” — Ann Lee said so for years.'],
    ['They sang “The harbour is ours” — Ann Lee'],
    ['“The harbour is ours.”\n\n— the ferry left at noon, as it does.'],
    ['“The harbour is ours.”'],
  ])('reads none under %j', (text) => {
    expect(signatureOf(text)).toBeNull()
  })
})
