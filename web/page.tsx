import { createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { renderToString } from 'preact-render-to-string'
import { script } from 'virtual:script'
import type { Dossier } from '../src/dossier/schema.js'
import { packDossier } from '../src/report/html/packDossier.js'
import { makeSafeInPlace } from '../src/report/view/safeText.js'
import { Brief } from './components/Brief.js'
import { Conflicts } from './components/Conflicts.js'
import { Accounts, Header } from './components/Header.js'
import { Ledger } from './components/Ledger.js'
import { Matrix, MatrixLegend } from './components/Matrix.js'
import { Notes } from './components/Notes.js'
import { Framing, People, Positions } from './components/People.js'
import { Reading } from './components/Reading.js'
import { Alone, Omissions } from './components/Silence.js'
import { Timeline } from './components/Timeline.js'
import { Section } from './components/words.js'
import style from './style/report.css?inline'
import { collectTargets } from './reading.js'
import { createView, type View } from './view.js'

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

// Nothing may be loaded from anywhere, and no style or script may run but the two that were built into the page.
const POLICY = [
  "default-src 'none'",
  `style-src ${hashOf(style)}`,
  `script-src ${hashOf(script)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** The whole page of a dossier. */
export function renderPage(dossier: Dossier): string {
  const view = createView(dossier)
  const findings = renderToString(<Findings view={view} />)
  const reading = renderToString(<Reading view={view} spans={collectTargets(view, findings)} />)
  const data = deflateRawSync(JSON.stringify(packDossier(dossier)), { level: 9 }).toString('base64')
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    renderToString(<title>{makeSafeInPlace(dossier.story.title).slice(0, 300)}</title>),
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<a class="skip" href="#main">Skip to the report</a>',
    '<div class="page">',
    renderToString(<Top view={view} />),
    `<main id="main" tabindex="-1">${findings}${reading}${renderToString(<Notes view={view} />)}</main>`,
    '<footer><a href="#top">Back to the top</a></footer>',
    '</div>',
    `<script type="text/plain" id="dossier">${data}</script>`,
    `<script>${script}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function Top({ view }: { readonly view: View }) {
  return (
    <>
      <Header view={view} />
      <nav class="contents" aria-label="Sections of the report">
        <ul>
          {listSections(view).map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  )
}

function Findings({ view }: { readonly view: View }) {
  return (
    <>
      <Accounts view={view} />
      <Conflicts view={view} />
      <Brief view={view} />
      {view.dossier.claims.length > 0 && (
        <Section
          id="coverage"
          title="Who tells what"
          note="One row per point, the most important first. A dot leads to the words; a row opens to show every telling."
        >
          <MatrixLegend />
          <div id="matrix">
            <Matrix view={view} />
          </div>
        </Section>
      )}
      <Ledger view={view} />
      <People view={view} />
      <Timeline view={view} />
      <Positions view={view} />
      <Framing view={view} />
      <Alone view={view} />
      <Omissions view={view} />
    </>
  )
}

function listSections({ dossier }: View): readonly (readonly [string, string])[] {
  const all: readonly (readonly [string, string, boolean])[] = [
    ['accounts', 'Accounts', true],
    ['conflicts', 'Disagreements', true],
    ['brief', 'In short', dossier.brief.length > 0],
    ['coverage', 'Who tells what', dossier.claims.length > 0],
    ['quotes', 'Quotations', true],
    ['people', 'People', dossier.entities.some((entity) => entity.type === 'person')],
    ['timeline', 'Timeline', dossier.timeline.length > 0],
    ['positions', 'Positions', dossier.positions.length > 0],
    ['framing', 'Descriptions', dossier.framing.labels.length + dossier.framing.loaded.length > 0],
    ['alone', 'Told alone', dossier.claims.some((claim) => claim.documents.length === 1)],
    ['omissions', 'Left out', true],
    ['reading', 'Full accounts', true],
    ['notes', 'Method', true],
  ]
  return all.flatMap(([id, title, shown]) => (shown ? [[id, title] as const] : []))
}
