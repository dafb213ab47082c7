import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { smallPdf, storedZip } from './sources.js'

/** Good inputs of one format, and words that its parser looks for. */
export interface Fixture {
  readonly extension: string
  readonly inputs: readonly Uint8Array[]
  readonly words: readonly string[]
  /** For packed formats: what is inside, changed before it is packed for every other input, and how it is packed. */
  readonly inner?: { readonly inputs: readonly Uint8Array[]; pack(bytes: Uint8Array): Uint8Array }
}

const ARTICLE =
  'The council of Alder Bay voted on Monday to rebuild the pier that a storm broke in January, at a cost of two million crowns. “We owe it to the children,” said Ada Lind, the mayor. '
    .repeat(3)
    .trim()
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Pier | Bay News</title><meta property="og:title" content="Pier to be rebuilt"><link rel="canonical" href="https://bay.example/2026/03/01/pier"><script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Pier to be rebuilt","datePublished":"2026-03-01T08:00:00Z","author":[{"@type":"Person","name":"Ada Lind"}]}]}</script></head><body><nav><ul><li><a href="/">Home</a></li></ul></nav><article><h1>Pier to be rebuilt</h1><p class="byline">By Ada Lind</p><time datetime="2026-03-01">1 March 2026</time><p>${ARTICLE}</p><blockquote><p>A quotation.</p></blockquote><table><tr><td>Cell</td></tr></table><p>${ARTICLE}</p></article><aside>Related</aside></body></html>`
const RECORD = {
  id: 'a',
  headline: 'Pier',
  articleBody: ARTICLE,
  datePublished: '2026-03-01',
  author: [{ name: 'Ada Lind' }],
  publisher: { name: 'Bay News' },
}
const MESSAGE = `From: Bay News <news@bay.example>\nSubject: =?utf-8?Q?Pier?=\nMessage-ID: <a@x>\nDate: Sun, 01 Mar 2026 08:00:00 +0000\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="b"\n\n--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n${ARTICLE.slice(0, 300)}=\n\n--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${Buffer.from(`<p>${ARTICLE}</p>`).toString('base64')}\n--b--\n`

const WORD_FILES = {
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  '_rels/.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
}
const wordXml = (body: string): string =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`

/** A Word document made by hand: its paragraphs as WordprocessingML. */
export function smallDocx(body: string): Uint8Array {
  return storedZip({ ...WORD_FILES, 'word/document.xml': wordXml(body) })
}

/** A zip archive of one packed file that says whatever size of itself is wanted. */
export function packedZip(files: Readonly<Record<string, string | Uint8Array>>, saidSize?: number): Uint8Array {
  return storedZip(files, (data) => deflateRawSync(data), saidSize)
}

const warcRecord = (uri: string, type: string, body: string): string => {
  const http = `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n${body}`
  return `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: ${uri}\r\nWARC-Date: 2026-03-01T08:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n${http}\r\n\r\n`
}

const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Bay News</title><item><guid>a</guid><title>Pier</title><link>https://bay.example/a</link><pubDate>Sun, 01 Mar 2026 08:00:00 GMT</pubDate><description>Teaser</description><content:encoded><![CDATA[<p>${ARTICLE}</p>]]></content:encoded></item><item><guid>b</guid><title>Tide</title><description>Short.</description></item></channel></rss>`
const atom = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Bay News</title><entry><id>a</id><title>Pier</title><link href="https://bay.example/a"/><updated>2026-03-01T08:00:00Z</updated><content type="html">&lt;p&gt;${ARTICLE}&lt;/p&gt;</content></entry></feed>`
const rdf = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>Bay News</title></channel><item rdf:about="https://bay.example/a"><title>Pier</title><link>https://bay.example/a</link><description>${ARTICLE}</description></item></rdf:RDF>`
const jsonFeed = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Bay News',
  items: [
    {
      id: 'a',
      url: 'https://bay.example/a',
      content_html: `<p>${ARTICLE}</p>`,
      date_published: '2026-03-01T08:00:00Z',
    },
  ],
})

/** A PDF whose page content is packed, as most are. */
function packedPdf(): Uint8Array {
  const plain = Buffer.from(smallPdf(['The pier was rebuilt.', 'It cost two million.'])).toString('latin1')
  const match = /<< \/Length \d+ >>\nstream\n([\s\S]*?)\nendstream/.exec(plain)!
  const packed = deflateSync(Buffer.from(match[1]!, 'latin1')).toString('latin1')
  return Buffer.from(
    plain.replace(match[0], () => `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed}\nendstream`),
    'latin1',
  )
}

/** Good inputs of every format that is read, all written for these tests. */
export const FIXTURES: Readonly<Record<string, Fixture>> = {
  text: {
    extension: 'txt',
    inputs: [bytes(ARTICLE), bytes(`\uFEFF${ARTICLE}\r\n\r\nRead more`), Buffer.from(`\uFEFF${ARTICLE}`, 'utf16le')],
    words: ['Subscribe to continue reading', '(AP) - ', '[...]', '\r'],
  },
  json: {
    extension: 'json',
    inputs: [
      bytes(JSON.stringify(RECORD)),
      bytes(JSON.stringify({ documents: [RECORD, { id: 1, text: 'One.' }] }, null, 1)),
    ],
    words: ['[', '{"documents":', '"text":', 'null', '"__proto__":', '\\u0000', '\\ud800'],
  },
  jsonl: {
    extension: 'jsonl',
    inputs: [bytes(`${JSON.stringify(RECORD)}\n{"id":"b","text":"Two."}\n`)],
    words: ['[', '{"id":', '\n', '"authors":', '\\ud800', '"__proto__":{'],
  },
  csv: {
    extension: 'csv',
    inputs: [
      bytes(
        `id,headline,articleBody,authors\na,Pier,"${ARTICLE}\n\n""Two,"" she said.",Ada Lind; Tom Roe\nb,,Three,\n`,
      ),
    ],
    words: ['"', '""', '\n"', ',', '__proto__', '\r'],
  },
  html: {
    extension: 'html',
    inputs: [bytes(PAGE), bytes(`<p>${ARTICLE}</p>`), bytes(PAGE.replace(/<head>.*<\/head>/, ''))],
    words: [
      '<div>',
      '<table><tr><td>',
      '<p>',
      '</p>',
      '<b><i>',
      '<svg>',
      '<![CDATA[',
      '<!--',
      '<script>',
      '<template>',
      '<br>',
      '<a href=x>',
      '<font>',
      '<meta name="author" content="x">',
      '"@graph":[',
      '&nbsp;',
      '<li>',
      '<article>',
      '<time datetime=',
      '<base href=',
      '<noscript>',
      '<img src=x>',
      ',',
    ],
  },
  feed: {
    extension: 'xml',
    inputs: [rss, atom, rdf, jsonFeed].map(bytes),
    words: [
      '<item>',
      '</item>',
      '<entry>',
      '<![CDATA[',
      ']]>',
      '<!ENTITY a "b">',
      '&a;',
      '<!DOCTYPE x [',
      '<content:encoded>',
      '<a:b>',
      '<title>',
    ],
  },
  list: {
    extension: 'xml',
    inputs: [
      bytes(
        '<?xml version="1.0"?><urlset xmlns:news="x"><url><loc>https://bay.example/a</loc><lastmod>2026-03-01</lastmod></url><url><loc><![CDATA[https://bay.example/b?c&amp;d]]></loc><news:news><news:publication_date>2026-03-02</news:publication_date></news:news></url></urlset>',
      ),
      bytes('<sitemapindex><sitemap><loc>https://bay.example/1.xml</loc></sitemap></sitemapindex>'),
      bytes(
        '<opml version="2.0"><body><outline text="a"><outline xmlUrl="https://bay.example/feed"/><outline type="link" url=\'https://bay.example/c\'/></outline></body></opml>',
      ),
    ],
    words: [
      '<url>',
      '<loc>',
      '</loc>',
      '<sitemap>',
      '<outline ',
      ' xmlUrl="',
      ' type="link"',
      ' url="',
      '<![CDATA[',
      '&amp;',
    ],
  },
  pdf: {
    extension: 'pdf',
    inputs: [smallPdf(['The pier was rebuilt.', 'It cost two million.']), packedPdf()],
    words: [
      '/Kids [2 0 R]',
      '/Length 999999999',
      '/Count -1',
      '<<',
      '[',
      '(',
      'stream\n',
      'endobj\n',
      '/Filter /FlateDecode',
      '/Prev 9',
      '/Parent 3 0 R',
      'Tj ',
      'q ',
      'Do ',
    ],
  },
  docx: {
    extension: 'docx',
    inputs: [
      smallDocx(`<w:p><w:r><w:t>${ARTICLE}</w:t></w:r></w:p><w:p><w:r><w:t>Two.</w:t></w:r></w:p>`),
      packedZip({
        ...WORD_FILES,
        'word/document.xml': wordXml(
          `<w:tbl><w:tr><w:tc><w:p><w:r><w:t>${ARTICLE}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`,
        ),
      }),
    ],
    inner: {
      inputs: [bytes(wordXml(`<w:p><w:r><w:t>${ARTICLE}</w:t></w:r></w:p><w:p><w:r><w:t>Two.</w:t></w:r></w:p>`))],
      pack: (xml) => packedZip({ ...WORD_FILES, 'word/document.xml': xml }),
    },
    words: ['PK\u0003\u0004', 'PK\u0001\u0002', '<w:p>', '<w:tbl>', '<w:t>', '<!DOCTYPE x [', '&a;', '</w:p>'],
  },
  eml: {
    extension: 'eml',
    inputs: [bytes(MESSAGE), bytes(`Subject: Pier\n\n${ARTICLE}\n`)],
    words: [
      '--b\n',
      'Content-Type: multipart/mixed; boundary="b"\n\n',
      'Content-Type: message/rfc822\n\n',
      '=?utf-8?B?',
      '(',
      '"',
      'Content-Transfer-Encoding: base64\n',
      '\n\n',
      'charset=utf-7',
    ],
  },
  mbox: {
    extension: 'mbox',
    inputs: [bytes(`From a\n${MESSAGE}\nFrom b\n${MESSAGE.replace('a@x', 'b@x')}`)],
    words: ['\nFrom ', '>From ', '--b\n', '\n\n', 'Content-Type: multipart/mixed; boundary=b\n'],
  },
  warc: {
    extension: 'warc',
    inputs: [
      bytes(
        warcRecord('https://bay.example/a', 'text/html', PAGE) +
          warcRecord('https://bay.example/i.png', 'image/png', 'x'),
      ),
      gzipSync(warcRecord('https://bay.example/a', 'text/html; charset=utf-8', PAGE)),
    ],
    words: [
      'WARC/1.1\r\n',
      'Content-Length: -5\r\n',
      'Content-Length: 99999999999\r\n',
      '\r\n\r\n',
      'Transfer-Encoding: chunked\r\n',
      'Content-Encoding: gzip\r\n',
      'WARC-Type: response\r\n',
    ],
  },
  gzip: {
    extension: 'jsonl',
    inputs: [
      gzipSync(`${JSON.stringify(RECORD)}\n{"id":"b","text":"Two."}\n`),
      Buffer.concat([gzipSync('{"id":"a","text":"One."}\n'), gzipSync('{"id":"b","text":"Two."}\n')]),
    ],
    inner: {
      inputs: [bytes(`${JSON.stringify(RECORD)}\n{"id":"b","text":"Two."}\n`)],
      pack: (lines) => gzipSync(lines),
    },
    words: ['\u001f\u008b\u0008', '\u0000\u0000\u0000\u0000'],
  },
}
