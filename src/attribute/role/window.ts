import type { Reading } from '../reading/reading.js'

/** A reporting word or words: tokens `[start, end)`. */
export interface Cue {
  readonly start: number
  readonly end: number
}

/** The tokens among which a cue's source and content are looked for. The cue's own tokens are left out. */
export interface Window {
  readonly tokens: Int32Array
  /** How many of the tokens stand before the cue. */
  readonly before: number
}

// 3 tokens of a long quotation at each end: its middle tells nothing of who says it.
const KEPT = 3
// 8 tokens: shorter quotations stay whole.
const LONG = 8
// 4 sentences to a side: a quotation that starts further off belongs to another cue.
const REACH = 4
// 220 tokens: caps what a hostile sentence can cost; sentences of news end before 80.
const LARGEST = 220

/**
 * The window of a cue: its sentence, and the quotations that touch it with the sentences they run through.
 *
 * The middle of a long quotation is left out, unless the cue is inside it.
 */
export function findWindow(reading: Reading, cue: Cue): Window {
  const { sentence, sentences, quotation, quotationStart, quotationEnd } = reading
  const own = sentence[cue.start]!
  const inside = quotation[cue.start]!
  const [first, last] = inside >= 0 ? [own, own] : findReach(reading, own)
  const from = Math.max(sentences[first]!.firstToken, cue.start - LARGEST)
  const to = Math.min(sentences[last]!.endToken, cue.end + LARGEST)
  const tokens: number[] = []
  let before = 0
  for (let i = from; i < to; i++) {
    if (i >= cue.start && i < cue.end) {
      before = tokens.length
      continue
    }
    const q = quotation[i]!
    if (q >= 0 && q !== inside && quotationEnd[q]! - quotationStart[q]! > LONG) {
      if (i >= quotationStart[q]! + KEPT && i < quotationEnd[q]! - KEPT) continue
    }
    tokens.push(i)
  }
  return { tokens: Int32Array.from(tokens), before }
}

/** First and last sentence whose tokens can be a cue's content or source. */
function findReach(reading: Reading, own: number): [number, number] {
  const { sentences, sentence, quotation, quotationStart, quotationEnd, mark } = reading
  let first = own
  let last = own
  const start = sentences[own]!.firstToken
  // A quotation that runs into the sentence, or ends right before it.
  const left = quotation[start]! >= 0 ? quotation[start]! : endsBefore(reading, start)
  if (left >= 0 && quotationEnd[left]! > 0) {
    let q = left
    while (q > 0 && reading.quotations[q]!.continues && quotationEnd[q - 1]! > 0) q--
    first = Math.max(sentence[quotationStart[q]!]!, own - REACH)
  }
  const end = sentences[own]!.endToken
  let right = end < reading.size ? quotation[end - 1]! : -1
  if (right < 0 && end < reading.size) {
    // The next sentence opens with a quotation.
    const opening = mark[end] === 1 ? end + 1 : mark[end + 1] === 1 && sentence[end + 1] === own + 1 ? end + 2 : -1
    if (opening > 0 && opening < reading.size) right = quotation[opening]!
  }
  if (right >= 0 && quotationEnd[right]! > 0) {
    let q = right
    while (q + 1 < reading.quotations.length && reading.quotations[q + 1]!.continues && quotationEnd[q + 1]! > 0) q++
    last = Math.min(sentence[quotationEnd[q]! - 1]!, own + REACH)
  }
  return [Math.min(first, own), Math.max(last, own)]
}

function endsBefore(reading: Reading, start: number): number {
  const { mark, quotation } = reading
  for (let i = start - 1; i >= 0 && i >= start - 2; i--) {
    if (quotation[i]! >= 0) return quotation[i]!
    if (mark[i] === 0) return -1
  }
  return -1
}
