import { describe, expect, it } from 'vitest'
import { mendTags } from './mendTags.js'

describe('tags', () => {
  it.each([
    ['whole ones stay', '<a b="1" c=\'>\' d=e f><!-- < --><?x < ?><![CDATA[ < ]]></a><g />'],
    ['a plain document type stays', '<!DOCTYPE rss PUBLIC "-//N//DTD" "http://x/y.dtd"><rss/>'],
  ])('%s', (_, text) => expect(mendTags(text)).toBe(text))

  it.each([
    ['a bare sign', '<t>Fewer than <5 or < 6</t>', '<t>Fewer than &lt;5 or &lt; 6</t>'],
    ['one cut by the next', '<t><a b="x <c>y</c></t>', '<t>&lt;a b="x <c>y</c></t>'],
    ['one at the end', '<t/><a b', '<t/>&lt;a b'],
    ['a document type with entities', '<!DOCTYPE a [<!ENTITY b "c">]><a/>', '&lt;!DOCTYPE a [&lt;!ENTITY b "c">]><a/>'],
  ])('that are none become text: %s', (_, text, mended) => expect(mendTags(text)).toBe(mended))

  it.each(['<a>'.repeat(201), '<t><!-- x</t>', '<t><![CDATA[ x</t>'])('cannot be mended in %j', (text) =>
    expect(mendTags(text)).toBeNull(),
  )

  it('are mended in time with the length alone', () => {
    for (const text of [
      '<a '.repeat(300_000),
      `<a ${'b '.repeat(400_000)}`,
      `<a${' '.repeat(900_000)}`,
      '<!D'.repeat(300_000),
    ]) {
      const before = process.cpuUsage()
      mendTags(text)
      expect(process.cpuUsage(before).user / 1000).toBeLessThan(1_000)
    }
  })
})
