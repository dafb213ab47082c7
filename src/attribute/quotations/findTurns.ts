import type { AccountView } from '../findDocumentAttributions.js'
import type { Attribution } from '../layers.js'

// A label of at most five words at the start of a line: "INES FALK:", "Mayor Falk:", "Q:".
const TURN = /^[ \t]*((?:\p{Lu}[\p{L}.'’-]*)(?: [\p{Lu}][\p{L}.'’-]*){0,4}):[ \t]+(\S[^\n]*)/gmu

/** Labels of who is not named. */
const UNNAMED: ReadonlySet<string> = new Set(['q', 'a', 'question', 'answer'])
const ROLES: ReadonlySet<string> = new Set(
  'moderator reporter interviewer host anchor questioner speaker audience caller interpreter translator'.split(' '),
)

interface Turn {
  readonly label: string
  readonly labelStart: number
  readonly start: number
  readonly end: number
  readonly speaker: Attribution['speaker']
}

/**
 * Turns of an interview or a transcript (`FALK: words`, `Q: words`) as direct quotations of whom the label names: a person or body of the account, a
 * role, or nobody where it is "Q" or "A".
 *
 * Two labels, or three turns, make a transcript: fewer are headings and pointers ("SEE ALSO: …"). The words are the rest of the
 * line. Turns between quotation marks are left to those. O(n).
 */
export function findTurns(account: AccountView): readonly Attribution[] {
  const { reading } = account
  const { text } = reading
  if (!text.includes(':')) return []
  const turns: Turn[] = []
  const speakers = new Map<string, Attribution['speaker'] | null>()
  for (const match of text.matchAll(TURN)) {
    const [whole, label, words] = match as unknown as [string, string, string]
    const known = speakers.get(label)
    const speaker = known === undefined ? speakerOf(account, label) : known
    speakers.set(label, speaker)
    if (speaker === null) continue
    const start = match.index + whole.length - words.length
    const end = start + words.trimEnd().length
    const labelStart = match.index + whole.indexOf(label)
    if (!reading.quotations.some((quotation) => quotation.open <= start && quotation.close >= end))
      turns.push({ label, labelStart, start, end, speaker })
  }
  if (turns.length < 3 && new Set(turns.map(({ label }) => label)).size < 2) return []
  return turns.map(({ label, labelStart, start, end, speaker }) => ({
    start: labelStart,
    end,
    kind: 'direct',
    content: [{ start, end }],
    cue: [],
    source: speaker.name === null ? [] : [{ start: labelStart, end: labelStart + label.length }],
    cueLemma: null,
    speaker,
    addressee: null,
    when: -1,
    probability: 0.9,
  }))
}

/** The speaker a label names; null for labels that name nobody who speaks. */
function speakerOf({ entities }: AccountView, label: string): Attribution['speaker'] | null {
  const folded = label.toLowerCase()
  if (UNNAMED.has(folded)) return { entities: [], name: null }
  if (ROLES.has(folded)) return { entities: [], name: label }
  const last = folded.slice(folded.lastIndexOf(' ') + 1)
  const fitting: number[] = []
  entities.forEach(({ type, name, aliases }, index) => {
    if (type !== 'person' && type !== 'organization') return
    const names = [name, ...aliases].map((other) => other.toLowerCase())
    if (names.includes(folded)) fitting.unshift(index)
    else if (names.some((other) => other.slice(other.lastIndexOf(' ') + 1) === last)) fitting.push(index)
  })
  const [entity, other] = fitting
  if (entity === undefined || (other !== undefined && entities[entity]!.name.toLowerCase() !== folded)) return null
  return { entities: [entity], name: entities[entity]!.name }
}
