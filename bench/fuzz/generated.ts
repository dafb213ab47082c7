import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { packedZip, smallDocx } from '../../src/document/read/testing/fixtures.js'
import { smallPdf } from '../../src/document/read/testing/sources.js'

const text = fc.string({ unit: 'binary', maxLength: 120 })
const line = text.map((value) => value.replace(/[\r\n]/g, ' '))
const bytes = (value: string): Uint8Array => new TextEncoder().encode(value)

const escaped = (of: string): string =>
  of.replace(/[<>&"\0-\x1f\ufffe\uffff]/g, (sign) => (sign === '&' ? '&amp;' : ' '))

/** Trees of elements with these names, as markup: half of them well-formed, half with any signs in their texts and some without an end. */
function markup(names: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(tree(names, true), tree(names, false))
}

function tree(names: readonly string[], whole: boolean): fc.Arbitrary<string> {
  const content = whole ? text.map(escaped) : text

  const attribute = fc.tuple(fc.constantFrom('class', 'id', 'href', 'datetime', 'w:val', 'xmlUrl'), line)
  const { node } = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 8, depthSize: 'small' },
      content,
      fc
        .tuple(
          fc.constantFrom(...names),
          fc.uniqueArray(attribute, { maxLength: 3, selector: ([key]) => key }),
          fc.array(tie('node'), { maxLength: 6 }),
          fc.nat(9),
        )
        .map(([name, attributes, inner, odd]) => {
          const opened = attributes.map(([key, of]) => ` ${key}="${whole ? escaped(of) : of}"`).join('')
          return `<${name}${opened}>${inner.join('')}${odd === 0 && !whole ? '' : `</${name}>`}`
        }),
    ),
  }))
  return node
}

const value = fc.oneof(text, fc.jsonValue({ maxDepth: 3 }), fc.constant('2026-03-01'), fc.constant(null))
const record = fc.record(
  {
    id: value,
    text: value,
    articleBody: value,
    title: value,
    author: value,
    authors: value,
    publisher: value,
    datePublished: value,
    inLanguage: value,
    url: value,
  },
  { requiredKeys: [] },
)
const article = markup('div p h1 h2 a ul li table tr td blockquote article section time span b meta script'.split(' '))
const page = fc
  .tuple(markup(['meta', 'title', 'script', 'link', 'base']), article, record)
  .map(
    ([head, body, data]) =>
      `<html><head>${head}<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...data })}</script></head><body>${body}</body></html>`,
  )
const header = fc.tuple(
  fc.constantFrom('From', 'Subject', 'Date', 'Content-Type', 'Content-Transfer-Encoding', 'Message-ID', 'X'),
  fc.oneof(line, fc.constantFrom('multipart/mixed; boundary=b', 'text/html', 'base64', 'quoted-printable')),
)
const message = fc
  .tuple(fc.array(header, { maxLength: 8 }), fc.array(fc.oneof(text, article), { maxLength: 4 }))
  .map(
    ([headers, parts]) => `${headers.map(([name, of]) => `${name}: ${of}`).join('\n')}\n\n${parts.join('\n--b\n\n')}`,
  )
const archived = fc.tuple(page, line, fc.integer({ min: -10, max: 20 })).map(([body, type, wrong]) => {
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; ${type}\r\n\r\n${body}`
  return `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: ${type}\r\nContent-Length: ${Buffer.byteLength(http) + Math.max(0, wrong)}\r\n\r\n${http}\r\n\r\n`
})
const pdfLine = line.map((of) => of.replace(/[()\\]/g, '\\$&'))
const WORD =
  'w:p w:r w:t w:tbl w:tr w:tc w:hyperlink w:tab w:br w:sdt w:sdtContent w:ins w:del mc:AlternateContent mc:Fallback'

const FEED =
  'item entry title link description content:encoded content guid pubDate dc:date author summary media:group p div'

/** Inputs of each format made by fast-check: data and markup that keep to its grammar, with any text and wrong values inside. */
export const GENERATED: Readonly<Record<string, fc.Arbitrary<Uint8Array>>> = {
  text: fc.string({ unit: 'binary', maxLength: 4_000 }).map(bytes),
  json: fc
    .oneof(
      fc.json(),
      fc.array(record).map((of) => JSON.stringify(of)),
    )
    .map(bytes),
  jsonl: fc
    .array(
      fc.oneof(
        fc.json(),
        record.map((of) => JSON.stringify(of)),
      ),
    )
    .map((of) => bytes(of.join('\n'))),
  csv: fc
    .array(
      fc.array(
        text.map((of) => `"${of.replaceAll('"', '""')}"`),
        { minLength: 1, maxLength: 5 },
      ),
      { maxLength: 12 },
    )
    .map((rows) => bytes(`id,text,title,authors\n${rows.map((row) => row.join(',')).join('\n')}`)),
  html: page.map(bytes),
  feed: fc
    .array(fc.tuple(text.map(escaped), fc.oneof(article, article.map(escaped)), markup(FEED.split(' '))), {
      maxLength: 5,
    })
    .map((items) =>
      bytes(
        `<rss version="2.0"><channel><title>Bay News</title>${items.map(([title, body, rest]) => `<item><title>${title}</title><description>${body}</description>${rest}</item>`).join('')}</channel></rss>`,
      ),
    ),
  list: markup(['url', 'loc', 'lastmod', 'sitemap', 'outline', 'news:publication_date']).map((of) =>
    bytes(`<urlset>${of}</urlset>`),
  ),
  pdf: fc.array(fc.oneof(line, pdfLine), { maxLength: 20 }).map((lines) => smallPdf(lines)),
  docx: fc.oneof(
    fc
      .array(fc.tuple(text.map(escaped), markup(WORD.split(' '))), { maxLength: 5 })
      .map((of) => smallDocx(of.map(([words, rest]) => `<w:p><w:r><w:t>${words}</w:t></w:r>${rest}</w:p>`).join(''))),
    markup(WORD.split(' ')).map(smallDocx),
    fc
      .dictionary(fc.constantFrom('word/document.xml', '[Content_Types].xml', '_rels/.rels', 'x'), text)
      .map((files) => packedZip(files)),
  ),
  eml: message.map(bytes),
  mbox: fc.array(message).map((of) => bytes(of.map((one) => `From a\n${one}\n`).join(''))),
  warc: fc.array(archived, { maxLength: 4 }).map((of) => bytes(of.join(''))),
  gzip: fc.array(record).map((of) => gzipSync(of.map((one) => JSON.stringify(one)).join('\n'))),
}
