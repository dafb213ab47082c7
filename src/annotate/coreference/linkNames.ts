import { majorityType } from './buildEntities.js'
import { clusterNames } from './clusterNames.js'
import type { DraftMention, EntityState, Reading } from './draft.js'
import type { FoundRole } from './findRoles.js'
import type { Lexicon } from './lexicon.js'
import { roleGender, roleNoun } from './roleWords.js'

/** Gives every name its entity, and says of every entity what its names and roles tell. */
export function linkNames(
  names: readonly DraftMention[],
  found: readonly FoundRole[],
  reading: Reading,
  lexicon: Lexicon,
): EntityState[] {
  const told = new Map<number, 'feminine' | 'masculine'>()
  const nouns = new Map<number, string[]>()
  for (const role of found) {
    nouns.set(role.name, [...(nouns.get(role.name) ?? []), roleNoun(role, reading)])
    const gender = roleGender(role, reading)
    if (gender !== null) told.set(role.name, gender)
  }
  const uses = names.map((draft, index) => ({
    type: draft.type,
    parts: draft.parts as NonNullable<DraftMention['parts']>,
    gender: draft.gender ?? genderByGivenName([draft.parts], lexicon) ?? told.get(index) ?? null,
    sentence: draft.sentence,
    roles: nouns.get(index) ?? [],
  }))
  const numbers = clusterNames(uses, lexicon)
  const groups: number[][] = []
  names.forEach((draft, index) => {
    draft.entity = numbers[index] as number
    const group = groups[draft.entity]
    if (group === undefined) groups[draft.entity] = [index]
    else group.push(index)
  })
  const entities = groups.map((group): EntityState => {
    const type = majorityType(group.map((index) => (names[index] as DraftMention).type))
    const gender = group.map((index) => uses[index]?.gender).find((known) => known !== null && known !== undefined)
    const own = group.map((index) => (names[index] as DraftMention).parts)
    return {
      type,
      gender: type === 'person' ? (gender ?? genderByGivenName(own, lexicon) ?? 'unknown') : 'neutral',
      leaning: type === 'person' ? leaningOf(own, lexicon) : genderByGivenName(own.filter(isShort), lexicon),
      ending: type === 'person' ? endingOf(own, lexicon) : null,
      plural: type === 'group',
      named: true,
      kept: true,
      roles: [],
      nameWords: new Set(own.flatMap((parts) => parts?.words ?? [])),
      members: [],
      nameTokens: group.map((index) => (names[index] as DraftMention).token),
      prominence: -1,
      count: 0,
      last: null,
      first: null,
      subject: null,
    }
  })
  entities
    .filter((entity) => entity.type === 'person')
    .sort((a, b) => b.nameTokens.length - a.nameTokens.length)
    .forEach((entity, place) => {
      entity.prominence = place
    })
  return entities
}

/** By the given name of a full name. */
export function genderByGivenName(
  names: readonly DraftMention['parts'][],
  lexicon: Lexicon,
): 'feminine' | 'masculine' | null {
  for (const parts of names) {
    for (const word of parts?.words.slice(0, -1) ?? []) {
      if (lexicon.feminine.has(word)) return 'feminine'
      if (lexicon.masculine.has(word)) return 'masculine'
    }
  }
  return null
}

/** Two words, or three, as people's names have; bodies that begin with a given name's word are longer. */
function isShort(parts: DraftMention['parts']): boolean {
  return (parts?.words.length ?? 0) <= 3
}

function endingOf(names: readonly DraftMention['parts'][], lexicon: Lexicon): 'feminine' | 'masculine' | null {
  for (const parts of names) {
    const ending = lexicon.endings.get(parts?.words[0]?.slice(-3) ?? '')
    if (ending !== undefined) return ending
  }
  return null
}

/** By a bare name, which may be a surname that is a given name too: one in ten misleads. */
function leaningOf(names: readonly DraftMention['parts'][], lexicon: Lexicon): 'feminine' | 'masculine' | null {
  for (const parts of names) {
    const word = parts?.words.at(-1)
    if (word === undefined) continue
    if (lexicon.feminine.has(word)) return 'feminine'
    if (lexicon.masculine.has(word)) return 'masculine'
  }
  return null
}
