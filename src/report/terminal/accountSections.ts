import type { Dossier, DossierDocument } from '../../dossier/index.js'
import { countWords, sharedOrigins } from '../view/accounts.js'
import { formatMoment } from '../view/days.js'
import { sayDiagnostic } from '../view/diagnostics.js'
import { groupBy } from '../view/groupBy.js'
import { count, joinWords, SILENCES, STATES } from '../view/words.js'
import { distinctTold, hang, moreLine, nameRun, nameRuns, type TerminalContext, toldRuns } from './context.js'
import { type Line, measure, own, type Run, run } from './runs.js'

/** The accounts: outlet, date, length, headline, and which of them are one witness. */
export function accountSection(context: TerminalContext): Line[] {
  const { accounts: documents } = context
  const shown = documents.slice(0, context.limit(30))
  const widest = Math.min(28, Math.max(...shown.map(({ id }) => measure(context.names.get(id) ?? id)), 1))
  return [
    ...shown.flatMap((document) => showAccount(context, document, widest)),
    ...moreLine(shown.length, documents.length, 'accounts'),
    ...sharedOrigins(context.dossier).flatMap((origin) => showOrigin(context, origin)),
  ]
}

function showAccount(context: TerminalContext, document: DossierDocument, widest: number): Line[] {
  const name = nameRun(context, document.id, 'strong')
  const gap = ' '.repeat(Math.max(2, widest + 2 - measure(name.text)))
  const facts = [
    document.publishedAt === null ? 'date unknown' : formatMoment(document.publishedAt, 'short'),
    count(countWords(document.text), 'word'),
    STATES[document.state],
    document.compared ? null : 'shown, not compared',
  ].filter((fact) => fact !== null)
  const runs: Run[] = [name, { text: gap, style: 'plain' }, run(facts.join(' · '), 'dim')]
  const title =
    document.title === null ? [] : hang(' '.repeat(4), [run(document.title)], context.width, context.limit(2))
  return [[own('  '), ...runs], ...title]
}

function showOrigin(context: TerminalContext, origin: Dossier['origins'][number]): Line[] {
  const names = origin.documents.slice(0, 6).map((id) => context.names.get(id) ?? id)
  const rest = origin.documents.length - names.length
  const listed = rest > 0 ? `${names.join(', ')} and ${rest} more` : joinWords(names)
  return hang('  = ', [run(`${listed} count as one voice: ${origin.reason}`, 'dim')], context.width)
}

// Lists by account that go on longer push all else off the screen.
const MOST_ACCOUNTS = 12

/** What only one account tells, by account. */
export function aloneSection(context: TerminalContext): Line[] {
  const single = context.dossier.claims.filter((claim) => claim.status === 'single' && claim.documents.length === 1)
  const byAccount = groupBy(single, (claim) => claim.documents[0])
  const lines: Line[] = []
  let shown = 0
  for (const { id } of context.accounts.slice(0, context.limit(MOST_ACCOUNTS))) {
    const alone = byAccount.get(id) ?? []
    if (alone.length === 0) continue
    const some = distinctTold(context, alone, (claim) => claim).slice(0, context.limit(3))
    shown += some.length
    lines.push([own('  '), nameRun(context, id, 'strong')])
    for (const claim of some) lines.push(...hang('    - ', toldRuns(context, claim), context.width, context.limit(4)))
  }
  if (lines.length === 0) return [[own('  Nothing stands in one account alone.')]]
  return [...lines, ...moreLine(shown, single.length, 'alone')]
}

/** What each account leaves out of what the others tell, and why it may be silent. */
export function omissionSection(context: TerminalContext): Line[] {
  const { omissions } = context.dossier
  const claims = new Map(context.dossier.claims.map((claim) => [claim.id, claim]))
  const byAccount = groupBy(omissions, (item) => item.document)
  const lines: Line[] = []
  let shown = 0
  for (const { id } of context.accounts.slice(0, context.limit(MOST_ACCOUNTS))) {
    const missing = byAccount.get(id) ?? []
    if (missing.length === 0) continue
    const some = distinctTold(context, missing, ({ claim }) => claims.get(claim)).slice(0, context.limit(4))
    shown += some.length
    lines.push([own('  '), nameRun(context, id, 'strong')])
    for (const { claim, why } of some) {
      const found = claims.get(claim)
      if (found === undefined) continue
      lines.push(
        ...hang(
          '    - ',
          [
            ...toldRuns(context, found),
            run(` (${SILENCES[why]}; told by `, 'dim'),
            ...nameRuns(context, found.documents),
            run(')', 'dim'),
          ],
          context.width,
          context.limit(5),
        ),
      )
    }
  }
  if (lines.length === 0) return [[own('  No account leaves out what most others tell.')]]
  return [...lines, ...moreLine(shown, omissions.length, 'omissions')]
}

const SEE_MORE =
  'Any section in full: --section conflicts (or quotes, omissions …). A report with a link from every line to its words: --report report.html.'

/** What to know of the method, and what went wrong. */
export function noteSection(context: TerminalContext): Line[] {
  const notes = [
    'Every line is in the exact words of an account. Synoptic says which accounts say what, never who is right.',
    'It can miss a difference, or see one where a careful reader would not: follow the words back to the account.',
    ...context.dossier.diagnostics.map((item) => sayDiagnostic(item, context.names)),
  ]
  const shown = notes.slice(0, context.limit(8))
  return [
    ...shown.flatMap((note) => hang('  - ', [run(note)], context.width, context.limit(6))),
    ...moreLine(shown.length, notes.length, 'notes'),
    ...hang('  ', [run(SEE_MORE, 'dim')], context.width),
  ]
}
