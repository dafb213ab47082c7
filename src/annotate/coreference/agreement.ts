import type { DraftMention, EntityState } from './draft.js'
import { nounClass } from './nouns.js'
import { countryOf } from './places.js'
import type { PronounKind } from './pronouns.js'

/** A pronoun inside a phrase cannot mean it: "his" in "his lawyer" is not the lawyer. */
export function isPartOf(pronoun: DraftMention, mention: DraftMention): boolean {
  return mention.start <= pronoun.start && pronoun.end <= mention.end
}

/** Whether an entity can be meant by such a pronoun at all. */
export function agrees(kind: PronounKind, entity: EntityState): boolean {
  if (kind.gender === 'neutral') return entity.type !== 'person' && entity.type !== 'group' && !entity.plural
  if (kind.gender === 'plural') {
    return entity.plural || (entity.kept && entity.type !== 'person' && entity.type !== 'place')
  }
  if (entity.plural) return false
  // A given name may tell the wrong gender, and a person's name may have been read as something else's: the ranker weighs both.
  if (entity.type !== 'person') return entity.named && (entity.leaning === kind.gender || mayBePerson(entity))
  return entity.named || entity.gender === 'unknown' || entity.gender === kind.gender
}

/** A short name that is no country's and says of no body or place what it is: "De la Sota" may have been taken for a place. */
function mayBePerson({ type, nameWords }: EntityState): boolean {
  if (type === 'group' || nameWords.size > 3) return false
  for (const word of nameWords) {
    const kind = nounClass(word)?.kind
    if (countryOf(word) !== null || kind === 'body' || kind === 'place') return false
  }
  return true
}
