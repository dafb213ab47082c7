import type { Time } from '../layers.js'
import type { Pieces } from '../numbers/pieces.js'
import { wordAt, wordBefore } from '../numbers/reading.js'
import type { Expression } from './expression.js'

/** "in April and June 1955", "from March to May 1968": a month or day without a year takes that of its list. */
export function lendYears(expressions: readonly Expression[], pieces: Pieces): readonly Expression[] {
  const result = [...expressions]
  for (let index = result.length - 2; index >= 0; index--) {
    const one = result[index]!
    const two = result[index + 1]!
    if (one.kind !== 'calendar' || two.kind !== 'calendar' || one.year !== null || two.year === null) continue
    if (one.relation !== null || two.shortYear) continue
    const month = one.month !== null && two.month !== null
    const season = one.season !== null && two.season !== null
    if ((!month && !season) || !areListed(pieces, one.end, two.first)) continue
    const later = month && (one.month! > two.month! || (one.month === two.month && (one.day ?? 0) > (two.day ?? 99)))
    result[index] = { ...one, year: later ? two.year - 1 : two.year }
  }
  return result
}

const LIST: ReadonlySet<string> = new Set([
  '-',
  'to',
  'and',
  'or',
  'until',
  'till',
  'through',
  ',',
  '/',
  '&',
  'the',
  'into',
  '(',
  ')',
])

function areListed(pieces: Pieces, from: number, to: number): boolean {
  if (to - from > 3 || to <= from) return false
  for (let index = from; index < to; index++) {
    if (!LIST.has(wordAt(pieces, index))) return false
  }
  // A comma alone strings items of a list, not ends of a stretch; it lends too.
  return true
}

/** Both ends of a stretch ("from March to May", "12–13 May") cover the whole of it; their values stay their own. */
export function joinRanges(
  times: readonly Time[],
  expressions: readonly Expression[],
  pieces: Pieces,
): readonly Time[] {
  const result = [...times]
  for (let index = 0; index + 1 < result.length; index++) {
    const one = times[index]!
    const two = times[index + 1]!
    if (one.range === null || two.range === null || one.type === 'time' || two.type === 'time') continue
    if (!isStretch(pieces, expressions[index]!, expressions[index + 1]!)) continue
    if (one.range.start >= two.range.end) continue
    const range = { start: one.range.start, end: two.range.end }
    result[index] = { ...one, range }
    result[index + 1] = { ...two, range }
  }
  return result
}

function isStretch(pieces: Pieces, one: Expression, two: Expression): boolean {
  const gap = two.first - one.end
  if (gap < 1 || gap > 2) return false
  const joint = wordAt(pieces, one.end)
  if (gap === 2 && wordAt(pieces, one.end + 1) !== 'the') return false
  if (joint === '-') return true
  const before = wordBefore(pieces, one.first)
  if (joint === 'and') return before === 'between'
  return before === 'from' && (joint === 'to' || joint === 'until' || joint === 'till' || joint === 'through')
}
