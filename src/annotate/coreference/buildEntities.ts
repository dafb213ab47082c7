import type { Entity, EntityType, Mention, Token } from '../layers.js'
import type { DraftMention, EntityState, Reading } from './draft.js'
import type { Prepared } from './prepare.js'

/**
 * Mentions and entities as layers, from resolved drafts sorted by start. Entities are numbered by their first mentions;
 * `mentions` and `entities` point at each other consistently. Things that were only drafted to stand beside names are left out,
 * and so are groups, bodies and places that are described once, without a name in the description ("the Quill campaign"), and never again.
 */
export function buildEntities(prepared: Prepared): {
  readonly mentions: readonly Mention[]
  readonly entities: readonly Entity[]
} {
  const { reading, entities: states } = prepared
  const sizes = new Int32Array(states.length)
  for (const draft of prepared.drafts) if (draft.entity >= 0) sizes[draft.entity] = (sizes[draft.entity] ?? 0) + 1
  const shown = prepared.drafts.filter((draft) => isShown(draft, states, sizes, reading))
  const numbers = new Map<number, number>()
  for (const draft of shown) {
    if (states[draft.entity]?.kept === true && !numbers.has(draft.entity)) numbers.set(draft.entity, numbers.size)
  }
  const own: number[][] = [...numbers].map(() => [])
  const mentions = shown.map((draft, index): Mention => {
    const number = numbers.get(draft.entity) ?? -1
    own[number]?.push(index)
    return {
      start: draft.start,
      end: draft.end,
      type: states[draft.entity]?.type ?? draft.type,
      form: draft.form,
      token: draft.token,
      entity: number,
      members: draft.members.flatMap((member) => numbers.get(member) ?? []),
      probability: draft.probability,
    }
  })
  const entities = [...numbers].map(([old, number]): Entity => {
    const state = states[old] as EntityState
    const indexes = own[number] as number[]
    const named = indexes.map((index) => shown[index] as DraftMention).filter((draft) => draft.form !== 'pronoun')
    const name = chooseName(named, reading)
    return {
      type: state.type,
      name,
      aliases: [...new Set(named.map((draft) => shownText(draft, reading)))].filter((text) => text !== name),
      mentions: indexes,
      roles: prepared.roles[old] ?? [],
      gender: state.gender,
      number: state.plural ? 'plural' : 'singular',
    }
  })
  return { mentions, entities }
}

function isShown(draft: DraftMention, states: readonly EntityState[], sizes: Int32Array, reading: Reading): boolean {
  if (draft.form === 'pronoun') return true
  const state = states[draft.entity]
  if (state === undefined || !state.kept) return draft.members.length > 0
  if (state.named || (state.type === 'person' && !state.plural) || (sizes[draft.entity] ?? 0) > 1) return true
  if (state.members.length > 0) return true
  return draft.phrase !== null && hasName(draft, reading)
}

/** A capitalised word stands before the head. */
function hasName(draft: DraftMention, reading: Reading): boolean {
  const opens = reading.sentences[draft.sentence]?.firstToken
  for (let i = draft.firstToken; i < draft.token; i++) {
    const token = reading.tokens[i] as Token
    const code = reading.text.charCodeAt(token.start)
    if (token.pos === 'PROPN' || (token.pos === 'ADJ' && i !== opens && code >= 65 && code <= 90)) return true
  }
  return false
}

const OWN: ReadonlySet<string> = new Set(['my', 'our', 'your'])

/** The fullest name, titles left off: most words, then most frequent, then first. Descriptions only where no name is. */
function chooseName(drafts: readonly DraftMention[], reading: Reading): string {
  const names = drafts.filter((draft) => draft.form === 'name')
  const counts = new Map<string, { count: number; words: number }>()
  // "our police" in a quotation says whose they are to the speaker.
  const plain = drafts.filter((draft) => !OWN.has(draft.phrase?.opener ?? ''))
  for (const draft of names.length > 0 ? names : plain.length > 0 ? plain : drafts) {
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

/** The words of a mention as shown: on one line. */
function shownText(draft: DraftMention, reading: Reading): string {
  const text = reading.text.slice(draft.start, draft.end).replace(/\s+/gu, ' ')
  // "Oak & Ruiz’s" ends so only where the ending is the name's own (names/partNames.ts).
  return / & .*['’]s$/u.test(text) ? text : text.replace(/['’]s?$/u, '')
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
