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
import { ferryDossier } from './fixture/story.js'

/** A dossier in which nothing was found, of one account that could not be read. */
function bareDossier(): Dossier {
  const full = ferryDossier()
  const account = { ...full.documents[0]!, title: null, outlet: null, publishedAt: null, text: '', url: null }
  return {
    ...full,
    story: { id: 's', title: 'Nothing', when: null, where: null },
    documents: [{ ...account, state: 'failed', compared: false, sentences: [] }],
    origins: [{ id: 'o1', documents: [account.id], kind: 'own', reason: 'its own words', evidence: [] }],
    ...{ entities: [], attributions: [], quoteGroups: [], claims: [], conflicts: [], timeline: [], positions: [] },
    ...{ omissions: [], brief: [], diagnostics: [], framing: { labels: [], loaded: [] } },
  }
}

/** Every section alone left empty, as later stages may leave it. */
const SECTIONS = [
  ...(['entities', 'quoteGroups', 'claims', 'conflicts', 'timeline', 'positions', 'omissions', 'brief'] as const),
]

describe('a dossier with little in it', () => {
  it('is shown by every renderer where nothing was found at all', async () => {
    const dossier = bareDossier()
    expect(renderTerminal(dossier, { width: 80, colour: false, hyperlinks: false })).toContain('could not be read')
    expect(renderMarkdown(dossier)).toContain('No account was found to contradict another.')
    expect(await renderHtml(dossier)).toContain('Could not be read')
    expect(JSON.parse(renderJson(dossier))).toEqual(dossier)
    expect(JSON.parse(renderJsonLd(dossier)).total).toBe(0)
    for (const table of CSV_TABLES) expect(renderCsv(dossier, table).split('\r\n')).toHaveLength(2)
  })

  it.each(SECTIONS)('leaves no link without its end when there are no %s', async (section) => {
    const html = await renderHtml({ ...ferryDossier(), [section]: [] })
    const ids = new Set([...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]))
    const targets = [...html.matchAll(/\shref="#([^"]*)"/g)].map((match) => match[1])
    // Findings may still name what was taken away here; the page itself must not point into nothing.
    const own = targets.filter((target) => !/^[ck]-\d+$/.test(target ?? ''))
    expect(own.filter((target) => !ids.has(target))).toEqual([])
  })

  it('shows an account that contradicts itself, and one in another language', async () => {
    const full = ferryDossier()
    const [conflict] = full.conflicts
    const own = { ...conflict!, within: 'coast-times', sides: [conflict!.sides[0]!, conflict!.sides[0]!] }
    const documents = full.documents.map((document, i) =>
      i === 3 ? { ...document, language: 'de', compared: false } : document,
    )
    const html = await renderHtml({ ...full, documents, conflicts: [own] })
    expect(html).toContain('lang="de"')
    expect(html).toContain('Shown, but not compared')
    expect(html).toMatch(/within <a class="acct" href="#a-1">The Coast Times<\/a>/)
  })
})
