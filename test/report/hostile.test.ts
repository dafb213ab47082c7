import { parse as parseCsv } from 'csv-parse/sync'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import type { Dossier } from '../../src/dossier/index.js'
import {
  CSV_TABLES,
  renderCsv,
  renderHtml,
  renderJson,
  renderJsonLd,
  renderMarkdown,
  renderTerminal,
} from '../../src/report/index.js'
import { makeSafeInPlace } from '../../src/report/view/safeText.js'
import { poisonDossier } from './fixture/poison.js'
import { ferryDossier } from './fixture/story.js'

/** What a hostile or broken page may hold, by what it would do if obeyed. */
const PAYLOADS: Readonly<Record<string, string>> = {
  'a script element': '"><script>alert(1)</script>',
  'an event handler': '\' onload="alert(1)"><img src=x onerror=alert(1)>',
  'the end of the data block': '</script></style></title></textarea><svg/onload=alert(1)>',
  'the start of a comment': '<!--<![CDATA[',
  'an entity': '&lt;b&gt;&#60;',
  'a terminal colour': '\u001b[31;1m',
  'a terminal title and link': '\u001b]0;pwned\u0007\u001b]8;;http://evil.example\u001b\\',
  'eight-bit terminal controls': '\u009b2J\u0090\u009d0;x\u009c',
  'a change of direction': '\u202egnp.exe\u2066\u2067',
  'direction marks': '\u200f\u061c\u200e',
  'null bytes': '\u0000\u0000',
  'line and paragraph separators': '\u2028\u2029',
  'carriage returns and back spaces': 'a\b\b\rb\u007f\u000b\u000c',
  'half a character': '\ud83d',
  'a word of 10,000 letters': 'x'.repeat(10_000),
  'a word of 10,000 wide letters': '漢'.repeat(10_000),
  'a title of 500 characters': 'long title '.repeat(46),
  'Markdown of every kind': '# *a* _b_ `c` [d](javascript:e) ![f](http://g.example/h) <i>j</i> | k | ~~l~~ @m #1 $n$ ',
  'a formula': '=HYPERLINK("http://evil.example")',
  'a formula behind a sign': '@SUM(1)+',
}

/** The same shape without anything to obey: as long, with spaces where the payload has them. */
function tame(payload: string): string {
  return payload.replace(/\S/gu, 'x').padEnd(payload.length, 'x').slice(0, payload.length)
}

const cases = Object.entries(PAYLOADS).map(([name, payload]) => ({ name, payload }))

const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/

describe.each(cases)('$name in every field', ({ payload }) => {
  const hostile = poisonDossier(ferryDossier(), payload)

  it('gives no control character to the terminal and keeps its width', () => {
    const text = renderTerminal(hostile, { width: 80, colour: false, hyperlinks: false })
    expect(CONTROL.exec(text)).toBeNull()
    expect(/[\ud800-\udbff](?![\udc00-\udfff])/.exec(text)).toBeNull()
    expect(Math.max(...text.split('\n').map((line) => stringWidth(line)))).toBeLessThanOrEqual(80)
  })

  it('gives the terminal no sequences but its own where it colours and links', () => {
    const text = renderTerminal(hostile, { width: 80, colour: true, hyperlinks: true })
    const own = /\u001b\[(?:\d{1,2}(?:;\d{1,2})*)m|\u001b\]8;;(?:https?:\/\/[^\u0000-\u0020\u007f-\u009f]*)?\u0007/g
    expect(CONTROL.exec(text.replace(own, ''))).toBeNull()
  })

  it('adds no element, attribute or address to the HTML page', async () => {
    const [bad, good] = await Promise.all([
      renderHtml(hostile),
      renderHtml(poisonDossier(ferryDossier(), tame(payload))),
    ])
    const tree = outline(bad)
    expect(tree.scripts).toBe(2)
    expect(tree.addresses.filter((address) => !address.startsWith('#'))).toEqual([])
    expect(tree.attributes.filter((name) => name.startsWith('on') || name === 'style' || name === 'src')).toEqual([])
    // Which words differ between quotations, and which run from right to left, may change with the payload; all else is the same.
    const frame = (elements: readonly string[]): string =>
      elements.filter((name) => name !== 'mark' && name !== 'bdi').join(' ')
    expect(frame(tree.elements)).toBe(frame(outline(good).elements))
  })

  it('keeps every place of an account in the HTML page', async () => {
    const { bodies } = outline(await renderHtml(hostile))
    // A page written as UTF-8 cannot hold half a character either way.
    const seen = (text: string): string => new TextDecoder().decode(new TextEncoder().encode(makeSafeInPlace(text)))
    expect(bodies.map(seen)).toEqual(hostile.documents.map((document) => seen(document.text)))
  })

  it('adds no markup to Markdown', () => {
    const marks = (dossier: Dossier): string =>
      renderMarkdown(dossier)
        .replace(/\\[\\`*_[\]<>|~$#!\-+=.)]|&(?:amp|lt|gt|#64|#8203);/g, '')
        .replace(/[^\n#*_`[\]<>|~\\$!@]/g, '')
    expect(marks(hostile)).toBe(marks(poisonDossier(ferryDossier(), tame(payload))))
    expect(CONTROL.exec(renderMarkdown(hostile))).toBeNull()
  })

  it('gives spreadsheets no formula, no row and no column of its own', () => {
    for (const table of CSV_TABLES) {
      const rows: string[][] = parseCsv(renderCsv(hostile, table), { relax_column_count: false })
      expect(rows).toHaveLength(parseCsv(renderCsv(ferryDossier(), table)).length)
      expect(rows.flat().filter((cell) => /^[=+@\t\r]|^-(?!\d)/.test(cell))).toEqual([])
    }
  })

  it('comes back from JSON as it was, written without raw controls', () => {
    const json = renderJson(hostile)
    expect(JSON.parse(json)).toEqual(hostile)
    expect(CONTROL.exec(json)).toBeNull()
  })

  it('stands in JSON-LD as text', () => {
    const json = renderJsonLd(hostile)
    expect(CONTROL.exec(json)).toBeNull()
    const items: { target: { source: string }[] }[] = JSON.parse(json).first.items
    const sources = items.flatMap((item) => item.target.map((target) => target.source))
    expect(sources.filter((source) => !source.startsWith('urn:synoptic:account:'))).toEqual([])
    expect(items.length).toBe(JSON.parse(renderJsonLd(ferryDossier())).first.items.length)
  })
})

interface Outline {
  readonly elements: string[]
  readonly attributes: string[]
  readonly addresses: string[]
  readonly bodies: string[]
  scripts: number
}

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document

function outline(html: string): Outline {
  const found: Outline = { elements: [], attributes: [], addresses: [], bodies: [], scripts: 0 }
  const visit = (node: Node): void => {
    if ('tagName' in node) {
      found.elements.push(node.tagName)
      if (node.tagName === 'script') found.scripts++
      for (const { name, value } of node.attrs) {
        found.attributes.push(name)
        if (name === 'href') found.addresses.push(value)
        if (name === 'data-text') found.bodies.push(textOf(node))
      }
    }
    if ('childNodes' in node) node.childNodes.forEach(visit)
  }
  visit(parse(html))
  return found
}

function textOf(node: Node): string {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}
