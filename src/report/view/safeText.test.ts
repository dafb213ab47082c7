import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeSafe, makeSafeInPlace, makeSafeLine, safeLink } from './safeText.js'

describe('makeSafe', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['leaves plain words alone', 'the ferry ran aground', 'the ferry ran aground'],
    ['keeps line feeds', 'a\nb', 'a\nb'],
    ['shows an escape as its picture', 'a\u001b[31mb', 'a␛[31mb'],
    ['shows null bytes and bells', '\u0000\u0007', '␀␇'],
    ['replaces eight-bit controls', 'a\u009b2Jb', 'a�2Jb'],
    ['replaces direction overrides', 'a\u202eb\u2066c', 'a�b�c'],
    ['drops direction marks', 'a\u200fb\u200ec', 'abc'],
    ['keeps pairs and replaces halves', 'x😀y\ud83dz', 'x😀y�z'],
    ['turns tabs and line separators into spaces', 'a\tb\u2028c', 'a b c'],
    ['keeps letters of any script', 'Ελλάδα שלום 漢字', 'Ελλάδα שלום 漢字'],
  ]
  it.each(cases)('%s', (_, text, expected) => {
    expect(makeSafe(text)).toBe(expected)
  })

  it('changes nothing the second time', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => makeSafe(makeSafe(text)) === makeSafe(text)))
  })
})

describe('makeSafeInPlace', () => {
  it('keeps every offset', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => makeSafeInPlace(text).length === text.length))
  })
})

describe('makeSafeLine', () => {
  it('makes one line without space at its ends', () => {
    expect(makeSafeLine('  a\n\n b\r\nc\t')).toBe('a b c')
  })
})

describe('safeLink', () => {
  const cases: readonly (readonly [string | null, string | null])[] = [
    ['https://example.org/a?b=c', 'https://example.org/a?b=c'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['file:///etc/passwd', null],
    ['not an address', null],
    [null, null],
    [`https://example.org/${'x'.repeat(3_000)}`, null],
  ]
  it.each(cases)('%s gives %s', (url, expected) => {
    expect(safeLink(url)).toBe(expected)
  })

  it('lets no control character through', () => {
    expect(safeLink('https://example.org/\u001b]8;;x\u0007')).not.toMatch(/[\u0000-\u0020]/)
  })
})
