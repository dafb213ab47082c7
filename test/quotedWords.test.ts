import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createDocument, type Document } from '../src/document/index.js'
import { compileDossier, type Dossier } from '../src/dossier/index.js'
import { CSV_TABLES, renderCsv, renderHtml, renderJson, renderMarkdown, renderTerminal } from '../src/report/index.js'
import { renderQuotes } from '../src/report/quotes/index.js'

// Everything but curly double marks, so that those in the output are the renderer's own and what they hold can be looked up.
const piece = fc.constantFrom(
  '"The dam will hold," said Ines Falk. ',
  '"We checked it twice," she added, "and it held." ',
  "'It's the workers' dam,' Piet Orr told the Gazette. ",
  '« Nobody needs to leave », said Ines Falk. ',
  'Ines Falk called the plan "a leap in the dark" and "a mess". ',
  'Piet Orr denied that the dam "was ever safe". ',
  '"The dam *will* <hold> & [stay]," said Falk. ',
  '"=SUM(1)," he wrote. ',
  '\n\n',
  '\n\n"Nobody left.\n\n"Nobody will," said Orr.\n\n',
  'INES FALK: It will hold.\n\nPIET ORR: It will not.\n\n',
  'Ines Falk (@inesfalk) The dam stands.\n\n',
  '" ',
  "' ",
  '\u202e\u00a0… ',
  'The flood came on Monday at 5 p.m. and 40 people left. ',
)
const accounts = fc.array(fc.array(piece, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 3 })

/** White space as one space; without invisible signs and those that mark what differs (`*word*`, `‸` for a gap). */
const fold = (text: string): string =>
  text
    .replace(/[*‸\ufffd]|\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()

/** What a renderer sets between quotation marks of its own, cut where it says that it cuts. */
function shown(text: string): readonly string[] {
  return [...fold(text).matchAll(/“([^“”]*)”/gu)].flatMap(([, words]) => words!.split(/ ?\[…\] ?|…/u)).map(fold)
}

const unmarked = (markdown: string): string => markdown.replace(/\\(?=[^\w\s])/gu, '')
const withoutTags = (html: string): string =>
  html.replace(/<(script|style)[\s\S]*?<\/\1>/gu, '').replace(/<[^>]*>/gu, '')
const unescaped = (html: string): string =>
  html
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&quot;/gu, '"')
    .replace(/&#(\d+);/gu, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&amp;/gu, '&')

async function renderAll(dossier: Dossier): Promise<readonly (readonly [renderer: string, text: string])[]> {
  return [
    ['quotes table', renderQuotes(dossier, { format: 'table', width: 4000 })],
    ['terminal', renderTerminal(dossier, { width: 4000, colour: false, hyperlinks: false })],
    ['markdown', unescaped(unmarked(renderMarkdown(dossier)))],
    ['html', unescaped(withoutTags(await renderHtml(dossier)))],
  ]
}

/** What the renderers say themselves between quotation marks, explanations and examples, whatever the story. */
async function ownWords(): Promise<ReadonlySet<string>> {
  const plain = compileDossier([createDocument({ id: 'plain', text: 'The town slept.' })])
  return new Set((await renderAll(plain)).flatMap(([, text]) => shown(text)))
}

it('shows no quotation, in any renderer, that does not stand in an account', async () => {
  const own = await ownWords()
  await fc.assert(
    fc.asyncProperty(accounts, async (stories) => {
      const documents: readonly Document[] = stories.map((pieces, index) =>
        createDocument({ id: `d${index}`, text: pieces.join('') }),
      )
      const dossier = compileDossier(documents)
      const texts = new Map(documents.map(({ id, text }) => [id as string, text]))
      for (const { document, content } of dossier.attributions) {
        for (const { start, end, exact } of content) expect(texts.get(document)!.slice(start, end)).toBe(exact)
      }
      // What a rule compared is named in its explanation: values, not quotations.
      const compared = dossier.conflicts
        .flatMap(({ rule }) => Object.values(rule.inputs))
        .map((value) => fold(`${value}`))
      const folded = [...texts.values()].map(fold)
      for (const [renderer, text] of await renderAll(dossier)) {
        for (const words of shown(text)) {
          if (own.has(words) || compared.some((value) => value.includes(words))) continue
          expect(
            folded.some((account) => account.includes(words)),
            `${renderer}: ${words}`,
          ).toBe(true)
        }
      }
      for (const table of [renderQuotes(dossier, { format: 'csv', width: 80 }), renderJson(dossier)]) {
        expect(table.length).toBeGreaterThan(0)
      }
      for (const name of CSV_TABLES) expect(() => renderCsv(dossier, name)).not.toThrow()
    }),
    { numRuns: 60, seed: 7 },
  )
}, 120_000)
