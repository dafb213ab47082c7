import type { Token } from '../layers.js'
import type { EntityState, Reading, RoleWords } from './draft.js'
import type { FoundRole } from './findRoles.js'
import { tellsWhich } from './findPhrases.js'
import { foldName } from './foldName.js'
import { nounClass, singularOf } from './nouns.js'
import { countryOf } from './places.js'
import { isTitle } from './titles.js'

const FORMER: ReadonlySet<string> = new Set(['former', 'ex', 'late', 'then', 'onetime', 'previous', 'outgoing'])

const VAGUE: ReadonlySet<string> = new Set(['the', 'and', 'very', 'own', 'same', 'united', 'states', 'for', 'with'])

/** The words of tokens `[first, end)` but the head's, parted into those that say which one and those that are names. */
export function wordsAround(
  reading: Reading,
  first: number,
  end: number,
  head: number,
): Pick<RoleWords, 'words' | 'names' | 'former'> {
  const words: string[] = []
  const names: string[] = []
  let former = false
  for (let i = first; i < end; i++) {
    const token = reading.tokens[i] as Token
    if (i === head || !tellsWhich(token)) continue
    const word = foldName(token.norm)
    if (FORMER.has(word)) former = true
    else if ((word.length > 2 || SHORT_COUNTRIES.has(word)) && !VAGUE.has(word)) {
      words.push(word)
      if (token.pos === 'PROPN' && countryOf(word) === null && !isTitle(word)) names.push(word)
    }
  }
  return { words, names, former }
}

const SHORT_COUNTRIES: ReadonlySet<string> = new Set(['us', 'uk', 'eu', 'un'])

/** Adds a role to what is known of its entity. */
export function attachRole(role: FoundRole, entity: EntityState, reading: Reading): void {
  const around = wordsAround(reading, role.firstToken, role.endToken, role.head)
  const noun = roleNoun(role, reading)
  if (!entity.roles.some((known) => known.noun === noun && known.words.join() === around.words.join())) {
    entity.roles.push({ noun, ...around })
  }
}

/** The noun of a role in full and singular: `sen.` → `senator`. */
export function roleNoun(role: FoundRole, reading: Reading): string {
  const head = (reading.tokens[role.head] as Token).norm.replace(/\.$/, '')
  return LONG_TITLES.get(head) ?? singularOf(head).noun
}

/** The gender that the noun of a role tells: `wife` → feminine; null for most. */
export function roleGender(role: FoundRole, reading: Reading): 'feminine' | 'masculine' | null {
  return nounClass(roleNoun(role, reading))?.gender ?? null
}

const LONG_TITLES: ReadonlyMap<string, string> = new Map([
  ['sen', 'senator'],
  ['rep', 'representative'],
  ['gov', 'governor'],
  ['gen', 'general'],
  ['lt', 'lieutenant'],
  ['col', 'colonel'],
  ['sgt', 'sergeant'],
  ['capt', 'captain'],
  ['dr', 'doctor'],
  ['prof', 'professor'],
  ['rev', 'reverend'],
])
