import type { Token } from '../layers.js'
import type { EntityState, Reading } from './draft.js'
import type { FoundRole } from './findRoles.js'
import { foldName } from './foldName.js'
import { nounClass, singularOf } from './nouns.js'

const FORMER: ReadonlySet<string> = new Set(['former', 'ex', 'late', 'onetime', 'previous'])

/** Adds a role to what is known of its entity. */
export function attachRole(role: FoundRole, entity: EntityState, reading: Reading): void {
  const words: string[] = []
  let former = false
  for (let i = role.firstToken; i < role.endToken; i++) {
    if (i === role.head) continue
    const word = foldName((reading.tokens[i] as Token).norm)
    if (FORMER.has(word)) former = true
    else if (word.length > 2 || word === 'us' || word === 'uk' || word === 'eu') words.push(word)
  }
  const noun = roleNoun(role, reading)
  if (!entity.roles.some((known) => known.noun === noun && known.words.join() === words.join())) {
    entity.roles.push({ noun, words, former })
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
