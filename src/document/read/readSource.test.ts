import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Source } from './format.js'
import { type ReadResult, readSource as streamSource } from './readSource.js'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const source = (content: string | Uint8Array, extension = 'txt'): Source => ({
  origin: `folder/one.${extension}`,
  name: 'one',
  extension,
  fetchedAt: null,
  async *open() {
    yield typeof content === 'string' ? bytes(content) : content
  },
})

async function readSource(input: Source): Promise<ReadResult> {
  const documents: ReadResult['documents'][number][] = []
  const diagnostics: ReadResult['diagnostics'][number][] = []
  for await (const part of streamSource(input)) {
    documents.push(...part.documents)
    diagnostics.push(...part.diagnostics)
  }
  return { documents, diagnostics }
}
const codes = async (input: Source): Promise<readonly string[]> =>
  (await readSource(input)).diagnostics.map((diagnostic) => diagnostic.code)

describe('readSource', () => {
  it('passes plain text through unchanged but for the byte-order mark and CRLF', async () => {
    const read = await readSource(source('\uFEFFOne line\r\n  two  \r\n\r\n'))
    expect(read.documents[0]?.text).toBe('One line\n  two  \n\n')
    expect(read.documents[0]?.id).toBe('one')
    expect(read.diagnostics).toEqual([])
  })

  it('keeps every text as it is (property)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        fc.pre(text.trim() !== '' && !/[\u0000-\u0008\u000e-\u001f\r]/.test(text) && !text.startsWith('\uFEFF'))
        const read = await readSource(source(text))
        return read.documents[0]?.text === text
      }),
    )
  })

  it.each<[string, Source, string]>([
    ['an empty file', source(''), 'INPUT_EMPTY'],
    ['a file of white space', source(' \n\t\n'), 'INPUT_EMPTY'],
    ['a binary file', source(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1])), 'INPUT_BINARY'],
    ['a file in windows-1252', source(new Uint8Array([...bytes('caf'), 0xe9, ...bytes(' society')])), 'INPUT_ENCODING'],
    ['an unknown ending', source('text', 'xyz'), 'INPUT_UNKNOWN_FORMAT'],
    ['broken JSON', source('{"id": ', 'json'), 'RECORD_INVALID'],
    ['a record without text', source('{"id": "a", "title": "T"}', 'json'), 'RECORD_INVALID'],
    ['a record with a number for text', source('{"id": "a", "text": 5}', 'json'), 'RECORD_INVALID'],
  ])('says what is wrong with %s', async (_, input, code) => {
    expect(await codes(input)).toContain(code)
    expect((await readSource(input)).diagnostics[0]?.message).toContain('folder/one')
  })

  it('reads UTF-16 by its mark and windows-1252 as the web does', async () => {
    const utf16 = new Uint8Array([0xff, 0xfe, 0x48, 0, 0xe9, 0])
    expect((await readSource(source(utf16))).documents[0]?.text).toBe('Hé')
    const legacy = new Uint8Array([0x93, ...bytes('Yes'), 0x94])
    expect((await readSource(source(legacy))).documents[0]?.text).toBe('“Yes”')
  })

  it('reads the good lines of JSON Lines and names the broken one', async () => {
    const read = await readSource(
      source('{"id":"a","text":"One."}\n{"id":"b",\n\n{"id":"c","text":"Three."}\n', 'jsonl'),
    )
    expect(read.documents.map((document) => document.id)).toEqual(['a', 'c'])
    expect(read.diagnostics).toHaveLength(1)
    expect(read.diagnostics[0]?.message).toContain('line 2')
  })

  it('reads our names and schema.org’s', async () => {
    const ours = {
      id: 'a',
      text: 'T.',
      title: 'H',
      outlet: 'O',
      publishedAt: '2026-03-01',
      authors: ['X'],
      language: 'en',
      url: 'u',
    }
    const theirs = {
      '@type': 'NewsArticle',
      '@id': 'b',
      articleBody: 'T.',
      headline: 'H',
      publisher: { name: 'O' },
      datePublished: '2026-03-01',
      author: [{ name: 'X' }],
      inLanguage: 'en',
      url: 'u',
    }
    const read = await readSource(source(JSON.stringify([ours, theirs]), 'json'))
    const [first, second] = read.documents.map(({ title, outlet, publishedAt, authors, language, url }) => ({
      title,
      outlet,
      publishedAt,
      authors,
      language,
      url,
    }))
    expect(first).toEqual(second)
    expect(read.documents[1]?.id).toBe('b')
  })

  it('reads the article of a saved page with its headline, outlet, author and date', async () => {
    const paragraph =
      'The council of Alder Bay voted on Monday to rebuild the pier that a storm broke in January, at a cost of two million crowns. '
    const page = `<html lang="en"><head><title>Pier | Bay News</title><meta property="og:site_name" content="Bay News">
      <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Pier to be rebuilt","datePublished":"2026-02-03T08:00:00Z","author":[{"name":"Ada Lind"}],}]}</script></head>
      <body><nav><a href="/">Home</a></nav><article><h1>Pier to be rebuilt</h1><p>${paragraph.repeat(2)}</p><h2>Why now</h2><p>${paragraph.repeat(2)}</p><figure><figcaption>The pier</figcaption></figure></article></body></html>`
    const [document] = (await readSource(source(page, 'html'))).documents
    expect(document).toMatchObject({
      id: 'one',
      title: 'Pier to be rebuilt',
      outlet: 'Bay News',
      authors: ['Ada Lind'],
      publishedAt: '2026-02-03T08:00:00Z',
      language: 'en',
    })
    expect(document?.text).toContain('\n\nWhy now\n\n')
    expect(document?.text).not.toContain('Home')
  })

  it('gives dates as ISO 8601 and says of one that is none', async () => {
    const [first, second] = (
      await readSource(
        source(
          '{"id":"a","text":"One.","publishedAt":"3 February 2026"}\n{"id":"b","text":"Two.","publishedAt":"soonish"}\n',
          'jsonl',
        ),
      )
    ).documents
    expect([first?.publishedAt, first?.diagnostics]).toEqual(['2026-02-03', []])
    expect(second?.publishedAt).toBe(null)
    expect(second?.diagnostics[0]?.message).toContain('"soonish"')
  })

  it('keeps an account whose author or title cannot be read', async () => {
    const odd = { id: 'a', text: 'One.', title: 5, author: [{ name: null }, { name: 'Ada Lind' }], publisher: [] }
    const read = await readSource(source(JSON.stringify(odd), 'json'))
    expect(read.documents[0]).toMatchObject({ title: null, authors: ['Ada Lind'], outlet: null })
  })

  it('tells the language by the text, whatever a template says, and by the record where the text is short', async () => {
    const german =
      'Der Gemeinderat der Bucht hat am Montag beschlossen, die Mole wieder aufzubauen, die ein Sturm im Januar zerstört hatte. '
    const records = [
      { text: german.repeat(3), language: 'en' },
      { text: 'Kurz.', language: 'de-AT' },
    ]
    const read = await readSource(source(JSON.stringify(records), 'json'))
    expect(read.documents.map(({ language }) => language)).toEqual(['de', 'de'])
  })

  it('reads UTF-16 without its mark', async () => {
    const text = 'The council of Alder Bay voted – at last.'
    const little = Buffer.from(text, 'utf16le')
    for (const content of [new Uint8Array(little), new Uint8Array(Buffer.from(little).swap16())])
      expect((await readSource(source(content))).documents[0]?.text).toBe(text)
  })

  it('says so when a page holds no article', async () => {
    expect(await codes(source('<html><body><p>Please enable scripts.</p></body></html>', 'html'))).toEqual([
      'INPUT_EMPTY',
    ])
  })
})
