import type { Quantity } from '../../annotate/index.js'
import { ANCHOR_FEATURES, compareAnchors, compareDeeds } from './compareAnchors.js'
import { compareQuantities } from './compareQuantities.js'
import { compareTimes } from './compareTimes.js'
import type { ContextTools } from './contextFeatures.js'
import { areOneDeed, areOtherFates, getFate, isSameDeed } from './deeds.js'
import { getDice } from './describe.js'
import { matchBest } from './matchBest.js'
import type { ClausePair } from './pairClauses.js'
import { readSlots, type Slot } from './slots.js'
import { areSynonyms } from './wordRelations.js'

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
  const left = readSlots(pair.a, tools.view)
  const right = readSlots(pair.b, tools.view)
  if (left.length === 0 || right.length === 0) return []
  const accounts = [tools.view.accounts[pair.a.account]!, tools.view.accounts[pair.b.account]!] as const
  const sharesEntity = [...pair.a.entities].some((id) => pair.b.entities.has(id))
  const matches = matchBest(left, right, (one, other) => {
    if (one.family !== other.family) return null
    // Two people are of two ages.
    if (isQuantity(one, 'age') && !sharesEntity) return null
    const kin = getKinship(one, other, tools)
    // Counts of different things are no two tellings of one number. 0.35: officer/policeman pass, officer/vehicle do not.
    if (isCounted(one) && isCounted(other) && kin < 0.35) return null
    const { verbNear, nounNear } = compareDeeds(one.anchor, other.anchor, tools)
    return getDice(one.near, other.near) + 0.5 * kin + 0.3 * verbNear + 0.3 * nounNear
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
        near: getDice(one.near, other.near),
        nearest: getDice(one.nearest, other.nearest),
        countedSame: Number(kin >= 0.95),
        countedKin: kin,
        countedOverlap: getDice(one.countedWords, other.countedWords),
        countedKnown: Number(isCounted(one)) + Number(isCounted(other)),
        margin,
        manyValues: Math.max(left.length, right.length),
        marker: Number(one.marker === other.marker),
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
        partitive: Number(one.partitive !== other.partitive),
        markerApart: Number(one.kind === 'date' && getReachOf(one.marker) !== getReachOf(other.marker)),
        ...compareAnchors(one.coming, other.coming, accounts, tools),
      },
    }
  })
}

/** True when one of the others is the same value, whatever the words around it. */
export function isTold(slot: Slot, others: readonly Slot[]): boolean {
  return others.some((other) =>
    slot.family === other.family ? compareSlots(slot, other) === 'same' : isBareCount(slot, other),
  )
}

/** "29 people" and, in a list of the injured, "29 in hospital": what one counts is named, the other leaves it out. */
function isBareCount(one: Slot, other: Slot): boolean {
  if (!isQuantity(one, 'count') || !isQuantity(other, 'count') || (one.counted !== '' && other.counted !== ''))
    return false
  const [x, y] = [one.value, other.value] as readonly [Quantity, Quantity]
  return x.low === y.low && x.high === y.high && x.low > 1
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

const isQuantity = (slot: Slot, kind: Quantity['kind']): boolean => slot.kind === 'quantity' && slot.value.kind === kind

const isCounted = (slot: Slot): boolean =>
  slot.kind === 'quantity' && slot.value.kind === 'count' && slot.value.counted !== null

/** How close what two numbers count is, in [0, 1]: 1 for one head noun, 0 where either counts nothing by name. */
export function getKinship(one: Slot, other: Slot, tools: ContextTools): number {
  if (one.kind !== 'quantity' || other.kind !== 'quantity') return 0
  const [a, b] = [one.counted, other.counted]
  if (a === '' || b === '') return 0
  const ofPeople = one.value.unit === 'person' && other.value.unit === 'person'
  const fateOf = (slot: Slot, head: string): string => getFate(head) ?? slot.anchor?.verb ?? ''
  if (ofPeople && areOtherFates(fateOf(one, a), fateOf(other, b))) return 0
  if (a === b) return 1
  const fates = compareFates(one, other, a, b)
  if (fates !== null) return fates
  // "47-page indictment" and "47 pages long" count pages whatever head was read.
  if (getDice(one.countedWords, other.countedWords) > 0) return 0.95
  const alike = areSynonyms(tools.relations, a, b) ? 0.9 : Math.max(0, tools.vectors.similarity(a, b) ?? 0)
  // "four strikers were detained" and "two people had been arrested": one deed done to people by another name.
  const oneDeed = areOneDeed(one.anchor?.verb ?? '', other.anchor?.verb ?? '')
  return oneDeed && ofPeople ? Math.max(ONE_DEED, alike) : alike
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

const OPEN_BEFORE: ReadonlySet<string> = new Set(['until', 'till', 'before', 'by', 'through'])
const OPEN_AFTER: ReadonlySet<string> = new Set(['since', 'from', 'after', 'starting', 'beginning'])

/** Whether a time is told as a point, as a beginning or as an end. */
const getReachOf = (marker: string): string =>
  OPEN_BEFORE.has(marker) ? 'end' : OPEN_AFTER.has(marker) ? 'beginning' : 'point'
