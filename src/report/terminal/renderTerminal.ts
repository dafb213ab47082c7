import type { Dossier } from '../../dossier/index.js'
import { SynopticError } from '../../text/index.js'
import { countWitnesses } from '../view/accounts.js'
import { formatRange } from '../view/days.js'
import { count } from '../view/words.js'
import { accountSection, aloneSection, noteSection, omissionSection } from './accountSections.js'
import { conflictSection } from './conflictSection.js'
import { createContext, type TerminalContext } from './context.js'
import { quoteSection } from './quoteSection.js'
import { createPainter, fitLine, type Line, run, wrap } from './runs.js'
import {
  briefSection,
  coverageSection,
  framingSection,
  peopleSection,
  positionSection,
  timelineSection,
} from './storySections.js'

export interface TerminalOptions {
  /** Columns; no line is longer. At least 40. */
  readonly width: number
  readonly colour: boolean
  /** OSC 8 links on the accounts' names. */
  readonly hyperlinks: boolean
  /** Names of the sections to show, in full; all of them, shortened, by default. */
  readonly sections?: readonly string[]
}

interface Section {
  readonly title: string
  readonly show: (context: TerminalContext) => Line[]
}

const SECTIONS: Readonly<Record<string, Section>> = {
  conflicts: { title: 'Where the accounts disagree', show: conflictSection },
  brief: { title: 'In short, in their words', show: briefSection },
  accounts: { title: 'The accounts', show: accountSection },
  coverage: { title: 'Who tells what', show: coverageSection },
  quotes: { title: 'Who said what, in which words', show: quoteSection },
  people: { title: 'People and bodies', show: peopleSection },
  timeline: { title: 'When', show: timelineSection },
  positions: { title: 'Positions taken', show: positionSection },
  framing: { title: 'What they are called', show: framingSection },
  alone: { title: 'Told by one account only', show: aloneSection },
  omissions: { title: 'What each account leaves out', show: omissionSection },
  notes: { title: 'Notes', show: noteSection },
}

/** Names that `--section` takes, in the order shown. */
export const TERMINAL_SECTIONS: readonly string[] = Object.keys(SECTIONS)

const LEAST_WIDTH = 40

/**
 * The dossier for a terminal: conflicts first, sides beside each other, no line longer than the width.
 *
 * Text of the accounts is shown, never obeyed: escape sequences in it come out as visible signs.
 * @throws SynopticError `OPTION_INVALID` for a section that does not exist
 */
export function renderTerminal(dossier: Dossier, options: TerminalOptions): string {
  const chosen = options.sections ?? TERMINAL_SECTIONS
  const unknown = chosen.find((name) => !Object.hasOwn(SECTIONS, name))
  if (unknown !== undefined) {
    throw new SynopticError(
      'OPTION_INVALID',
      `there is no section "${run(unknown).text}": choose from ${TERMINAL_SECTIONS.join(', ')}`,
    )
  }
  const width = Math.max(LEAST_WIDTH, options.width)
  const context = createContext(dossier, { width, colour: options.colour, full: options.sections !== undefined })
  const painter = createPainter(options)
  const lines: Line[] = [...titleLines(context)]
  for (const name of chosen) {
    const { title, show } = SECTIONS[name]!
    const body = show(context)
    if (body.length === 0) continue
    lines.push([], [run(title.toUpperCase(), 'heading')], ...body)
  }
  const fitted = lines.flatMap((line) => fitLine(line, width))
  return `${fitted.map((line) => painter.paint(line)).join('\n')}\n`
}

function titleLines(context: TerminalContext): Line[] {
  const { story, documents, conflicts } = context.dossier
  const contradictions = conflicts.filter((conflict) => conflict.strength === 'contradiction').length
  const witnesses = countWitnesses(context.dossier)
  const facts = [
    story.when === null ? null : formatRange(story.when.start, story.when.end),
    story.where,
    count(documents.length, 'account') + (witnesses < documents.length ? `, ${witnesses} independent at most` : ''),
    count(contradictions, 'contradiction'),
    count(conflicts.length - contradictions, 'lesser difference'),
  ].filter((fact) => fact !== null)
  return [
    ...wrap([run(story.title, 'strong')], context.width, 3),
    ...wrap([run(facts.join(' · '), 'dim')], context.width, 3),
  ]
}
