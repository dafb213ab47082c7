import { describe, expect, it } from 'vitest'
import { findXmlFault } from './checkXml.js'

describe('a fault in XML', () => {
  it.each([
    '<a/>',
    '\uFEFF<?xml version="1.0"?>\n<!-- c --><a:b c="1" d=\'>\'>x &amp; y<![CDATA[<z]]><e /></a:b>\n',
    `<a>${'<b/>'.repeat(1_000)}</a>`,
  ])('is not found in %j', (text) => expect(findXmlFault(text)).toBeNull())

  it.each([
    ['', 'no root'],
    ['<a/><b/>', 'more than one root'],
    ['<a/>x', 'outside its root'],
    ['<a><b></a></b>', 'closes another'],
    ['</a>', 'closes another'],
    ['<a><b></b>', '<a> is never closed'],
    ['<a b=1/>', 'a tag is broken'],
    ['<a b="<"/>', 'a tag is broken'],
    ['<a', 'a tag is broken'],
    ['<!-- <a/>', 'no end'],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a/>', 'document type'],
    [`${'<a>'.repeat(501)}${'</a>'.repeat(501)}`, 'nests deeper'],
  ])('is found in %j', (text, reason) => expect(findXmlFault(text)).toContain(reason))

  it('is found in time with the length alone', () => {
    const cpuOf = (work: () => unknown): number => {
      const before = process.cpuUsage()
      work()
      return process.cpuUsage(before).user / 1000
    }
    for (const text of [
      '<a '.repeat(300_000),
      `<a${' '.repeat(900_000)}`,
      `<a ${'b="" '.repeat(200_000)}`,
      '<a>'.repeat(300_000),
    ])
      expect(cpuOf(() => findXmlFault(text))).toBeLessThan(500)
  })
})
