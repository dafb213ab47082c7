import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { renderHtml } from '../../src/report/index.js'
import { ferryDossier } from './fixture/story.js'

const dossier = ferryDossier()

describe('the built page', () => {
  it('needs nothing but Node where the package is installed', () => {
    const module = readFileSync(new URL('../../dist/web/page.js', import.meta.url), 'utf8')
    const imports = [...module.matchAll(/(?:^|[;\n])import\s*(?:[^'"`;]*?from\s*)?["']([^"']+)["']/g)].map(
      (match) => match[1],
    )
    expect(imports.length).toBeGreaterThan(0)
    expect(imports.filter((name) => !name?.startsWith('node:'))).toEqual([])
  })
})

describe('renderHtml', () => {
  it('allows exactly the style and the script it carries, and nothing from outside', async () => {
    const html = await renderHtml(dossier)
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)![1]!
    const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)![1]!
    const script = /<script>([\s\S]*?)<\/script>/.exec(html)![1]!
    expect(policy).toContain(`style-src ${hash(style)};`)
    expect(policy).toContain(`script-src ${hash(script)};`)
    expect(policy).toMatch(/^default-src 'none';/)
    expect(html).not.toMatch(/\ssrc=|url\(|@import|<link/)
  })

  it('is the same, byte for byte, each time', async () => {
    expect(await renderHtml(ferryDossier())).toBe(await renderHtml(dossier))
  })

  it('stays under 150 KB beyond the text of the accounts', async () => {
    const text = dossier.documents.reduce((sum, document) => sum + Buffer.byteLength(document.text), 0)
    expect(Buffer.byteLength(await renderHtml(dossier)) - text).toBeLessThan(150_000)
  })

  it('has an anchor for every link within it', async () => {
    const html = await renderHtml(dossier)
    const ids = new Set([...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]))
    const targets = new Set([...html.matchAll(/\shref="#([^"]*)"/g)].map((match) => match[1]))
    expect([...targets].filter((target) => !ids.has(target))).toEqual([])
    expect(ids.size).toBe([...html.matchAll(/\sid="/g)].length)
  })

  it('shows the sections in the order a reader needs them', async () => {
    const html = await renderHtml(dossier)
    const sections = [...html.matchAll(/<section id="([a-z]+)"/g)].map((match) => match[1])
    expect(sections).toEqual([
      ...[
        'accounts',
        'conflicts',
        'brief',
        'coverage',
        'quotes',
        'people',
        'timeline',
        'positions',
        'framing',
        'alone',
      ],
      ...['omissions', 'reading', 'notes'],
    ])
  })

  it('leads from every side of a conflict, every quotation and every line of the brief to the account', async () => {
    const html = await renderHtml(dossier)
    const spans = [
      ...dossier.conflicts.flatMap((conflict) => conflict.sides.flatMap((side) => side.evidence)),
      ...dossier.attributions.map((item) => item.content[0]!),
      ...dossier.brief.map((line) => line.evidence[0]!),
    ]
    const anchors = spans.map(({ document, start, end }) => {
      return `w${dossier.documents.findIndex(({ id }) => id === document)}-${start}-${end}"`
    })
    expect(anchors.filter((anchor) => !html.includes(`href="#${anchor}`) || !html.includes(`id="${anchor}`))).toEqual(
      [],
    )
  })
})
