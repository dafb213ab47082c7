import type { EntityType } from '../layers.js'
import { clusterBodies } from './clusterBodies.js'
import { clusterPeople } from './clusterPeople.js'
import { Clusters } from './clusters.js'
import type { Lexicon } from './lexicon.js'
import type { NameParts } from './nameParts.js'
import { placeKey } from './places.js'

/** One use of a name in reading order. */
export interface NameUse {
  readonly type: EntityType
  readonly parts: NameParts
  /** Told by titles in or before the name; null for most. */
  readonly gender: 'feminine' | 'masculine' | null
  readonly sentence: number
  /** Nouns of the titles and appositions at this place: `president`, `wife`. */
  readonly roles: readonly string[]
}

/** One name as spelled, with all its uses. */
export interface Form {
  readonly parts: NameParts
  readonly type: EntityType
  /** Indexes of uses, ascending. */
  readonly uses: readonly number[]
}

/**
 * Which uses of names in one account mean one person, body or place: a cluster number per use, counted from 0 in reading order
 * of first uses.
 *
 * Full names come together first; short ones join the full name they shorten, each use for itself where several people bear
 * it. Compares only names that share a word, a squeezed spelling or initials; linear but for those.
 */
export function clusterNames(uses: readonly NameUse[], lexicon: Lexicon): readonly number[] {
  const isPerson = settlePeople(uses)
  const clusters = new Clusters(uses.length)
  clusterPeople(collectForms(uses, isPerson, true), uses, clusters, lexicon)
  clusterBodies(collectForms(uses, isPerson, false), clusters)
  return clusters.numbers()
}

// Longer words in capitals are shouted, not shortened.
const LONGEST_ACRONYM = 3

/** Whether each use is a person's: where one spelling was read as several types, the more frequent one wins. */
function settlePeople(uses: readonly NameUse[]): readonly boolean[] {
  const votes = new Map<string, number>()
  for (const use of uses) {
    const vote = use.type === 'person' ? 1 : -1
    // A title is worth four readings without one.
    const weight = use.gender !== null || use.parts.titled ? 4 : 1
    votes.set(use.parts.key, (votes.get(use.parts.key) ?? 0) + vote * weight)
  }
  const surnames = new Set<string>()
  const inCapitals = new Set<string>()
  for (const { type, parts } of uses) {
    if (type !== 'person' || parts.words.length <= 1) continue
    surnames.add(parts.words.at(-1) as string)
    if (parts.capitals) inCapitals.add(parts.words.at(-1) as string)
  }
  // "The UN" is not Kim Jong Un.
  const isAcronym = ({ capitals, key }: NameParts): boolean =>
    capitals && key.length <= LONGEST_ACRONYM && !inCapitals.has(key)
  return uses.map((use) => {
    // A surname alone, read as a thing's name: the person's. Places keep theirs.
    if (use.type !== 'place' && use.parts.words.length === 1 && surnames.has(use.parts.key) && !isAcronym(use.parts))
      return true
    const vote = votes.get(use.parts.key) as number
    return vote === 0 ? use.type === 'person' : vote > 0
  })
}

function collectForms(uses: readonly NameUse[], isPerson: readonly boolean[], person: boolean): readonly Form[] {
  const forms = new Map<string, { parts: NameParts; type: EntityType; uses: number[] }>()
  uses.forEach((use, index) => {
    if (isPerson[index] !== person || use.parts.key === '') return
    const key = person ? `${use.parts.key}|${use.parts.suffix ?? ''}` : placeKey(use.parts.key)
    const form = forms.get(key)
    if (form === undefined) forms.set(key, { parts: use.parts, type: use.type, uses: [index] })
    else form.uses.push(index)
  })
  return [...forms.values()]
}
