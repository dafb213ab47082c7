import type { Span } from '../../text/index.js'
import { numberOfPos, type Reading } from '../reading/reading.js'

const PUNCT = numberOfPos('PUNCT')

/** The unbroken stretches of ascending token indexes, as spans of the text, without stops and commas at their ends. */
export function toSpans(reading: Reading, tokens: readonly number[]): readonly Span[] {
  const spans: Span[] = []
  let from = 0
  for (let place = 1; place <= tokens.length; place++) {
    if (place < tokens.length && tokens[place] === tokens[place - 1]! + 1) continue
    const span = trimStretch(reading, tokens[from]!, tokens[place - 1]! + 1)
    if (span !== null) spans.push(span)
    from = place
  }
  return spans
}

function trimStretch(reading: Reading, first: number, end: number): Span | null {
  let start = first
  let stop = end
  while (start < stop && isLoose(reading, start)) start++
  while (stop > start && isLoose(reading, stop - 1)) stop--
  if (start === stop) return null
  // A quotation mark inside keeps its partner at the end.
  if (start > first && reading.mark[start - 1] === 1) start--
  if (stop < end && reading.mark[stop] === 2) stop++
  return { start: reading.tokens[start]!.start, end: reading.tokens[stop - 1]!.end }
}

function isLoose(reading: Reading, i: number): boolean {
  return reading.pos[i] === PUNCT || reading.mark[i] !== 0
}
