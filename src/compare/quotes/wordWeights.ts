import type { WordWeight } from './alignWords.js'
import type { QuoteWord } from './quoteWords.js'

/** Words that hold sentences together and tell nothing of what is said. */
const LIGHT: ReadonlySet<string> = new Set(
  (
    'a an the this that these those it its he him his she her they them their we us our i me my you your who whom which what ' +
    'is am are was were be been being has have had do does did will would can could shall should may might must not no nor ' +
    'to of in on at by for from with about as into over after before up down out off than then so if when while because ' +
    "and or but also very just there here all any some more most much many such own same too now only even still 's 'd s t " +
    'said say says going go get got one how why where'
  ).split(' '),
)

/**
 * Weights for words of a story's quotations: 0.1 for words that hold sentences together, else 0.5 to 1.5, more for those that
 * few of the quotations use. Deterministic, and the same for every order of the quotations.
 */
export function createWordWeight(quotes: readonly (readonly QuoteWord[])[]): WordWeight {
  const counts = new Map<string, number>()
  for (const words of quotes) {
    for (const norm of new Set(words.map((word) => word.norm))) counts.set(norm, (counts.get(norm) ?? 0) + 1)
  }
  const rarest = Math.log(quotes.length + 2)
  // Asked for in every pair of quotations.
  const known = new Map<string, number>()
  return (norm) => {
    let weight = known.get(norm)
    if (weight === undefined) {
      const rarity = Math.log((quotes.length + 2) / (counts.get(norm) ?? 1)) / rarest
      weight = LIGHT.has(norm) ? 0.1 : 0.5 + Math.min(1, Math.max(0, rarity))
      known.set(norm, weight)
    }
    return weight
  }
}

/** True for words that hold sentences together. */
export function isLightWord(norm: string): boolean {
  return LIGHT.has(norm)
}
