import type { Span } from '../../text/index.js'
import { AGENCIES } from './agencies.js'

/** A credit line: whose text it is, and where it says so. */
export interface Credit {
  /** The agency's full name. */
  readonly agency: string
  readonly span: Span
  /** `whole`: the account is the agency's; `part`: the agency contributed to it. */
  readonly extent: 'whole' | 'part'
}

const NAME_OF = new Map(AGENCIES.flatMap((names) => names.map((name) => [name, names[0]!] as const)))
const NAMES = [...NAME_OF.keys()]
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replace(/[-/]/g, '\\$&'))
  .join('|')

// "OSLO (AP) — ", "(Reuters) - ": an agency's own dateline.
const DATELINE = new RegExp(`^[^\\n(]{0,80}\\((${NAMES})\\)\\s*[-–—]`, 'm')
// A line of its own: "By Ada Lind, Associated Press", "© 2026 AFP", "Source: Xinhua", "Reuters".
const OWN_LINE = new RegExp(
  `^(?:By [^\\n]{2,80}[,|] |(?:Source|Credit|Agency|From)s?: ?|©[^\\n]{0,12}|Copyright[^\\n]{0,20} )?(?:The )?(${NAMES})\\.?(?: All rights reserved\\.?)?$`,
  'm',
)
const PART = new RegExp(`\\b(${NAMES})(?:[^.\\n]{0,80})? contributed to this (?:report|story|article)`)

// Datelines and credit lines stand in the first and last lines; a name in mid-article is somebody the article speaks of.
const EDGE = 600

/**
 * The credit line of an account, from its first and last 600 characters; null where it has none.
 *
 * A dateline or a line of its own marks the whole account as the agency's; "contributed to this report" a part of it.
 */
export function findCredit(text: string): Credit | null {
  const head = text.slice(0, EDGE)
  const tailStart = Math.max(0, text.length - EDGE)
  const tail = text.slice(tailStart)
  for (const [pattern, extent] of [
    [DATELINE, 'whole'],
    [OWN_LINE, 'whole'],
    [PART, 'part'],
  ] as const) {
    for (const [part, offset] of [
      [head, 0],
      [tail, tailStart],
    ] as const) {
      if (pattern === DATELINE && offset > 0) continue
      const match = pattern.exec(part)
      if (match === null) continue
      const name = match[1]!
      const start = offset + match.index + match[0].lastIndexOf(name)
      return { agency: NAME_OF.get(name)!, span: { start, end: start + name.length }, extent }
    }
  }
  return null
}
