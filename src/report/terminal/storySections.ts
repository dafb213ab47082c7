import type { Dossier } from '../../dossier/index.js'
import { type Cell, createCoverage, letterOf } from '../view/coverage.js'
import { formatRange } from '../view/days.js'
import { groupBy } from '../view/groupBy.js'
import { joinLabels } from '../view/labels.js'
import { listPeople } from '../view/listPeople.js'
import { chooseSteps, distinctSteps } from '../view/steps.js'
import { conditionOf, POSITIONS } from '../view/words.js'
import {
  distinctTold,
  hang,
  moreLine,
  nameRun,
  nameRuns,
  quoteRuns,
  type TerminalContext,
  toldRuns,
} from './context.js'
import { type Line, measure, own, type Run, run, wrap } from './runs.js'

/** The story in at most eight lines of the accounts' own words. */
export function briefSection(context: TerminalContext): Line[] {
  const numbers = new Map(context.dossier.conflicts.map((conflict, i) => [conflict.id, i + 1]))
  return context.dossier.brief.flatMap((line) => {
    const disputed = line.disputed.flatMap((id) => numbers.get(id) ?? [])
    return hang(
      '  - ',
      [
        run(line.text),
        ...(disputed.length === 0 ? [] : [run(` disputed: see ${disputed.join(', ')} `, 'caution')]),
        own(' — ', 'dim'),
        ...nameRuns(context, [...new Set(line.evidence.map((span) => span.document))]),
      ],
      context.width,
      context.limit(6),
    )
  })
}

/** Who tells what: a grid of claims by accounts. */
export function coverageSection(context: TerminalContext): Line[] {
  const { claims } = context.dossier
  const documents = context.accounts.filter((document) => document.compared)
  // Each account takes two columns; past half of the width the claims could not be read.
  const fits = Math.max(1, Math.floor(context.width / 4))
  const columns = documents.slice(0, fits)
  const shown = distinctTold(context, claims, (claim) => claim).slice(0, context.limit(12))
  const cellsOf = createCoverage(context.dossier, columns)
  const numbers = new Map(context.dossier.conflicts.map((conflict, i) => [conflict.id, i + 1]))
  const gridWidth = columns.length * 2
  // In a row where one under another would fill the screen.
  const entries = columns.map((document, i): Run[] => [own(`${i + 1} = `, 'dim'), nameRun(context, document.id)])
  const legend: Line[] =
    columns.length <= 6
      ? entries.map((entry): Line => [own('   '), ...entry])
      : hang(
          '   ',
          entries.flatMap((entry, i): Run[] => (i === 0 ? entry : [own(' · ', 'dim'), ...entry])),
          context.width,
        )
  if (columns.length < documents.length)
    legend.push([
      own(`  ${documents.length - columns.length} more accounts do not fit; the HTML report has them all`, 'dim'),
    ])
  return [
    [own('  ● tells it   A B tells its side of a conflict   · silent   ° published too early   ? not read', 'dim')],
    [own(`  ${columns.map((_, i) => String((i + 1) % 10)).join(' ')}`, 'strong')],
    ...shown.flatMap((claim) => {
      const cells = cellsOf(claim)
      const conflict = numbers.get(cells.find((cell) => cell.conflict !== null)?.conflict ?? '')
      const words = [
        ...toldRuns(context, claim),
        ...(conflict === undefined ? [] : [run(` see ${conflict}`, 'caution')]),
      ]
      return wrap(words, context.width - gridWidth - 4, context.limit(3)).map(
        (line, i): Line => [
          own('  '),
          ...(i === 0
            ? cells.flatMap((cell): Run[] => [cellRun(cell), own(' ')])
            : [{ text: ' '.repeat(gridWidth), style: 'plain' } as const]),
          own(' '),
          ...line,
        ],
      )
    }),
    ...legend,
    ...moreLine(shown.length, claims.length, 'coverage'),
  ]
}

function cellRun(cell: Cell): Run {
  switch (cell.state) {
    case 'tells':
      return own('●')
    case 'side':
      return { text: letterOf(cell.side ?? 0).slice(0, 1), style: 'alarm' }
    case 'notYetKnown':
      return own('°', 'dim')
    case 'notRead':
      return own('?', 'dim')
    case 'notSaid':
    case 'unlisted':
      return own('·', 'dim')
  }
}

/** The people and bodies, with what the accounts call them. */
export function peopleSection(context: TerminalContext): Line[] {
  const people = listPeople(context.dossier.entities)
  if (people.length === 0) return [[own('  Nobody is named.')]]
  const shown = people.slice(0, context.limit(12))
  return [
    ...shown.flatMap((entity) => {
      const roles = entity.roles.slice(0, context.limit(4))
      return hang(
        '  ',
        [
          run(entity.name, 'strong'),
          ...roles.flatMap((role, i): Run[] => [
            { text: i === 0 ? ': ' : '; ', style: 'dim' },
            run(role.text),
            own(' (', 'dim'),
            ...nameRuns(context, [...new Set(role.evidence.map((span) => span.document))]),
            own(')', 'dim'),
          ]),
        ],
        context.width,
        context.limit(4),
      )
    }),
    ...moreLine(shown.length, people.length, 'people'),
  ]
}

/** Steps of the story by day. */
export function timelineSection(context: TerminalContext): Line[] {
  const { story, timeline } = context.dossier
  if (timeline.length === 0) return [[own('  No account gives a date that could be placed.')]]
  const steps = context.full ? timeline : distinctSteps(timeline, (id) => context.documents.get(id))
  const shown = chooseSteps(steps, story.when, context.limit(12))
  const days = shown.map(({ when }) => formatRange(when.start, when.end, when.precision, 'short'))
  const column = Math.min(WIDEST_DAYS, Math.max(...days.map((day) => measure(day))))
  return [
    ...shown.flatMap((step, i) =>
      hang(
        `  ${days[i]!.padEnd(column)}  `,
        [
          ...toldRuns(context, step),
          ...(step.disputed ? [run(' disputed', 'caution')] : []),
          own(' — ', 'dim'),
          ...nameRuns(context, [...new Set(step.evidence.map((span) => span.document))]),
        ],
        context.width,
        context.limit(4),
      ),
    ),
    ...moreLine(shown.length, timeline.length, 'timeline'),
  ]
}

// `30 Dec 2025 – 2 Jan 2026`
const WIDEST_DAYS = 24

/** Who wants, offers, refuses, warns or promises what. */
export function positionSection(context: TerminalContext): Line[] {
  const { positions } = context.dossier
  if (positions.length === 0) return [[own('  No positions were found.')]]
  const names = new Map(context.dossier.entities.map((entity) => [entity.id, entity.name]))
  // By name: "Republicans" here and there need not be the same ones, but two lists of that name help nobody.
  const actors = [...groupBy(positions, (item) => names.get(item.actor) ?? '')].slice(0, context.limit(8))
  let shown = 0
  const lines = actors.flatMap(([actor, all]) => {
    const some = all.slice(0, context.limit(3))
    shown += some.length
    return [[own('  '), run(actor, 'strong')], ...some.flatMap((item) => showPosition(context, item, names))]
  })
  return [...lines, ...moreLine(shown, positions.length, 'positions')]
}

function showPosition(
  context: TerminalContext,
  item: Dossier['positions'][number],
  names: ReadonlyMap<string, string>,
): Line[] {
  const condition = conditionOf(item)
  return hang(
    '    ',
    [
      own(`${POSITIONS[item.kind]}: `, 'dim'),
      run(item.matter),
      ...(condition === null ? [] : [run(` — on condition: ${condition}`)]),
      ...(item.reportedBy.length === 0
        ? []
        : [own(' — by the word of ', 'dim'), run(item.reportedBy.map((id) => names.get(id) ?? '').join(', '))]),
      own(' — ', 'dim'),
      ...nameRuns(context, [...new Set(item.evidence.map((span) => span.document))]),
    ],
    context.width,
    context.limit(4),
  )
}

/** What the accounts call people and bodies, and words that carry a judgement. */
export function framingSection(context: TerminalContext): Line[] {
  const { labels, loaded } = context.dossier.framing
  const byEntity = groupBy(labels, (label) => label.entity)
  if (labels.length + loaded.length === 0) return [[own('  No labels or loaded words were found.')]]
  const lines: Line[] = []
  let shown = 0
  for (const entity of context.dossier.entities) {
    const here = joinLabels(byEntity.get(entity.id) ?? [])
    if (here.length === 0 || lines.length >= context.limit(24)) continue
    const some = here.slice(0, context.limit(6))
    shown += some.reduce((sum, { documents }) => sum + documents.length, 0)
    lines.push([own('  '), run(entity.name, 'strong')])
    for (const { text, voice, documents } of some) {
      const cited = voice === 'attributed' ? [own(', in someone’s words', 'dim')] : []
      lines.push(
        ...hang(
          '    ',
          [run(text), own(' — ', 'dim'), ...nameRuns(context, documents), ...cited],
          context.width,
          context.limit(2),
        ),
      )
    }
  }
  const some = loaded.slice(0, context.limit(8))
  if (some.length > 0) lines.push([own('  Words that carry a judgement', 'strong')])
  for (const { document, evidence } of some) {
    const words = [...quoteRuns(context, evidence[0]!, LOADED_EXCERPT), own(' — ', 'dim'), nameRun(context, document)]
    lines.push(...hang('    ', words, context.width, context.limit(2)))
  }
  return [...lines, ...moreLine(shown + some.length, labels.length + loaded.length, 'framing')]
}

// A loaded word alone says nothing; with a dozen words around it, what it is said of.
const LOADED_EXCERPT = 100
