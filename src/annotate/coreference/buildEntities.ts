import type { Entity, EntityType, Mention, Role } from '../layers.js'
import type { DraftMention, Reading } from './draft.js'
import type { Profile } from './resolvePronouns.js'

/**
 * Mentions and entities as layers, from resolved drafts sorted by start. Entities keep their numbers, which follow their first
 * mentions; `mentions` and `entities` point at each other consistently.
 */
export function buildEntities(
  drafts: readonly DraftMention[],
  profiles: readonly Profile[],
  roles: readonly (readonly Role[])[],
  reading: Reading,
): { readonly mentions: readonly Mention[]; readonly entities: readonly Entity[] } {
  const mentions = drafts.map((draft) => ({
    start: draft.start,
    end: draft.end,
    type: profiles[draft.entity]?.type ?? draft.type,
    form: draft.form,
    token: draft.token,
    entity: draft.entity,
    members: draft.members,
    probability: draft.probability,
  }))
  const own: number[][] = profiles.map(() => [])
  mentions.forEach((mention, index) => {
    own[mention.entity]?.push(index)
  })
  const entities = profiles.map((profile, number): Entity => {
    const indexes = own[number] as number[]
    const named = indexes.map((index) => drafts[index] as DraftMention).filter((draft) => draft.form !== 'pronoun')
    const name = chooseName(named, reading)
    const aliases = [...new Set(named.map((draft) => shownText(draft, reading)))].filter((text) => text !== name)
    return {
      type: profile.type,
      name,
      aliases,
      mentions: indexes,
      roles: roles[number] ?? [],
      gender: profile.gender,
      number: profile.plural ? 'plural' : 'singular',
    }
  })
  return { mentions, entities }
}

/** The fullest name, titles left off: most words, then most frequent, then first. Descriptions only where no name is. */
function chooseName(drafts: readonly DraftMention[], reading: Reading): string {
  const names = drafts.filter((draft) => draft.form === 'name')
  const counts = new Map<string, { count: number; words: number }>()
  for (const draft of names.length > 0 ? names : drafts) {
    const text = nameWithoutTitle(draft, reading)
    const known = counts.get(text)
    if (known === undefined) counts.set(text, { count: 1, words: draft.parts?.words.length ?? text.split(' ').length })
    else known.count++
  }
  let best = ''
  let bestScore = { count: 0, words: 0 }
  for (const [text, score] of counts) {
    if (
      best === '' ||
      score.words > bestScore.words ||
      (score.words === bestScore.words && score.count > bestScore.count)
    ) {
      best = text
      bestScore = score
    }
  }
  return best
}

/** The words of a mention as shown: without a possessive ending. */
function shownText(draft: DraftMention, reading: Reading): string {
  return reading.text
    .slice(draft.start, draft.end)
    .replace(/['’]s?$/u, '')
    .replace(/\s+/gu, ' ')
}

function nameWithoutTitle(draft: DraftMention, reading: Reading): string {
  const text = shownText(draft, reading)
  if (draft.parts === null || draft.form !== 'name') return text
  const words = text.split(' ')
  const extra = words.length - (draft.parts.words.length + (draft.parts.suffix === null ? 0 : 1))
  return draft.parts.titled && extra > 0 ? words.slice(extra).join(' ') : text
}

/** The type most of an entity's names have; the first seen wins ties. */
export function majorityType(types: readonly EntityType[]): EntityType {
  const counts = new Map<EntityType, number>()
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1)
  let best: EntityType = types[0] ?? 'other'
  for (const [type, count] of counts) if (count > (counts.get(best) ?? 0)) best = type
  return best
}
