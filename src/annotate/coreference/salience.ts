import type { DraftMention, EntityState, Reading } from './draft.js'
import { type GrammaticalRole, grammaticalRole } from './grammar.js'
import { type Candidate, sentencesBetween } from './pronounFeatures.js'
import type { PronounKind } from './pronouns.js'

/** Obliqueness: subjects are gone on about more than objects, and these more than the rest (Grosz, Joshi and Weinstein 1995). */
const ORDER: Readonly<Record<GrammaticalRole, number>> = {
  subject: 0,
  predicate: 1,
  object: 1,
  appositive: 2,
  oblique: 3,
  possessive: 4,
  modifier: 5,
  other: 5,
}

/**
 * The candidates with their places by nearness in sentences, then obliqueness, then order in the text, among all and among those who
 * fit; and with the number of those whose gender is known to be the pronoun's.
 */
export function rankBySalience(
  candidates: readonly Candidate[],
  pronoun: DraftMention,
  kind: PronounKind,
  entities: readonly EntityState[],
  reading: Reading,
): readonly Candidate[] {
  const keys = candidates.map(({ mention, cataphoric }) => {
    const distance = cataphoric ? 9 : sentencesBetween(pronoun, mention, reading)
    return distance * 100 + ORDER[grammaticalRole(reading, mention)] * 10 + Math.min(9, mention.firstToken / 1e6)
  })
  const sure = candidates.filter(({ entity }) => (entities[entity] as EntityState).gender === kind.gender).length
  const fits = candidates.map(({ entity }) => isFitting(kind, entities[entity] as EntityState))
  return candidates.map((candidate, index) => {
    const own = keys[index] as number
    let salience = 0
    let fitting = 0
    let nearer = 0
    for (let i = 0; i < keys.length; i++) {
      const isAhead = (keys[i] as number) < own
      if (isAhead) salience++
      if (fits[i] !== true) continue
      if (isAhead) fitting++
      if (i < index) nearer++
    }
    const isFit = fits[index] === true
    return { ...candidate, sure, salience, fitting: isFit ? fitting : -1, nearer: isFit ? nearer : -1 }
  })
}

/** A person whose gender, as far as it is known, is the pronoun's. */
function isFitting(kind: PronounKind, { type, gender, leaning }: EntityState): boolean {
  if (type !== 'person') return false
  return gender === kind.gender || (gender === 'unknown' && (leaning === null || leaning === kind.gender))
}
