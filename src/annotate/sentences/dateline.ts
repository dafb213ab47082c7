import { isDash, isHyphen, isLetter, isLower, isUpper } from '../../text/index.js'
import type { TokenView } from './tokenView.js'

// 14: `WASHINGTON/NEW YORK, Sept. 12 (Reuters) —` and the like; longer heads are sentences
const LONGEST = 14
const CONNECTING: ReadonlySet<string> = new Set([
  'of',
  'de',
  'and',
  'the',
  'al',
  'la',
  'el',
  'del',
  'los',
  'upon',
  'in',
  'on',
])

/**
 * End of the dateline a paragraph starts with (`MOSCOW (Reuters) —`, `DULUTH, Minn. –`, `(CNN)`), or `start` where none.
 *
 * It needs a place in capitals or an agency in brackets, then a dash; an agency in brackets at the very start needs none, nor
 * does a known one after a place (`Istanbul (CNN) President …`).
 */
export function findDatelineEnd(view: TokenView, start: number, end: number): number {
  const last = Math.min(end, start + LONGEST)
  let agency = false
  let inside = false
  for (let index = start; index < last; index += 1) {
    const code = view.first(index)
    if (code === 0x28) {
      inside = true
    } else if (code === 0x29) {
      if (!inside) return start
      inside = false
      agency = true
      if (closesAgency(view, start, index, last)) return index + 1
    } else if (isDash(code) || isHyphen(code)) {
      if (inside || index === start) return start
      // a hyphen inside a name: `STRATFORD-UPON-AVON`
      if (!view.spaceBefore(index) && !view.spaceBefore(index + 1) && !agency) continue
      return agency || isShouted(view, start) || isPlace(view, start, index, end) ? index + 1 : start
    } else if (isLower(code) && !inside && !CONNECTING.has(view.word(index))) {
      return opensWithAgency(view, start, index) ? index : start
    } else if (agency && isUpper(code) && opensWithAgency(view, start, index)) {
      return index
    } else if (code === 0x3a || code === 0x3f || code === 0x21 || view.isQuote(index)) {
      return start
    }
  }
  return start
}

const AGENCIES: ReadonlySet<string> = new Set(
  'ap afp cnn upi reuters bloomberg tass dpa ansa efe pti ians ani aap npr xinhua kyodo yonhap interfax voa'.split(' '),
)

/** `Istanbul (CNN) President …`: a known agency in brackets, then a capital or a quotation mark. */
function closesAgency(view: TokenView, start: number, close: number, last: number): boolean {
  let open = close - 1
  while (open > start && view.first(open) !== 0x28) open -= 1
  if (open === start || close + 1 >= last || !AGENCIES.has(view.word(open + 1).toLowerCase())) return false
  return isUpper(view.first(close + 1)) || view.isQuote(close + 1)
}

/** `(CNN) The …`: the bracket is the whole dateline. */
function opensWithAgency(view: TokenView, start: number, index: number): boolean {
  return (
    view.first(start) === 0x28 && view.first(index - 1) === 0x29 && index - start <= 5 && isUpper(view.first(start + 1))
  )
}

/** `Evansville, Indiana, United States -`: capitalised words with a comma among them, before a spaced dash and a text. */
function isPlace(view: TokenView, start: number, dash: number, end: number): boolean {
  if (dash - start < 3 || dash - start > 8 || end - dash < 8 || !view.spaceBefore(dash) || !view.spaceBefore(dash + 1))
    return false
  let commas = 0
  for (let index = start; index < dash; index += 1) {
    if (view.first(index) === 0x2c) commas += 1
    else if (!isUpper(view.first(index))) return false
  }
  return commas > 0 && isUpper(view.first(dash + 1))
}

/** True when the paragraph's first word is in capitals, of three letters or more. */
function isShouted(view: TokenView, start: number): boolean {
  const word = view.word(start)
  if (word.length < 3) return false
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at)
    if (isLetter(code) && !isUpper(code)) return false
  }
  return isUpper(word.charCodeAt(0))
}
