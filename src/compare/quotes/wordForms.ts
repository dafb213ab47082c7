import { SMALL } from '../../annotate/numbers/index.js'

/** True for forms of one word: `look` and `looks`, `promise` and `promised`; by the letters they share, so not for `go` and `went`. */
export function isSameStem(a: string, b: string): boolean {
  const short = Math.min(a.length, b.length)
  const long = Math.max(a.length, b.length)
  if (short < 3 || long - short > 3) return false
  let shared = 0
  while (shared < short && a.charCodeAt(shared) === b.charCodeAt(shared)) shared++
  return shared >= short - 1 && shared >= 3
}

// Titles as desks print them before a name.
const SHORT_TITLES: ReadonlyMap<string, string> = new Map([
  ['gen', 'general'],
  ['sen', 'senator'],
  ['rep', 'representative'],
  ['gov', 'governor'],
  ['lt', 'lieutenant'],
  ['sgt', 'sergeant'],
  ['capt', 'captain'],
  ['col', 'colonel'],
  ['prof', 'professor'],
  ['dr', 'doctor'],
  ['mr', 'mister'],
])

/** A lower-case word as every desk would print it: a title in full, a small number as a figure, American spelling. */
export function foldStyle(word: string): string {
  const figure = SMALL.get(word)
  if (figure !== undefined) return String(figure)
  return SHORT_TITLES.get(word) ?? (word.length > 4 ? toAmerican(word) : word)
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
