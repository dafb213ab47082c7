import type { Lexicon } from './lexicon.js'
import { isInitial, type NameParts } from './nameParts.js'
import { isOneSlipApart, isSpellingVariant, squeezeSpelling } from './spelling.js'

/**
 * Whether two full names (two words or more each) can be one person's: same surname but for spelling, given names equal,
 * abbreviated, short forms of each other or one slip apart, middle names and suffixes not against it.
 */
export function isSamePerson(a: NameParts, b: NameParts, lexicon: Lexicon): boolean {
  if (a.words.length < 2 || b.words.length < 2) return false
  if (a.suffix !== null && b.suffix !== null && a.suffix !== b.suffix) return false
  if (a.key === b.key) return true
  const [short, long] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words]
  // A name inside the other from the front or the end: "Alexandria Ocasio" in "Alexandria Ocasio-Cortez".
  if (short.every((word, i) => word === long[i])) return true
  const lastA = a.words.at(-1) as string
  const lastB = b.words.at(-1) as string
  const givenA = a.words.slice(0, -1)
  const givenB = b.words.slice(0, -1)
  if (lastA !== lastB) {
    if (!isSpellingVariant(lastA, lastB)) return false
    return isSameGiven(givenA[0] as string, givenB[0] as string, lexicon) && !isInitial(givenA[0] as string)
  }
  return areGivenCompatible(givenA, givenB, lexicon)
}

function areGivenCompatible(a: readonly string[], b: readonly string[], lexicon: Lexicon): boolean {
  const firstA = a[0] as string
  const firstB = b[0] as string
  if (!isSameGiven(firstA, firstB, lexicon)) {
    // Known by a middle name: "J. Edgar Poe" and "Edgar Poe".
    const longer = a.length >= b.length ? a : b
    const other = longer === a ? firstB : firstA
    return !isInitial(other) && other.length > 2 && longer.slice(1).includes(other)
  }
  const middleA = a.slice(1)
  const middleB = b.slice(1)
  if (middleA.length === 0 || middleB.length === 0) return true
  // "George W." is not "George H.W.": both have middle names and none agrees.
  return middleA.some((x) => middleB.some((y) => x === y || (x[0] === y[0] && (x.length === 1 || y.length === 1))))
}

/** Equal given names, an initial of it, a short form, or one slip apart. */
export function isSameGiven(a: string, b: string, lexicon: Lexicon): boolean {
  if (a === b) return true
  if (isInitial(a) || isInitial(b)) return a[0] === b[0]
  if (lexicon.nicknames.get(a)?.has(b) === true) return true
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length >= 3 && long.startsWith(short) && !isOtherGender(a, b, lexicon)) return true
  if (isOtherGender(a, b, lexicon)) return false
  if (squeezeSpelling(a) === squeezeSpelling(b)) return true
  // Two common names one letter apart ("Marie", "Maria"; "Daniel", "Danial") are two names, unless one is no known name.
  return isOneSlipApart(a, b) && !(lexicon.given.has(a) && lexicon.given.has(b) && a.length < 7)
}

function isOtherGender(a: string, b: string, lexicon: Lexicon): boolean {
  return (lexicon.feminine.has(a) && lexicon.masculine.has(b)) || (lexicon.masculine.has(a) && lexicon.feminine.has(b))
}

/** How a short form relates to a full name: by its surname, its given name, or not at all. */
export type ShortForm = 'surname' | 'given' | null

/**
 * How `short` may abbreviate `full`. A surname may be several words ("San Felice"), and stand first ("Xi" for "Xi Jinping"),
 * in which case it cannot be told from a given name.
 */
export function matchShortForm(short: readonly string[], full: readonly string[], lexicon: Lexicon): ShortForm {
  if (short.length >= full.length) return null
  const offset = full.length - short.length
  if (short.every((word, i) => word === full[offset + i])) return 'surname'
  if (short.every((word, i) => word === full[i])) return 'given'
  if (short.length !== 1) return null
  const word = short[0] as string
  // A middle word is a surname where two are borne ("Nicolas Maduro Moros"), unless it is a given name itself.
  if (full.length > 2 && full.slice(1, -1).includes(word) && word.length > 2) {
    return lexicon.given.has(word) ? 'given' : 'surname'
  }
  if (lexicon.nicknames.get(full[0] as string)?.has(word) === true && word.length > 2) return 'given'
  return null
}
