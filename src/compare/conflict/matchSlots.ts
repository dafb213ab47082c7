import type { Quantity, Time } from '../../annotate/index.js'
import type { Anchor } from '../../claim/index.js'
import { ANCHOR_FEATURES, compareAnchors } from './compareAnchors.js'
import { compareQuantities } from './compareQuantities.js'
import { compareTimes, isOpenDay } from './compareTimes.js'
import type { ContextTools } from './contextFeatures.js'
import { areOneDeed, getFate, isSameDeed } from './deeds.js'
import { getDice, getNearStems } from './describe.js'
import { matchBest } from './matchBest.js'
import type { ClausePair } from './pairClauses.js'
import type { Clause } from './storyView.js'
import { areSynonyms } from './wordRelations.js'

/** A value told in a clause: a number, a length of time, or a date. */
export type Slot =
  | { readonly kind: 'quantity'; readonly value: Quantity; readonly anchor: Anchor | null }
  | { readonly kind: 'duration' | 'date'; readonly value: Time; readonly anchor: Anchor | null }

/** Two values that stand in the same place of their clauses, as far as the words around them tell. */
export interface SlotMatch {
  readonly one: Slot
  readonly other: Slot
  /** `same`: one value. `close`: told at two precisions. `apart`: no value fits both. */
  readonly relation: 'same' | 'close' | 'apart'
  /** Features that see the words around the values and never the values themselves. */
  readonly features: Readonly<Record<SlotFeature, number>>
}

export const SLOT_FEATURES = [
  'near',
  'nearest',
  'countedSame',
  'countedKin',
  'countedOverlap',
  'countedKnown',
  'margin',
  'manyValues',
  'marker',
  'isDate',
  'isDuration',
  'isMoney',
  'isPercent',
  'isMeasure',
  'isCount',
  'othersEqual',
  'precisionSame',
  'partitive',
  'markerApart',
  ...ANCHOR_FEATURES,
] as const

export type SlotFeature = (typeof SLOT_FEATURES)[number]

/**
 * Pairs each value of a clause with its counterpart in the other, by the words around it and what it counts.
 *
 * Values of one kind and unit only; the values play no part, so that equal and differing ones are matched alike.
 */
export function matchSlots(pair: ClausePair, tools: ContextTools): readonly SlotMatch[] {
  const left = readSlots(pair.a, tools)
  const right = readSlots(pair.b, tools)
  if (left.length === 0 || right.length === 0) return []
  const accounts = [tools.view.accounts[pair.a.account]!, tools.view.accounts[pair.b.account]!] as const
  const near = new Map([
    ...left.map((slot) => [slot, getNearStems(pair.a, slot.value)] as const),
    ...right.map((slot) => [slot, getNearStems(pair.b, slot.value)] as const),
  ])
  const matches = matchBest(left, right, (one, other) => {
    if (getFamily(one) !== getFamily(other)) return null
    const kin = getKinship(one, other, tools)
    // Counts of different things are no two tellings of one number. 0.35: officer/policeman pass, officer/vehicle do not.
    if (isCounted(one) && isCounted(other) && kin < 0.35) return null
    const { verbNear, nounNear } = compareAnchors(one.anchor, other.anchor, accounts, tools)
    return getDice(near.get(one)!, near.get(other)!) + 0.5 * kin + 0.3 * verbNear + 0.3 * nounNear
  })
  const equal = matches.filter(([one, other]) => compareSlots(one, other) === 'same').length
  return matches.map(([one, other, margin]): SlotMatch => {
    const relation = compareSlots(one, other)
    const kin = getKinship(one, other, tools)
    return {
      one,
      other,
      relation,
      features: {
        near: getDice(near.get(one)!, near.get(other)!),
        nearest: getDice(getNearStems(pair.a, one.value, 2), getNearStems(pair.b, other.value, 2)),
        countedSame: Number(kin >= 0.95),
        countedKin: kin,
        countedOverlap: getDice(getCountedWords(one), getCountedWords(other)),
        countedKnown: Number(isCounted(one)) + Number(isCounted(other)),
        margin,
        manyValues: Math.max(left.length, right.length),
        marker: Number(getMarker(pair.a, one, tools) === getMarker(pair.b, other, tools)),
        isDate: Number(one.kind === 'date'),
        isDuration: Number(one.kind === 'duration'),
        isMoney: Number(isQuantity(one, 'money')),
        isPercent: Number(isQuantity(one, 'percent')),
        isMeasure: Number(isQuantity(one, 'measure')),
        isCount: Number(isQuantity(one, 'count')),
        othersEqual: Math.min(2, equal - Number(relation === 'same')),
        precisionSame: Number(
          one.kind !== 'quantity' && other.kind !== 'quantity' && one.value.precision === other.value.precision,
        ),
        partitive: Number(isPartitive(pair.a, one, tools) !== isPartitive(pair.b, other, tools)),
        markerApart: Number(
          one.kind === 'date' &&
            getReachOf(getMarker(pair.a, one, tools)) !== getReachOf(getMarker(pair.b, other, tools)),
        ),
        ...compareAnchors(
          readComing(one, accounts[0].document.publishedAt),
          readComing(other, accounts[1].document.publishedAt),
          accounts,
          tools,
        ),
      },
    }
  })
}

/** What hangs on a day after the account's own is to come: "the plant closes on Friday" is told like "will close". */
function readComing({ kind, value, anchor }: Slot, publishedAt: string | null): Anchor | null {
  if (kind !== 'date' || anchor === null || publishedAt === null || value.range === null) return anchor
  const coming = anchor.tense !== 'past' && value.range.start > publishedAt.slice(0, 10)
  return coming && anchor.modality === 'asserted' ? { ...anchor, modality: 'future' } : anchor
}

/** The values of a clause that can differ: no ordinals, no house numbers, no times without a day or a length. */
export function readSlots(clause: Clause, tools: ContextTools): readonly Slot[] {
  const account = tools.view.accounts[clause.account]!
  const slots: Slot[] = []
  for (const at of clause.quantities) {
    const value = account.quantities[at]!
    if (value.kind !== 'ordinal' && value.kind !== 'identifier')
      slots.push({ kind: 'quantity', value, anchor: account.quantityAnchors[at] ?? null })
  }
  for (const at of clause.times) {
    const value = account.times[at]!
    const anchor = account.timeAnchors[at] ?? null
    if (value.type === 'duration') slots.push({ kind: 'duration', value, anchor })
    else if (value.type !== 'set' && (value.range !== null || isOpenDay(value.value)))
      slots.push({ kind: 'date', value, anchor })
  }
  return slots
}

/** True when one of the others is the same value, whatever the words around it. */
export function isTold(slot: Slot, others: readonly Slot[]): boolean {
  return others.some((other) => getFamily(slot) === getFamily(other) && compareSlots(slot, other) === 'same')
}

function compareSlots(one: Slot, other: Slot): SlotMatch['relation'] {
  if (one.kind === 'quantity' || other.kind === 'quantity') {
    if (one.kind !== 'quantity' || other.kind !== 'quantity') return 'apart'
    const { relation } = compareQuantities(one.value, other.value)
    return relation === 'equal' ? 'same' : relation === 'differ' || relation === 'incomparable' ? 'apart' : 'close'
  }
  const { relation } = compareTimes(one.value, other.value)
  if (relation === 'same' || relation === 'duration-same') return 'same'
  return relation === 'contains' || relation === 'overlap' || relation === 'duration-near' ? 'close' : 'apart'
}

// Units that compareQuantities converts are one family by their dimension; the rest must be the same unit.
const LENGTHS = new Set([
  'm',
  'km',
  'cm',
  'mm',
  'ft',
  'foot',
  'in',
  'inch',
  'mi',
  'mile',
  'yd',
  'yard',
  'meter',
  'kilometer',
])

function getFamily(slot: Slot): string {
  return slot.kind !== 'quantity' ? slot.kind : `${slot.value.kind} ${getDimension(slot.value.unit)}`
}

/** The unit in lower case, or `length` for units of length, which are converted into each other. */
export function getDimension(unit: string): string {
  const lower = unit.toLowerCase()
  return LENGTHS.has(lower) ? 'length' : lower
}

const isQuantity = (slot: Slot, kind: Quantity['kind']): boolean => slot.kind === 'quantity' && slot.value.kind === kind

const isCounted = (slot: Slot): boolean =>
  slot.kind === 'quantity' && slot.value.kind === 'count' && slot.value.counted !== null

/** How close what two numbers count is, in [0, 1]: 1 for one head noun, 0 where either counts nothing by name. */
export function getKinship(one: Slot, other: Slot, tools: ContextTools): number {
  if (one.kind !== 'quantity' || other.kind !== 'quantity') return 0
  const a = one.value.counted?.head.toLowerCase() ?? ''
  const b = other.value.counted?.head.toLowerCase() ?? ''
  if (a === '' || b === '') return 0
  if (a === b) return 1
  const fates = compareFates(one, other, a, b)
  if (fates !== null) return fates
  // "47-page indictment" and "47 pages long" count pages whatever head was read.
  if (getDice(getCountedWords(one), getCountedWords(other)) > 0) return 0.95
  const alike = areSynonyms(tools.relations, a, b) ? 0.9 : Math.max(0, tools.vectors.similarity(a, b) ?? 0)
  // "four strikers were detained" and "two people had been arrested": one deed done to people by another name.
  const oneDeed = areOneDeed(one.anchor?.verb ?? '', other.anchor?.verb ?? '')
  return oneDeed && one.value.unit === 'person' && other.value.unit === 'person' ? Math.max(ONE_DEED, alike) : alike
}

// Enough to be weighed, not enough to count as the same: "killed two soldiers" and "three civilians died" are both true.
const ONE_DEED = 0.6

/**
 * How close two counts of people are where one or both tell what became of them: "14 were injured" and "injuring 12 workers" count the
 * injured, "12 dead" and "14 injured" do not. Null where neither tells a fate.
 */
function compareFates(one: Slot, other: Slot, a: string, b: string): number | null {
  const [x, y] = [getFate(a), getFate(b)]
  if (x === null && y === null) return null
  if (x !== null && y !== null) return isSameDeed(x, y) ? 0.95 : 0
  const [fate, slot] = x !== null ? [x, other] : [y!, one]
  return slot.anchor !== null && isSameDeed(fate, slot.anchor.verb) ? 0.9 : 0.1
}

const getCountedWords = (slot: Slot): ReadonlySet<string> =>
  new Set(
    slot.kind === 'quantity'
      ? (slot.value.counted?.text ?? '')
          .toLowerCase()
          .split(/[\s-]+/)
          .filter((word) => word.length > 2)
      : [],
  )

/** The word right before a value: "since 2017" and "in 2017" say two things. */
function getMarker(clause: Clause, slot: Slot, tools: ContextTools): string {
  const { text } = tools.view.accounts[clause.account]!.document
  const { start } = slot.value
  return /(\p{L}+)\s*$/u.exec(text.slice(Math.max(0, start - 15), start))?.[1]?.toLowerCase() ?? ''
}

// A part of a whole, or what comes on top of it: "three of the dead", "two others", "another 40".
const PART_AFTER =
  /^\s*(?:of\s+(?:the|those|these|them|its|his|her|their|whom|which)\b|(?:others?|more|additional|further)\b)/i
const PART_BEFORE = /\b(?:another|other|additional|further|extra|first|last)\s+$/i

function isPartitive(clause: Clause, slot: Slot, tools: ContextTools): boolean {
  const { text } = tools.view.accounts[clause.account]!.document
  const { start, end } = slot.value
  return (
    slot.kind === 'quantity' &&
    (PART_AFTER.test(text.slice(end, end + 24)) ||
      PART_BEFORE.test(text.slice(Math.max(0, start - 14), start)) ||
      /^(?:another|other|additional)\b/i.test(text.slice(start, end)))
  )
}

const OPEN_BEFORE: ReadonlySet<string> = new Set(['until', 'till', 'before', 'by', 'through'])
const OPEN_AFTER: ReadonlySet<string> = new Set(['since', 'from', 'after', 'starting', 'beginning'])

/** Whether a time is told as a point, as a beginning or as an end. */
const getReachOf = (marker: string): string =>
  OPEN_BEFORE.has(marker) ? 'end' : OPEN_AFTER.has(marker) ? 'beginning' : 'point'
