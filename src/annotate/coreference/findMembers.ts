import type { DraftMention, EntityState } from './draft.js'
import type { Phrase } from './findPhrases.js'
import { nounClass, nounsLike } from './nouns.js'

const SIZES: ReadonlyMap<string, number> = new Map([
  ['both', 2],
  ['two', 2],
  ['2', 2],
  ['three', 3],
  ['3', 3],
  ['four', 4],
  ['4', 4],
])
const GROUP_NOUNS: ReadonlyMap<string, number> = new Map([
  ['pair', 2],
  ['couple', 2],
  ['duo', 2],
  ['trio', 3],
])
/** Nouns that fit any person. */
const ANYBODY: ReadonlySet<string> = new Set([
  'man',
  'woman',
  'person',
  'people',
  'side',
  'party',
  'official',
  'politician',
])
/** Offices that make a leader. */
const LEADERS: ReadonlySet<string> = new Set([
  'president',
  'premier',
  'minister',
  'chancellor',
  'king',
  'queen',
  'leader',
  'chairman',
  'governor',
])
/** Sentences back in which the members must all have been mentioned. */
const REACH = 3

/**
 * Members of a counted group ("both leaders", "the two men"): the people mentioned last who fit the noun, as many as are
 * counted; empty where too few are near, or where one more fits as well as the last of them.
 */
export function findMembers(
  draft: DraftMention,
  phrase: Phrase,
  recent: readonly number[],
  entities: readonly EntityState[],
): readonly number[] {
  const size = sizeOf(draft, phrase)
  if (size === 0) return []
  const fitting = recent.filter((number) => {
    const entity = entities[number] as EntityState
    if (entity.type !== 'person' || entity.plural || !entity.named || entity.last === null) return false
    return draft.sentence - entity.last.sentence <= REACH && fitsNoun(phrase.noun, entity)
  })
  if (fitting.length < size) return []
  const last = entities[fitting[size - 1] as number] as EntityState
  const next = fitting[size] === undefined ? undefined : (entities[fitting[size] as number] as EntityState)
  if (next?.last?.sentence === last.last?.sentence && next !== undefined && next.count >= last.count) return []
  return fitting.slice(0, size).sort((a, b) => a - b)
}

function sizeOf(draft: DraftMention, phrase: Phrase): number {
  const group = GROUP_NOUNS.get(phrase.noun)
  if (group !== undefined) return phrase.determiner === 'definite' && draft.endToken === phrase.endToken ? group : 0
  if (!phrase.plural || phrase.nounClass?.kind !== 'person') return 0
  if (phrase.determiner !== 'definite' && phrase.determiner !== 'quantity') return 0
  for (const word of [...phrase.modifiers, phrase.opener]) {
    const size = SIZES.get(word)
    // "two men" alone are new; "both" and "the two" are known.
    if (size !== undefined) return phrase.determiner === 'definite' || word === 'both' ? size : 0
  }
  return 0
}

function fitsNoun(noun: string, entity: EntityState): boolean {
  const gender = nounClass(noun)?.gender ?? null
  if (gender !== null && entity.gender !== 'unknown' && entity.gender !== gender) return false
  if (ANYBODY.has(noun)) return true
  return entity.roles.some(
    (role) => role.noun === noun || nounsLike(noun).has(role.noun) || (noun === 'leader' && LEADERS.has(role.noun)),
  )
}
