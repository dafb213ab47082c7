import { constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FIXTURES, packedZip, smallDocx } from './testing/fixtures.js'
import { hostileInput } from './testing/mutate.js'
import { readAll, smallPdf, sourceOf } from './testing/sources.js'
import { unpack } from './unpack.js'

/** A zlib stream of a text many times over: whole blocks are put behind each other, so that only one is packed. */
function packedRepeats(text: Buffer, times: number): Buffer {
  const block = deflateRawSync(text, { finishFlush: constants.Z_FULL_FLUSH })
  const blocks = Array.from({ length: times }, () => block)
  return Buffer.concat([Buffer.from([0x78, 0x9c]), ...blocks, Buffer.from([3, 0])])
}

const codes = (read: Awaited<ReturnType<typeof readAll>>) => read.diagnostics.map(({ code }) => code)

describe.each(Object.entries(FIXTURES))('any %s', (_, fixture) => {
  it('gives accounts or reasons, and throws nothing (property)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0 }), async (seed) => {
        const input = hostileInput(fixture, seed)
        const packed = sourceOf(input, fixture.extension, 4_096)
        const read = await readAll({ ...packed, open: () => unpack(packed.open(), packed.origin) })
        expect(read.documents.length + read.diagnostics.length).toBeGreaterThanOrEqual(0)
        for (const { text } of read.documents) expect(text.trim() !== '' && !text.includes('\r')).toBe(true)
        for (const { message } of read.diagnostics) expect(message).not.toBe('')
      }),
      { numRuns: 25, seed: 20261128 },
    )
  })

  it('of its own fixtures is read', async () => {
    for (const input of fixture.inputs) {
      const packed = sourceOf(input, fixture.extension)
      const read = await readAll({ ...packed, open: () => unpack(packed.open(), packed.origin) })
      expect(read.documents.length + read.addresses.length).toBeGreaterThan(0)
    }
  })
})

describe('a bomb', () => {
  const xmlBomb = `<!DOCTYPE r [<!ENTITY a "${'x'.repeat(1_000)}">${[...'bcdefgh'].map((name, i) => `<!ENTITY ${name} "${`&${'abcdefgh'[i]};`.repeat(50)}">`).join('')}]>`
  const files = (xml: string | Uint8Array) => ({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': xml,
  })

  it('in a zip is stopped, whatever size it says it has', async () => {
    const large = new Uint8Array(20_000_000).fill(32)
    for (const saidSize of [undefined, 100])
      expect(codes(await readAll(sourceOf(packedZip(files(large), saidSize), 'docx', 65_536)))).toEqual([
        'INPUT_TOO_LARGE',
      ])
  })

  it('of entities in a Word document, a sitemap or a page expands to nothing', async () => {
    const body =
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&h;</w:t></w:r></w:p></w:body></w:document>'
    for (const [content, extension] of [
      [packedZip(files(xmlBomb + body)), 'docx'],
      [`${xmlBomb}<urlset><url><loc>https://bay.example/&h;</loc></url></urlset>`, 'xml'],
      [`${xmlBomb}<html><body><p>&h;</p></body></html>`, 'html'],
      [`${xmlBomb}<opml><body><outline xmlUrl="&h;"/></body></opml>`, 'opml'],
    ] as const)
      expect(JSON.stringify(await readAll(sourceOf(content, extension))).length).toBeLessThan(50_000)
  })

  it('in a PDF ends with the thread that reads it', async () => {
    // 400 MB of text operators, packed twice to a few kilobytes, so that the thread's time is short too.
    const packed = deflateSync(packedRepeats(Buffer.alloc(1_000_000, ' (x) Tj'), 400), { level: 9 })
    const plain = Buffer.from(smallPdf(['x'])).toString('latin1')
    const bomb = plain.replace(
      /<< \/Length \d+ >>\nstream\n[\s\S]*?\nendstream/,
      () =>
        `<< /Length ${packed.length} /Filter [/FlateDecode /FlateDecode] >>\nstream\n${packed.toString('latin1')}\nendstream`,
    )
    const started = Date.now()
    const read = await readAll(sourceOf(Buffer.from(bomb, 'latin1'), 'pdf', 65_536))
    expect(codes(read)).toEqual(['INPUT_UNREADABLE'])
    expect(Date.now() - started).toBeLessThan(25_000)
    expect((await readAll(sourceOf(smallPdf(['The pier was rebuilt.']), 'pdf'))).documents).toHaveLength(1)
  }, 60_000)

  it('of a gzip in a gzip is no text', async () => {
    const twice = sourceOf(gzipSync(gzipSync('One.')), 'txt')
    expect(codes(await readAll({ ...twice, open: () => unpack(twice.open(), 'one') }))).toEqual(['INPUT_BINARY'])
  })
})

describe('deep nesting', () => {
  const deep = (open: string, close = ''): string => open.repeat(100_000) + close.repeat(100_000)
  it.each([
    ['JSON', 'json', deep('[')],
    ['whole JSON', 'json', deep('[', ']')],
    ['JSON Lines', 'jsonl', `{"text":"One.","x":${deep('[', ']')}}\n`],
    ['a feed', 'xml', `<rss><channel>${deep('<item>')}</channel></rss>`],
    ['a sitemap', 'xml', `<urlset>${deep('<url>')}</urlset>`],
    ['mail', 'eml', deep('Content-Type: multipart/mixed; boundary=b\n\n--b\n').slice(0, 500_000)],
  ])('of %s does no harm', async (_, extension, content) => {
    const read = await readAll(sourceOf(content, extension, 65_536))
    expect(JSON.stringify(read).length).toBeLessThan(1_000_000)
  })

  it('of a Word document does no harm', async () => {
    const read = await readAll(sourceOf(smallDocx(deep('<w:p>', '</w:p>').slice(0, 400_000)), 'docx', 65_536))
    expect(read.documents.length + read.diagnostics.length).toBe(1)
  })
})

describe('many broken records', () => {
  it('are listed up to a thousand, and counted beyond', async () => {
    for (const [extension, content] of [
      ['json', `[${'1,'.repeat(49_999)}1]`],
      ['jsonl', '1\n'.repeat(50_000)],
      ['csv', `a\n${'1\n'.repeat(50_000)}`],
    ] as const) {
      const read = await readAll(sourceOf(content, extension, 65_536))
      expect(read.diagnostics).toHaveLength(1_001)
      expect(read.diagnostics.at(-1)?.message).toContain('49000 more')
    }
  })
})
