import type { Dossier, DossierConflict, DossierDocument, DossierSpan } from '../../dossier/index.js'
import { countWitnesses, countWords, nameAccounts, orderAccounts, sharedOrigins } from '../view/accounts.js'
import { letterOf } from '../view/coverage.js'
import { formatMoment, formatRange } from '../view/days.js'
import { sayDiagnostic } from '../view/diagnostics.js'
import { cutExcerpt } from '../view/excerpt.js'
import { explainConflict } from '../view/explain.js'
import { chooseExample } from '../view/focus.js'
import { groupBy } from '../view/groupBy.js'
import { buildLedger, dropRepeats } from '../view/ledger.js'
import { excerptTold, oneASentence, type Told } from '../view/lines.js'
import { safeLink } from '../view/safeText.js'
import { chooseSteps, distinctSteps } from '../view/steps.js'
import {
  CONFLICT_KINDS,
  conditionOf,
  count,
  DIFFERENCES,
  joinWords,
  NATURES,
  POSITIONS,
  SILENCES,
  STATES,
  STRENGTHS,
} from '../view/words.js'
import { escapeMarkdown, linkMarkdown } from './escape.js'

interface Context {
  readonly dossier: Dossier
  readonly accounts: ReadonlyMap<string, string>
  /** In the order they are shown. */
  readonly ordered: readonly DossierDocument[]
  name(id: string): string
  names(ids: readonly string[]): string
  outlets(evidence: readonly DossierSpan[]): string
  document(id: string): DossierDocument | undefined
  /** A line of an account, with the rest of its sentence where it does not stand on its own. */
  told(told: Told): string
  /** The words in their sentence, in bold. */
  quote(span: DossierSpan): string
}

/** The dossier as Markdown that reads well in an issue or a message: conflicts first, words of the accounts as quotations. */
export function renderMarkdown(dossier: Dossier): string {
  const context = createContext(dossier)
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['Where the accounts disagree', showConflicts(context)],
    ['In short, in their words', showBrief(context)],
    ['The accounts', showAccounts(context)],
    ['Who said what, in which words', showQuotes(context)],
    ['People and bodies', showPeople(context)],
    ['When', showTimeline(context)],
    ['Positions taken', showPositions(context)],
    ['What they are called', showFraming(context)],
    ['Told by one account only', showAlone(context)],
    ['What each account leaves out', showOmissions(context)],
    ['Notes', showNotes(context)],
  ]
  const lines = [`# ${escapeMarkdown(dossier.story.title)}`, '', showFacts(dossier)]
  for (const [title, body] of sections) if (body.length > 0) lines.push('', `## ${title}`, '', ...body)
  return `${lines.join('\n')}\n`
}

function createContext(dossier: Dossier): Context {
  const accounts = nameAccounts(dossier.documents)
  const documents = new Map(dossier.documents.map((document) => [document.id, document]))
  const name = (id: string): string => escapeMarkdown(accounts.get(id) ?? id)
  const names = (ids: readonly string[]): string => joinWords(ids.map(name))
  return {
    dossier,
    accounts,
    ordered: orderAccounts(dossier.documents, accounts),
    name,
    names,
    document: (id) => documents.get(id),
    told: (told) => {
      const { before, exact, after, cutBefore, cutAfter } = excerptTold(told, (id) => documents.get(id))
      return `${cutBefore ? '…' : ''}${escapeMarkdown(before + exact + after)}${cutAfter ? '…' : ''}`
    },
    outlets: (evidence) => names([...new Set(evidence.map((span) => span.document))]),
    quote: (span) => {
      const document = documents.get(span.document)
      if (document === undefined) return `**${escapeMarkdown(span.exact)}**`
      const { before, exact, after, cutBefore, cutAfter } = cutExcerpt(document, span)
      const gap = (text: string, inner: string, left: boolean): string =>
        inner === '' ? '' : left ? `${inner}${/\s$/.test(text) ? ' ' : ''}` : `${/^\s/.test(text) ? ' ' : ''}${inner}`
      return [
        cutBefore ? '…' : '',
        gap(before, escapeMarkdown(before), true),
        `**${escapeMarkdown(exact)}**`,
        gap(after, escapeMarkdown(after), false),
        cutAfter ? '…' : '',
      ].join('')
    },
  }
}

function showFacts(dossier: Dossier): string {
  const { when, where } = dossier.story
  const witnesses = countWitnesses(dossier)
  return [
    when === null ? null : formatRange(when.start, when.end),
    where === null ? null : escapeMarkdown(where),
    count(dossier.documents.length, 'account') +
      (witnesses < dossier.documents.length ? `, at most ${witnesses} independent` : ''),
  ]
    .filter((fact) => fact !== null)
    .join(' · ')
}

function showConflicts(context: Context): string[] {
  const { conflicts } = context.dossier
  if (conflicts.length === 0) return ['No account was found to contradict another.']
  return conflicts.flatMap((conflict, i) => [...(i === 0 ? [] : ['']), ...showConflict(context, conflict, i + 1)])
}

function showConflict(context: Context, conflict: DossierConflict, number: number): string[] {
  const note =
    conflict.strength === 'contradiction' ? STRENGTHS.contradiction : (NATURES[conflict.nature] ?? STRENGTHS.tension)
  const subject = conflict.subject.trim() === '' ? '' : `: ${escapeMarkdown(conflict.subject)}`
  return [
    `### ${number}. ${CONFLICT_KINDS[conflict.kind]}${subject}`,
    '',
    `*${note}.* ${explainConflict(conflict).reason}.`,
    '',
    ...conflict.sides.flatMap((side, i) => [
      `- **${letterOf(i)}: ${escapeMarkdown(side.value)}** (${context.names(side.documents)})`,
      `  > ${context.quote(chooseExample(side))}`,
    ]),
  ]
}

function showBrief(context: Context): string[] {
  const numbers = new Map(context.dossier.conflicts.map((conflict, i) => [conflict.id, i + 1]))
  return context.dossier.brief.map((line) => {
    const disputed = line.disputed.flatMap((id) => numbers.get(id) ?? [])
    const note = disputed.length === 0 ? '' : ` *(disputed: see ${disputed.join(', ')})*`
    return `- ${escapeMarkdown(line.text)}${note} — ${context.outlets(line.evidence)}`
  })
}

function showAccounts(context: Context): string[] {
  return [
    ...context.ordered.map((document) => {
      const facts = [
        document.publishedAt === null ? 'date unknown' : escapeMarkdown(formatMoment(document.publishedAt)),
        count(countWords(document.text), 'word'),
        STATES[document.state],
        document.compared ? null : 'shown, not compared',
      ].filter((fact) => fact !== null)
      const title = document.title === null ? '' : ` ${linkMarkdown(document.title, safeLink(document.url))},`
      return `- **${context.name(document.id)}**:${title} ${facts.join(', ')}`
    }),
    ...sharedOrigins(context.dossier).map(
      (origin) => `- ${context.names(origin.documents)} count as one voice: ${escapeMarkdown(origin.reason)}`,
    ),
  ]
}

function showQuotes(context: Context): string[] {
  return buildLedger(context.dossier).flatMap((speaker) => [
    `- **${escapeMarkdown(speaker.name)}**`,
    ...dropRepeats(speaker.entries).flatMap(({ group, quotes }) => [
      ...(quotes.length > 1 ? [`  - *${DIFFERENCES[group.difference]}*`] : []),
      ...quotes.map((quote) => {
        const words = quote.content.map((span) => escapeMarkdown(span.exact)).join(' … ')
        const shown = quote.kind === 'indirect' ? `${words} *(reported, not quoted)*` : `“${words}”`
        return `${quotes.length > 1 ? '    ' : '  '}- ${shown} — ${context.name(quote.document)}`
      }),
    ]),
  ])
}

function showPeople(context: Context): string[] {
  return context.dossier.entities
    .filter((entity) => entity.roles.length > 0)
    .map((entity) => {
      const roles = entity.roles.map((role) => `${escapeMarkdown(role.text)} (${context.outlets(role.evidence)})`)
      return `- **${escapeMarkdown(entity.name)}**: ${roles.join('; ')}`
    })
}

function showTimeline(context: Context): string[] {
  const { story, timeline } = context.dossier
  const steps = chooseSteps(distinctSteps(timeline, context.document), story.when, MOST_STEPS)
  const lines = steps.map((step) => {
    const day = escapeMarkdown(formatRange(step.when.start, step.when.end, step.when.precision))
    return `- **${day}**: ${context.told(step)}${step.disputed ? ' *(disputed)*' : ''} — ${context.outlets(step.evidence)}`
  })
  return steps.length < timeline.length ? [...lines, `- *and ${timeline.length - steps.length} more*`] : lines
}

function showPositions(context: Context): string[] {
  const names = new Map(context.dossier.entities.map((entity) => [entity.id, entity.name]))
  return context.dossier.positions.map((item) => {
    const stated = conditionOf(item)
    const condition = stated === null ? '' : `, on condition: ${escapeMarkdown(stated)}`
    const actor = escapeMarkdown(names.get(item.actor) ?? '')
    const by = item.reportedBy.map((id) => escapeMarkdown(names.get(id) ?? '')).join(', ')
    const word = by === '' ? '' : `, by the word of ${by}`
    return `- **${actor}**, ${POSITIONS[item.kind]}: ${escapeMarkdown(item.matter)}${condition}${word} — ${context.outlets(item.evidence)}`
  })
}

function showFraming(context: Context): string[] {
  const { labels, loaded } = context.dossier.framing
  const byEntity = groupBy(labels, (label) => label.entity)
  const named = context.dossier.entities.flatMap((entity) => {
    const own = byEntity.get(entity.id) ?? []
    const shown = own.map((label) => `${escapeMarkdown(label.text)} (${context.name(label.document)})`)
    return own.length === 0 ? [] : [`- **${escapeMarkdown(entity.name)}**: ${shown.join('; ')}`]
  })
  const words = loaded.map((item) => `${escapeMarkdown(item.evidence[0]!.exact)} (${context.name(item.document)})`)
  return [...named, ...(words.length === 0 ? [] : [`- Words that carry a judgement: ${words.join('; ')}`])]
}

// A message longer than a few screens is not read: what an account alone tells runs to a hundred lines in a story of twenty.
const MOST_BY_ACCOUNT = 6
const MOST_STEPS = 40

function showAlone(context: Context): string[] {
  const single = context.dossier.claims.filter((claim) => claim.documents.length === 1)
  const byAccount = groupBy(single, (claim) => claim.documents[0])
  return context.ordered.flatMap(({ id }) => {
    const own = byAccount.get(id) ?? []
    const shown = oneASentence(own, (claim) => claim, context.document).slice(0, MOST_BY_ACCOUNT)
    return own.length === 0
      ? []
      : [
          `- **${context.name(id)}**`,
          ...shown.map((claim) => `  - ${context.told(claim)}`),
          ...moreLine(own.length - shown.length),
        ]
  })
}

function showOmissions(context: Context): string[] {
  const claims = new Map(context.dossier.claims.map((claim) => [claim.id, claim]))
  const byAccount = groupBy(context.dossier.omissions, (item) => item.document)
  return context.ordered.flatMap(({ id }) => {
    const missing = byAccount.get(id) ?? []
    if (missing.length === 0) return []
    const shown = oneASentence(missing, ({ claim }) => claims.get(claim), context.document).slice(0, MOST_BY_ACCOUNT)
    return [
      `- **${context.name(id)}**`,
      ...shown.flatMap(({ claim, why }) => {
        const found = claims.get(claim)
        return found === undefined
          ? []
          : [`  - ${context.told(found)} (${SILENCES[why]}; told by ${context.names(found.documents)})`]
      }),
      ...moreLine(missing.length - shown.length),
    ]
  })
}

function moreLine(left: number): string[] {
  return left > 0 ? [`  - *and ${count(left, 'more', 'more')}*`] : []
}

function showNotes(context: Context): string[] {
  const { name, version } = context.dossier.generator
  return [
    '- Every line is in the exact words of an account. Synoptic says which accounts say what, never who is right.',
    ...context.dossier.diagnostics.map((item) => `- ${escapeMarkdown(sayDiagnostic(item, context.accounts))}`),
    `- Made with ${escapeMarkdown(name)} ${escapeMarkdown(version)}.`,
  ]
}
