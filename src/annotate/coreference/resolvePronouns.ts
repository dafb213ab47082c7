import type { EntityType, Token } from '../layers.js'
import type { DraftMention, Reading } from './draft.js'
import type { PronounKind } from './pronouns.js'

/** What is known of an entity before pronouns are read. */
export interface Profile {
  readonly type: EntityType
  readonly gender: 'feminine' | 'masculine' | 'neutral' | 'unknown'
  readonly plural: boolean
}

/** Sentences looked back over: further antecedents are rarer than mistakes (2 % of the pronouns in news). */
const REACH = 4

/**
 * Resolves third-person pronouns, in reading order, to the entity that fits best; drafts get `entity` and `probability`.
 *
 * Looks at the last mention of each entity in the sentence and the {@link REACH} before, at most 40: linear.
 */
export function resolvePronouns(drafts: readonly DraftMention[], profiles: readonly Profile[], reading: Reading): void {
  const counts = new Float64Array(profiles.length)
  const recent: DraftMention[] = []
  for (const draft of drafts) {
    if (draft.pronoun !== null) {
      const best = chooseAntecedent(draft, draft.pronoun, recent, profiles, counts, reading)
      if (best !== null) {
        draft.entity = best.entity
        draft.probability = 0.7
      }
    }
    if (draft.entity < 0) continue
    counts[draft.entity] = (counts[draft.entity] ?? 0) + 1
    const old = recent.findIndex((other) => other.entity === draft.entity)
    if (old >= 0) recent.splice(old, 1)
    recent.unshift(draft)
    if (recent.length > 40) recent.pop()
  }
}

function chooseAntecedent(
  draft: DraftMention,
  kind: PronounKind,
  recent: readonly DraftMention[],
  profiles: readonly Profile[],
  counts: Float64Array,
  reading: Reading,
): DraftMention | null {
  let best: DraftMention | null = null
  let bestScore = Number.NEGATIVE_INFINITY
  for (const candidate of recent) {
    const distance = draft.sentence - candidate.sentence
    if (distance > REACH) break
    const profile = profiles[candidate.entity] as Profile
    if (!agrees(kind, profile)) continue
    const sameQuote = reading.quotes[draft.token] === reading.quotes[candidate.token]
    const score =
      -1.2 * distance +
      (isEarly(candidate, reading) ? 1 : 0) +
      Math.min(1, (counts[candidate.entity] as number) * 0.15) +
      (sameQuote ? 0.8 : 0) +
      (candidate.form === 'pronoun' ? 0.4 : 0) +
      (profile.gender === kind.gender ? 0.8 : 0)
    if (score > bestScore) {
      best = candidate
      bestScore = score
    }
  }
  return best
}

/** Whether an entity can be meant by such a pronoun at all. */
export function agrees(kind: PronounKind, profile: Profile): boolean {
  if (kind.gender === 'neutral') return profile.type !== 'person' && profile.type !== 'group' && !profile.plural
  if (kind.gender === 'plural') return profile.plural || profile.type === 'organization' || profile.type === 'group'
  if (profile.type !== 'person' || profile.plural) return false
  return profile.gender === 'unknown' || profile.gender === kind.gender
}

/** Stands before the first verb of its sentence: a stand-in for the subject. */
function isEarly(candidate: DraftMention, reading: Reading): boolean {
  const first = reading.sentences[candidate.sentence]?.firstToken ?? 0
  for (let i = first; i < candidate.firstToken; i++) {
    const pos = (reading.tokens[i] as Token).pos
    if (pos === 'VERB' || pos === 'AUX') return false
  }
  return true
}
