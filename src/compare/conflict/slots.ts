import type { Quantity, Time } from '../../annotate/index.js'
import type { Anchor } from '../../claim/index.js'
import { getLayer } from '../../document/index.js'
import { containsSpan } from '../../text/index.js'
import { isOpenDay } from './compareTimes.js'
import { getNearStems } from './describe.js'
import { getStem } from './pairText.js'
import { perClause } from './perClause.js'
import type { Account, Clause } from './storyView.js'

/** What is known of a value's place in its clause, worked out once: a clause meets dozens of others. */
interface SlotPlace {
  /** Values of one family only can be two tellings of one. */
  readonly family: string
  /** What the value hangs on. */
  readonly anchor: Anchor | null
  /** The same, told as to come where the account speaks of a later day. */
  readonly coming: Anchor | null
  /** Stems of the content words around, and of the nearest. */
  readonly near: ReadonlySet<string>
  readonly nearest: ReadonlySet<string>
  /** The words as told, in lower case, and the word right before: "since 2017" and "in 2017" say two things. */
  readonly words: string
  readonly marker: string
  /** Head of what is counted, in lower case, and the stems of all its words; empty where nothing is counted by name. */
  readonly counted: string
  readonly countedWords: ReadonlySet<string>
  /** A part of a whole, or what comes on top of it. */
  readonly partitive: boolean
}

/** A value told in a clause: a number, a length of time, or a date. */
export type Slot = SlotPlace &
  (
    | { readonly kind: 'quantity'; readonly value: Quantity }
    | { readonly kind: 'duration' | 'date'; readonly value: Time }
  )

/** The values of a clause that can differ: no ordinals, no house numbers, no times without a day or a length. */
export const readSlots = perClause((clause, view): readonly Slot[] => {
  const account = view.accounts[clause.account]!
  const slots: Slot[] = []
  for (const at of clause.quantities) {
    const value = account.quantities[at]!
    if (value.kind === 'ordinal' || value.kind === 'identifier') continue
    const place = readPlace(clause, value, account.quantityAnchors[at] ?? null, account)
    const family = `${value.kind} ${getDimension(value.unit)}`
    const counted = value.counted?.head.toLowerCase() ?? ''
    const countedWords = new Set(
      (value.counted?.text ?? '')
        .toLowerCase()
        .split(/[\s-]+/)
        .filter((word) => word.length > 2)
        .map(getStem),
    )
    slots.push({
      ...place,
      kind: 'quantity',
      value,
      family,
      counted,
      countedWords,
      partitive: isPartitive(value, account),
    })
  }
  for (const at of clause.times) {
    const value = account.times[at]!
    const kind =
      value.type === 'duration'
        ? 'duration'
        : value.type !== 'set' && (value.range !== null || isOpenDay(value.value))
          ? 'date'
          : null
    if (kind === null || (kind === 'date' && isSpoken(value, account))) continue
    const place = readPlace(clause, value, account.timeAnchors[at] ?? null, account)
    const coming = kind === 'date' ? readComing(value, place.anchor, account.document.publishedAt) : place.anchor
    slots.push({ ...place, kind, value, family: kind, coming })
  }
  return markListed(slots)
})

// "Five counts of tax fraud, two counts of bank fraud and one count of perjury" are parts of eight.
const LEAST_LISTED = 3

function markListed(slots: readonly Slot[]): readonly Slot[] {
  const times = new Map<string, number>()
  for (const { counted } of slots) times.set(counted, (times.get(counted) ?? 0) + 1)
  return slots.map((slot) =>
    slot.counted !== '' && times.get(slot.counted)! >= LEAST_LISTED ? { ...slot, partitive: true } : slot,
  )
}

const RELATIVE = /\b(?:today|tonight|yesterday|tomorrow|now|ago|this|last|next|past|coming)\b/i

/** "Yesterday" between quotation marks is the day before the words were said, not before the account appeared. */
function isSpoken(time: Time, { document }: Account): boolean {
  if (!RELATIVE.test(document.text.slice(time.start, time.end))) return false
  return getLayer(document, 'attributions').some(
    ({ kind, content }) => kind !== 'indirect' && content.some((span) => containsSpan(span, time)),
  )
}

function readPlace(
  clause: Clause,
  value: Quantity | Time,
  anchor: Anchor | null,
  account: Account,
): Omit<SlotPlace, 'family'> {
  const { text } = account.document
  return {
    anchor,
    coming: anchor,
    near: getNearStems(clause, value),
    nearest: getNearStems(clause, value, 2),
    words: text.slice(value.start, value.end).toLowerCase(),
    marker: /(\p{L}+)\s*$/u.exec(text.slice(Math.max(0, value.start - 15), value.start))?.[1]?.toLowerCase() ?? '',
    counted: '',
    countedWords: NONE,
    partitive: false,
  }
}

const NONE: ReadonlySet<string> = new Set()

/** What hangs on a day after the account's own is to come: "the plant closes on Friday" is told like "will close". */
function readComing({ range }: Time, anchor: Anchor | null, publishedAt: string | null): Anchor | null {
  if (anchor === null || publishedAt === null || range === null) return anchor
  const coming = anchor.tense !== 'past' && range.start > publishedAt.slice(0, 10)
  return coming && anchor.modality === 'asserted' ? { ...anchor, modality: 'future' } : anchor
}

// Units that compareQuantities converts are one family by their dimension; the rest must be the same unit.
const LENGTHS: ReadonlySet<string> = new Set('m km cm mm ft foot in inch mi mile yd yard meter kilometer'.split(' '))

/** The unit in lower case, or `length` for units of length, which are converted into each other. */
export function getDimension(unit: string): string {
  const lower = unit.toLowerCase()
  return LENGTHS.has(lower) ? 'length' : lower
}

// "three of the dead", "two others", "another 40".
const PART_AFTER =
  /^\s*(?:of\s+(?:the|those|these|them|its|his|her|their|whom|which)\b|(?:others?|more|additional|further)\b)/i
const PART_BEFORE = /\b(?:another|other|additional|further|extra|first|last)\s+$/i

function isPartitive({ start, end }: Quantity, { document: { text } }: Account): boolean {
  return (
    PART_AFTER.test(text.slice(end, end + 24)) ||
    PART_BEFORE.test(text.slice(Math.max(0, start - 14), start)) ||
    /^(?:another|other|additional)\b/i.test(text.slice(start, end))
  )
}
