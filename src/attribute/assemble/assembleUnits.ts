import type { Reading } from '../reading/reading.js'
import type { FoundAttribution } from './foundAttribution.js'
import type { JudgedQuotation } from './judgeQuotations.js'

/** One continuous utterance between quotation marks: several quotations where the reporter interrupts it or it runs over paragraphs. */
export interface QuotedUnit {
  readonly quotations: readonly JudgedQuotation[]
  /** Index of the found attribution that names cue and source; -1 where no cue stands beside it. */
  readonly owner: number
  readonly probability: number
}

// 32 tokens: a cue, a name and a description of the speaker; longer insertions tell something else, and the speech starts anew.
const LONGEST_INTERRUPTION = 32

/**
 * Joins quotations into utterances, in reading order.
 *
 * A quotation that takes up one left open in the paragraph before belongs to it, and so does one that goes on after the reporter's
 * interruption ("…," she said. "…"). Fragments woven into one sentence stay apart: each is a quotation of its own.
 */
export function assembleUnits(
  reading: Reading,
  found: readonly FoundAttribution[],
  utterances: readonly JudgedQuotation[],
  kept: (owner: number) => boolean,
): readonly QuotedUnit[] {
  const units: { quotations: JudgedQuotation[]; owner: number; probability: number }[] = []
  for (const quotation of utterances) {
    const owner = quotation.owner >= 0 && kept(quotation.owner) ? quotation.owner : -1
    const unit = units[units.length - 1]
    const last = unit?.quotations[unit.quotations.length - 1]
    const joined =
      unit !== undefined &&
      last !== undefined &&
      (takesUp(reading, last, quotation) || goesOn(reading, found, unit.owner, last, quotation, owner, kept))
    if (joined) {
      unit.quotations.push(quotation)
      if (unit.owner < 0) unit.owner = owner
      unit.probability = Math.min(unit.probability, quotation.probability)
    } else {
      units.push({ quotations: [quotation], owner, probability: quotation.probability })
    }
  }
  return units
}

function takesUp(reading: Reading, last: JudgedQuotation, next: JudgedQuotation): boolean {
  if (!reading.quotations[next.index]!.continues) return false
  for (let index = last.index + 1; index < next.index; index++) if (reading.quotations[index]!.depth === 0) return false
  return true
}

/** True where nothing but the reporter's "she said" parts the two, and neither belongs to another cue. */
function goesOn(
  reading: Reading,
  found: readonly FoundAttribution[],
  unitOwner: number,
  last: JudgedQuotation,
  next: JudgedQuotation,
  nextOwner: number,
  kept: (owner: number) => boolean,
): boolean {
  const { quotations, text } = reading
  const a = quotations[last.index]!
  const b = quotations[next.index]!
  if (unitOwner < 0 || a.line !== b.line || !a.closed || b.family !== a.family) return false
  if (nextOwner >= 0 && nextOwner !== unitOwner) return false
  const cue = found[unitOwner]!.cue
  if (cue.start < last.end || cue.end > next.first) return false
  if (next.first - last.end > LONGEST_INTERRUPTION) return false
  // The first part ends with the comma or stop that hands over to the reporter, the second follows a comma or a full stop.
  const handsOver = text.charCodeAt(a.close - 2)
  const after = text.charCodeAt(a.close)
  if (!isStop(handsOver) && !isStop(after)) return false
  const before = lastVisible(text, b.open)
  if (before !== 0x2c && before !== 0x2e && before !== 0x3a && before !== 0x3b) return false
  // Another report between them starts something new: "…," she said, adding that "…".
  return !found.some(
    (other, place) => place !== unitOwner && other.cue.start >= last.end && other.cue.end <= next.first && kept(place),
  )
}

function isStop(code: number): boolean {
  // , . ! ? — …
  return (
    code === 0x2c ||
    code === 0x2e ||
    code === 0x21 ||
    code === 0x3f ||
    code === 0x2014 ||
    code === 0x2026 ||
    code === 0x2d
  )
}

function lastVisible(text: string, place: number): number {
  for (let at = place - 1; at >= 0; at--) {
    const code = text.charCodeAt(at)
    if (code > 0x20 && code !== 0xa0) return code
  }
  return 0
}
