import type { Quantity, Time } from '../../annotate/index.js'

/** How many values two claims share, and how many of one kind differ. */
export interface ValueMatch {
  readonly same: number
  readonly other: number
}

/** Amounts that are equal or overlap, and amounts of one unit and counted thing that do not. */
export function compareAmounts(a: readonly Quantity[], b: readonly Quantity[]): ValueMatch {
  let same = 0
  let other = 0
  for (const left of a) {
    let matched = false
    let rivalled = false
    for (const right of b) {
      if (left.kind !== right.kind || left.unit !== right.unit) continue
      if (left.low <= right.high && right.low <= left.high) matched = true
      else if (left.counted?.head === right.counted?.head) rivalled = true
    }
    if (matched) same++
    else if (rivalled) other++
  }
  return { same, other }
}

/** Times whose days overlap, and resolved times that do not. */
export function comparePeriods(a: readonly Time[], b: readonly Time[]): ValueMatch {
  let same = 0
  let other = 0
  for (const left of a) {
    if (left.range === null) continue
    let matched = false
    let rivalled = false
    for (const right of b) {
      if (right.range === null) continue
      if (left.range.start <= right.range.end && right.range.start <= left.range.end) matched = true
      else rivalled = true
    }
    if (matched) same++
    else if (rivalled) other++
  }
  return { same, other }
}
