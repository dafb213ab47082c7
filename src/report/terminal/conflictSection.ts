import type { DossierConflict } from '../../dossier/index.js'
import { letterOf } from '../view/coverage.js'
import { explainConflict } from '../view/explain.js'
import { chooseExample } from '../view/focus.js'
import { CONFLICT_KINDS, count, NATURES, STRENGTHS } from '../view/words.js'
import { chooseColumns, columnWidth, setSideBySide } from './columns.js'
import { hang, markRuns, moreLine, nameRuns, quoteRuns, type TerminalContext } from './context.js'
import { type Line, own, run, wrap } from './runs.js'

const USUAL = 12
// An excerpt longer than this fills a screen before the third conflict is seen.
const EXCERPT = 200
const SIDES = 8

/** The conflicts, contradictions first, each with its sides beside each other. */
export function conflictSection(context: TerminalContext): Line[] {
  const { conflicts } = context.dossier
  if (conflicts.length === 0) return [[own('  No account was found to contradict another.')]]
  const shown = conflicts.slice(0, context.limit(USUAL))
  return [
    ...shown.flatMap((conflict, i) => [...(i === 0 ? [] : [[]]), ...showConflict(context, conflict, i + 1)]),
    ...moreLine(shown.length, conflicts.length, 'conflicts'),
  ]
}

function showConflict(context: TerminalContext, conflict: DossierConflict, number: number): Line[] {
  const contradiction = conflict.strength === 'contradiction'
  const note = contradiction ? STRENGTHS.contradiction : (NATURES[conflict.nature] ?? STRENGTHS.tension)
  const head = hang(
    `${String(number).padStart(2)}  `,
    [
      run(CONFLICT_KINDS[conflict.kind], 'strong'),
      ...(conflict.subject.trim() === '' ? [] : [run(': '), run(conflict.subject, 'strong')]),
    ],
    context.width,
    3,
  )
  const within = conflict.within === null ? [] : [run(' within '), run(context.names.get(conflict.within) ?? '', 'dim')]
  const indent = 4
  const width = context.width - indent
  const n = chooseColumns(conflict.sides.length, width)
  const size = columnWidth(n, width)
  const sides = conflict.sides.slice(0, context.limit(SIDES))
  const blocks = sides.map((side, i) => [
    ...wrap([own(`${letterOf(i)}  `, 'dim'), ...markRuns(context, side.value)], size, 4),
    ...wrap(nameRuns(context, side.documents), size),
    ...wrap(quoteRuns(context, chooseExample(side), EXCERPT), size, 8),
  ])
  const left = conflict.sides.length - sides.length
  return [
    ...head,
    [own('    '), run(note, contradiction ? 'alarm' : 'caution'), ...within],
    ...setSideBySide(blocks, n, width).map((line): Line => [own('    '), ...line]),
    ...(left > 0 ? [[own(`    … and ${count(left, 'other telling')}`, 'dim')]] : []),
    ...hang('    ', [run(`Raised because: ${lowerFirst(explainConflict(conflict).reason)}.`, 'dim')], context.width),
  ]
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
