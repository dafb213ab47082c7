import type { Quantity, Time } from '../../annotate/index.js'

/** How many values two claims share, and how many of one kind differ. Symmetric. */
export interface ValueMatch {
  readonly same: number
  readonly other: number
}

type Relation = 'same' | 'other' | 'apart'

/** Amounts that are equal or overlap, and amounts of one unit and counted thing that do not. */
export function compareAmounts(a: readonly Quantity[], b: readonly Quantity[]): ValueMatch {
  return compareAll(a, b, (left, right) => {
    if (left.kind !== right.kind || left.unit !== right.unit) return 'apart'
    if (left.low <= right.high && right.low <= left.high) return 'same'
    return left.counted?.head === right.counted?.head ? 'other' : 'apart'
  })
}

/** Times whose days overlap, and resolved times that do not. */
export function comparePeriods(a: readonly Time[], b: readonly Time[]): ValueMatch {
  return compareAll(a, b, (left, right) => {
    if (left.range === null || right.range === null) return 'apart'
    return left.range.start <= right.range.end && right.range.start <= left.range.end ? 'same' : 'other'
  })
}

function compareAll<T>(a: readonly T[], b: readonly T[], relate: (left: T, right: T) => Relation): ValueMatch {
  if (a.length === 0 || b.length === 0) return { same: 0, other: 0 }
  const left = countFrom(a, b, relate)
  const right = countFrom(b, a, relate)
  return { same: Math.max(left.same, right.same), other: Math.max(left.other, right.other) }
}

function countFrom<T>(from: readonly T[], to: readonly T[], relate: (left: T, right: T) => Relation): ValueMatch {
  let same = 0
  let other = 0
  for (const value of from) {
    const relations = to.map((rival) => relate(value, rival))
    if (relations.includes('same')) same++
    else if (relations.includes('other')) other++
  }
  return { same, other }
}
