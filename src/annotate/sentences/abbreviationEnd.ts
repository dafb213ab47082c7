import { isDigit, isLetter, isLower, isUpper } from '../../text/index.js'
import { getAbbreviation } from '../tokens/index.js'
import { AFTER_HOUR, STARTERS } from './starters.js'
import type { TokenView } from './tokenView.js'

/**
 * True where the abbreviation `index` ends its sentence, the next sentence starting at token `next`.
 *
 * Titles never do; initials, `U.S.`, `Inc.` and the like only before a word that is capitalised at the start of a
 * sentence alone, or before a quotation that starts with a capital; `p.m.` before any capital but a day or a time zone.
 */
export function endsAfterAbbreviation(view: TokenView, index: number, next: number, first: number): boolean {
  const closed = next > index + 1
  let word = next
  while (view.opens(word) || view.isQuote(word)) word += 1
  const code = view.first(word)
  if (isLower(code) || (!isUpper(code) && !isDigit(code) && !isLetter(code))) return false
  const name = view.word(index)
  const short = name.slice(0, -1).toLowerCase()
  const kind = getAbbreviation(short)
  if (kind === 'title') return false
  if (isDigit(code)) return closed
  const follower = view.word(word).toLowerCase()
  // `At 5:30 p.m. Crane left`: an hour at the start of a sentence is no whole one
  if (short === 'p.m' || short === 'a.m') return index - first > 3 && !AFTER_HOUR.has(follower.replace(/\.$/, ''))
  if (short === 'etc' || short === 'al') return true
  if (closed || word > next) return true
  const starts = STARTERS.has(follower)
  // an initial that starts the sentence belongs to a name
  if (name.length === 2) return starts && index > first
  return starts
}
