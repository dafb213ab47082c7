import { ORDINALS, SCALES, SHORT_SCALES, SMALL } from './numberWords.js'
import { NUMBER, type Pieces, WORD } from './pieces.js'

/** A number read from pieces `[first, end)`. */
export interface ParsedNumber {
  readonly end: number
  readonly value: number
  /** True where it begins with digits. */
  readonly digits: boolean
}

/** Reads a cardinal at piece `at`: digits, words, or both with a multiplier ("2.5 million"); null where none starts. */
export function parseCardinal(pieces: Pieces, at: number): ParsedNumber | null {
  if (at >= pieces.count) return null
  if (pieces.kind[at] === NUMBER) return parseDigits(pieces, at)
  return pieces.kind[at] === WORD ? parseWords(pieces, at) : null
}

function parseDigits(pieces: Pieces, at: number): ParsedNumber {
  let value = pieces.value[at]!
  let end = at + 1
  const short = pieces.gap[end] === 0 ? SHORT_SCALES.get(pieces.norm[end] ?? '') : undefined
  if (short !== undefined && end < pieces.count) return { end: end + 1, value: value * short, digits: true }
  // "1½": the fraction sign is a mark of its own.
  const fraction = FRACTION_MARKS.get(pieces.norm[end] ?? '')
  if (fraction !== undefined && pieces.gap[end] === 0) {
    value += fraction
    end++
  }
  while (end < pieces.count) {
    // Written with a hyphen too: "a 12-million".
    const word = pieces.norm[end] === '-' && pieces.gap[end] === 0 && pieces.gap[end + 1] === 0 ? end + 1 : end
    const scale = SCALES.get(pieces.norm[word] ?? '') ?? getLongShort(pieces, word)
    if (scale === undefined) break
    value *= scale
    end = word + 1
  }
  return { end, value, digits: true }
}

/** "5 bn", "3 mn" with a space; a lone m or k after a space is metres or a letter, so it is left. */
function getLongShort(pieces: Pieces, at: number): number | undefined {
  const word = pieces.norm[at]
  return word === 'bn' || word === 'mn' || word === 'mln' || word === 'tn' ? SHORT_SCALES.get(word) : undefined
}

/** Signs for fractions and their values. */
export const FRACTION_MARKS: ReadonlyMap<string, number> = new Map([
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
])

function parseWords(pieces: Pieces, at: number): ParsedNumber | null {
  let total = 0
  let group = 0
  let end = at
  let seen = false
  let tens = false
  for (let index = at; index < pieces.count; ) {
    const word = pieces.norm[index]!
    const small = SMALL.get(word)
    if (small !== undefined) {
      // "twenty five" joins, "five six" does not, "ten twenty" does not.
      if (seen && !(tens && small < 10 && small > 0) && group % 100 !== 0) break
      if (seen && group === 0 && total === 0) break
      group += small
      tens = small >= 20
      seen = true
      index++
      end = index
      if (tens && pieces.norm[index] === '-' && pieces.gap[index] === 0) {
        const next = SMALL.get(pieces.norm[index + 1] ?? '')
        if (next !== undefined && next > 0 && next < 10 && pieces.gap[index + 1] === 0) {
          group += next
          tens = false
          index += 2
          end = index
        }
      }
      continue
    }
    const scale = SCALES.get(word)
    if (scale !== undefined && seen) {
      if (scale === 100) {
        if (group === 0 || group >= 100) break
        group *= 100
      } else {
        if (group === 0) break
        total += group * scale
        group = 0
      }
      tens = false
      index++
      end = index
      continue
    }
    // "two hundred and fifty"
    const next = pieces.norm[index + 1] ?? ''
    if (word === 'and' && seen && (group >= 100 ? group % 100 === 0 : group === 0 && total > 0) && SMALL.has(next)) {
      // After a full scale only a remainder below it fits: "two thousand and five".
      index++
      continue
    }
    // "two-hundred", "five-million"
    if (word === '-' && seen && pieces.gap[index] === 0 && pieces.gap[index + 1] === 0 && SCALES.has(next)) {
      index++
      continue
    }
    break
  }
  return seen ? { end, value: total + group, digits: false } : null
}

const SUFFIXES: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th'])

/** Reads an ordinal at piece `at`: `21st`, `third`, `twenty-first`; null where none starts. */
export function parseOrdinal(pieces: Pieces, at: number): ParsedNumber | null {
  if (at >= pieces.count) return null
  if (pieces.kind[at] === NUMBER) {
    const fits = at + 1 < pieces.count && pieces.gap[at + 1] === 0 && SUFFIXES.has(pieces.norm[at + 1]!)
    return fits ? { end: at + 2, value: pieces.value[at]!, digits: true } : null
  }
  const word = pieces.norm[at]!
  const plain = ORDINALS.get(word)
  if (plain !== undefined) return { end: at + 1, value: plain, digits: false }
  const tens = SMALL.get(word)
  if (tens === undefined || tens < 20) return null
  const next = pieces.norm[at + 1] === '-' ? at + 2 : at + 1
  const unit = next < pieces.count ? ORDINALS.get(pieces.norm[next]!) : undefined
  return unit !== undefined && unit < 10 ? { end: next + 1, value: tens + unit, digits: false } : null
}
