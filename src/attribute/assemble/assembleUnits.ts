import type { Quotation } from '../quotations/findQuotations.js'
import { readStop } from '../quotations/readStop.js'
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

// 45 tokens: a cue, a name, a description of the speaker and what he did besides; longer insertions start something new.
const LONGEST_INTERRUPTION = 45

/**
 * Joins quotations into utterances, in reading order.
 *
 * A quotation that takes up one left open in the paragraph before belongs to it, and so does one that goes on after the reporter's
 * interruption ("…," she said. "…"), also where it fills the next paragraph by itself. Fragments woven into one sentence stay apart:
 * each is a quotation of its own.
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

/** True where nothing but the reporter's "she said" parts the two, and the second belongs to no other cue. */
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
  if (unitOwner < 0 || !a.closed || b.family !== a.family) return false
  const cue = found[unitOwner]!.cue
  if (cue.start < last.end || cue.end > next.first || next.first - last.end > LONGEST_INTERRUPTION) return false
  if (a.line !== b.line && !fillsNextParagraph(reading, a.close, b.open, b.close)) return false
  // The first part starts its sentence and ends with the comma or stop that hands over to the reporter.
  const lead = lastVisible(text, a.open)
  if (lead === 0x2c || lead === 0x3a) return false
  if (!isStop(readStop(text, a)) && !isStop(text.charCodeAt(a.close))) return false
  const before = lastVisible(text, b.open)
  if (before !== 0x2c && before !== 0x2e && before !== 0x3a && before !== 0x3b) return false
  if (nextOwner >= 0 && nextOwner !== unitOwner) {
    // "…," he said, an agency reported. "…" goes on; "…," he said, adding: "…" starts anew.
    const other = found[nextOwner]!.cue
    const within = other.start >= last.end && other.end <= next.first
    return within ? before === 0x2e : isFarther(reading, found[nextOwner]!, a, b)
  }
  // Another report between them that has words of its own there starts something new.
  return !found.some(
    (other, place) =>
      place !== unitOwner &&
      before !== 0x2e &&
      other.cue.start >= last.end &&
      other.cue.end <= next.first &&
      kept(place) &&
      other.content.some((i) => i >= next.first && i < next.end) &&
      !other.content.some((i) => i >= last.first && i < last.end),
  )
}

/** True where a cue stands in a later paragraph than the second part, which goes on in the paragraph of the first. */
function isFarther(reading: Reading, owner: FoundAttribution, a: Quotation, b: Quotation): boolean {
  if (a.line !== b.line) return false
  const start = reading.tokens[owner.cue.start]!.start
  return start > b.close && reading.text.lastIndexOf('\n', start) > b.close
}

/** One line feed run lies between the two, and nothing but white space follows the second in its paragraph. */
function fillsNextParagraph(reading: Reading, from: number, open: number, close: number): boolean {
  const { text } = reading
  const feed = text.indexOf('\n', from)
  for (let at = feed; at < open; at++) if (text.charCodeAt(at) > 0x20) return false
  for (let at = close; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x0a) return true
    if (code > 0x20 && code !== 0xa0) return false
  }
  return true
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
