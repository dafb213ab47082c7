import { SMALL } from '../../annotate/numbers/index.js'
import { SHORT_TITLES } from '../shortTitles.js'

/** True for forms of one word: `look` and `looks`, `promise` and `promised`; by the letters they share, so not for `go` and `went`. */
export function isSameStem(a: string, b: string): boolean {
  const short = Math.min(a.length, b.length)
  const long = Math.max(a.length, b.length)
  if (short < 3 || long - short > 3) return false
  let shared = 0
  while (shared < short && a.charCodeAt(shared) === b.charCodeAt(shared)) shared++
  return shared >= short - 1 && shared >= 3
}

const FULL_TITLES: ReadonlyMap<string, string> = new Map([...SHORT_TITLES, ['mr', 'mister']])

/** A lower-case word as every desk would print it: a title in full, a small number as a figure, American spelling. */
export function foldStyle(word: string): string {
  const figure = SMALL.get(word)
  if (figure !== undefined) return String(figure)
  return FULL_TITLES.get(word) ?? (word.length > 4 ? toAmerican(word) : word)
}

/** `publicised` as `publicized`, `favour` as `favor`, `travelled` as `traveled`: for comparing only, other words come out odd. */
function toAmerican(word: string): string {
  return word
    .replace(/is(e[sdr]?|ers|ing|ations?)$/, 'iz$1')
    .replace(/our/, 'or')
    .replace(/([bt])re(s|d)?$/, '$1er$2')
    .replace(/ll(ed|ing|ers?)$/, 'l$1')
    .replace(/(defen|licen|offen|preten)ce/, '$1se')
    .replace(/ogue(s?)$/, 'og$1')
}
