import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readAll, smallPdf, sourceOf, storedZip } from './testing/sources.js'
import { unpack } from './unpack.js'

const ARTICLE =
  'The council of Alder Bay voted on Monday to rebuild the pier that a storm broke in January, at a cost of two million crowns. '
    .repeat(4)
    .trim()
const codes = (read: Awaited<ReturnType<typeof readAll>>) => read.diagnostics.map((diagnostic) => diagnostic.code)

describe('csv', () => {
  it('reads a row an account, with quoted line breaks, in any chunking', async () => {
    const text =
      '\uFEFFid,headline,articleBody,datePublished,authors\na,Pier,"One.\n\n""Two,"" she said.",2026-03-01,Ada Lind; Tom Roe\nb,,,,\n'
    for (const chunk of [40, 41, 1000]) {
      const read = await readAll(sourceOf(text, 'csv', chunk))
      expect(read.documents.map(({ id, text, authors, publishedAt }) => [id, text, authors, publishedAt])).toEqual([
        ['a', 'One.\n\n"Two," she said.', ['Ada Lind', 'Tom Roe'], '2026-03-01'],
      ])
      expect(codes(read)).toEqual(['RECORD_INVALID'])
    }
  })

  it('keeps the whole rows before a broken one, and says so', async () => {
    const read = await readAll(sourceOf('id,text\na,One.\nb,"Two\nc,Three', 'csv'))
    expect(read.documents.map(({ id }) => id)).toEqual(['a'])
    expect(read.diagnostics.at(-1)?.message).toMatch(/row 2 was left out/)
  })
})

describe('feed', () => {
  const item = (id: string, body: string) =>
    `<item><guid>${id}</guid><title>Pier</title><pubDate>Sun, 01 Mar 2026 08:00:00 GMT</pubDate><description><![CDATA[${body}]]></description></item>`
  const rss = (items: string) =>
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Bay News</title>${items}</channel></rss>`

  it('reads the items that carry their text, and says of teasers that they are cut', async () => {
    const read = await readAll(
      sourceOf(rss(item('a', `<p>${ARTICLE}</p><p>Second.</p>`) + item('b', 'A teaser.')), 'rss'),
    )
    expect(read.documents.map(({ id, state, outlet }) => [id, state, outlet])).toEqual([
      ['a', 'complete', 'Bay News'],
      ['b', 'truncated', 'Bay News'],
    ])
    expect(read.documents[0]?.text).toBe(`${ARTICLE}\n\nSecond.`)
    expect(read.documents[0]?.publishedAt).toBe('2026-03-01T08:00:00.000Z')
  })

  it('reads a feed that was cut off up to its last whole item', async () => {
    const cut = rss(item('a', ARTICLE) + item('b', ARTICLE)).slice(0, -120)
    expect((await readAll(sourceOf(cut, 'xml'))).documents.map(({ id }) => id)).toEqual(['a'])
  })

  it('expands no entity bomb', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "${'x'.repeat(100)}">${[...'bcdefgh'].map((c, i) => `<!ENTITY ${c} "${`&${'abcdefgh'[i]};`.repeat(50)}">`).join('')}]>${rss(item('a', '&h;')).slice(21)}`
    const read = await readAll(sourceOf(bomb, 'xml'))
    expect(JSON.stringify(read).length).toBeLessThan(20_000)
  })

  it('says of other XML that it is no feed', async () => {
    expect(codes(await readAll(sourceOf('<note>hello</note>', 'xml')))).toEqual(['RECORD_INVALID'])
  })
})

describe('mail', () => {
  const message = (id: string, body: string) =>
    `From: Bay News <news@example.org>\nSubject: Pier\nMessage-ID: <${id}>\nDate: Sun, 01 Mar 2026 08:00:00 +0000\nContent-Type: text/plain; charset=utf-8\n\n${body}\n`

  it('reads one message', async () => {
    const [document] = (await readAll(sourceOf(message('a@x', 'One.'), 'eml'))).documents
    expect(document).toMatchObject({
      id: 'a@x',
      title: 'Pier',
      outlet: 'Bay News',
      publishedAt: '2026-03-01T08:00:00.000Z',
    })
    expect(document?.text.trim()).toBe('One.')
  })

  it('reads a mailbox message by message', async () => {
    const box = `From a\n${message('a@x', 'One.\n>From here on.')}\nFrom b\n${message('b@x', 'Two.')}`
    const read = await readAll(sourceOf(box, 'mbox', 5))
    expect(read.documents.map(({ id }) => id)).toEqual(['a@x', 'b@x'])
    expect(read.documents[0]?.text).toContain('\nFrom here on.')
  })
})

describe('warc', () => {
  const record = (uri: string, type: string, body: string) => {
    const http = `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n${body}`
    return `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: ${uri}\r\nWARC-Date: 2026-03-01T08:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n${http}\r\n\r\n`
  }
  const page = `<html><body><article><h1>Pier</h1><p>${ARTICLE}</p></article></body></html>`

  it('reads the pages and passes over what is no page', async () => {
    const archive =
      record('https://example.org/a', 'text/html', page) +
      record('https://example.org/i.png', 'image/png', 'x') +
      record('https://example.org/b', 'text/html', page)
    const read = await readAll(sourceOf(archive, 'warc', 333))
    expect(read.documents.map(({ url }) => url)).toEqual(['https://example.org/a', 'https://example.org/b'])
  })

  it('keeps what came before the damage', async () => {
    const archive =
      record('https://example.org/a', 'text/html', page) +
      record('https://example.org/b', 'text/html', page).slice(0, 60)
    expect((await readAll(sourceOf(archive, 'warc'))).documents).toHaveLength(1)
  })
})

describe('pdf', () => {
  it('reads the text of the pages', async () => {
    const read = await readAll(sourceOf(smallPdf(['The pier was rebuilt.', 'It cost two million.']), 'pdf'))
    expect(read.documents[0]?.text).toContain('The pier was rebuilt.')
  })

  it('says of something else that it is no PDF, and of an empty one that it holds no text', async () => {
    expect(codes(await readAll(sourceOf('%PDF-1.4 nothing more', 'pdf')))).toEqual(['INPUT_UNREADABLE'])
    expect(codes(await readAll(sourceOf(smallPdf([]), 'pdf')))).toEqual(['INPUT_EMPTY'])
  })
})

describe('docx', () => {
  const file = (body: string) =>
    storedZip({
      '[Content_Types].xml':
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      '_rels/.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    })

  it('reads the paragraphs', async () => {
    const read = await readAll(
      sourceOf(file('<w:p><w:r><w:t>One.</w:t></w:r></w:p><w:p><w:r><w:t>Two.</w:t></w:r></w:p>'), 'docx'),
    )
    expect(read.documents[0]?.text).toBe('One.\n\nTwo.')
  })

  it('says of something else that it is no Word document', async () => {
    expect(codes(await readAll(sourceOf('plain', 'docx')))).toEqual(['INPUT_UNREADABLE'])
  })
})

describe('gzip', () => {
  const stream = async function* (bytes: Uint8Array) {
    yield bytes
  }
  const all = async (bytes: Uint8Array) => {
    const parts: Uint8Array[] = []
    for await (const part of unpack(stream(bytes), 'one.gz')) parts.push(part)
    return Buffer.concat(parts).toString()
  }

  it('is unpacked, and what is not packed passes through', async () => {
    expect(await all(gzipSync('One.'))).toBe('One.')
    expect(await all(Buffer.from('One.'))).toBe('One.')
  })

  it('stops at a bomb and says of damage', async () => {
    await expect(all(gzipSync(Buffer.alloc(50_000_000)))).rejects.toMatchObject({ code: 'INPUT_TOO_LARGE' })
    await expect(all(gzipSync('One. Two. Three.').subarray(0, 20))).rejects.toMatchObject({ code: 'INPUT_UNREADABLE' })
  })
})
