import { describe, expect, it } from 'vitest'
import { escapeMarkdown, linkMarkdown } from './escape.js'

describe('escapeMarkdown', () => {
  it.each([
    ['plain words stay as they are.', 'plain words stay as they are.'],
    ['*bold* _it_ `code`', '\\*bold\\* \\_it\\_ \\`code\\`'],
    ['<b>&amp;', '&lt;b&gt;&amp;amp;'],
    ['- no list', '\\- no list'],
    ['12. no list', '12\\. no list'],
    ['# no heading', '\\# no heading'],
    ['a cost of $5 to $6', 'a cost of \\$5 to \\$6'],
    ['two\nlines', 'two lines'],
  ])('%j becomes %j', (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected)
  })

  it('makes no link of a bare address and calls nobody', () => {
    expect(escapeMarkdown('see https://example.org or www.example.org, @mara')).toBe(
      'see https&#8203;://example.org or www&#8203;.example.org, &#64;&#8203;mara',
    )
  })
})

describe('linkMarkdown', () => {
  it('keeps the address from ending early', () => {
    expect(linkMarkdown('a]b', 'https://example.org/x>y z')).toBe('[a\\]b](<https://example.org/x%3Ey%20z>)')
  })

  it('is the plain label without an address', () => {
    expect(linkMarkdown('a*b', null)).toBe('a\\*b')
  })
})
