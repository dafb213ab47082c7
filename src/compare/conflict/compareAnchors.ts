import type { Anchor } from '../../claim/index.js'
import type { ContextTools } from './contextFeatures.js'
import { areOneDeed } from './deeds.js'
import { type Account, getPartKey, haveNames, NO_PART } from './storyView.js'
import { areSynonyms } from './wordRelations.js'

/** What tells whether two values hang on one thing: the verb, the nouns above the value, who takes part, and the mood. */
export const ANCHOR_FEATURES = [
  'verbSame',
  'verbNear',
  'nounSame',
  'nounNear',
  'nounApart',
  'partsShared',
  'agentShared',
  'agentApart',
  'anchorReport',
  'moodSame',
] as const

export type AnchorFeature = (typeof ANCHOR_FEATURES)[number]

// One person is quoted on two days, and two people on one, without any conflict.
const REPORTING: ReadonlySet<string> = new Set(
  `say tell tweet write announce add report speak release note state ask argue explain warn call post comment confirm acknowledge admit deny
  claim insist testify reveal disclose suggest declare repeat reiterate stress describe joke`.split(/\s+/),
)

/** True where a verb only says that something was said. */
export const isReporting = (verb: string): boolean => REPORTING.has(verb)

/** How near the verbs are that two values hang on, and the nouns above them, in [0, 1]; 0 where either hangs on nothing known. */
export function compareDeeds(
  one: Anchor | null,
  other: Anchor | null,
  tools: Pick<ContextTools, 'relations' | 'vectors'>,
): { readonly verbNear: number; readonly nounNear: number } {
  if (one === null || other === null) return { verbNear: 0, nounNear: 0 }
  const near = (a: string, b: string): number =>
    a === '' || b === ''
      ? 0
      : a === b
        ? 1
        : areOneDeed(a, b) || areSynonyms(tools.relations, a, b)
          ? 0.9
          : Math.max(0, tools.vectors.similarity(a, b) ?? 0)
  // "announced a recall of 40 cars" and "recalled 40 cars": the deed as a noun.
  const named = Number(isNamed(one, other) || isNamed(other, one))
  // "values each share at $41" and "$47 a share": the noun of one is a part of the other's deed.
  let nounNear = 0
  const see = (a: string, b: string): void => {
    if (nounNear < 1) nounNear = Math.max(nounNear, near(a, b))
  }
  const [things, theirs] = [readParts(one).things, readParts(other).things]
  for (const a of one.nouns) {
    for (const b of other.nouns) see(a, b)
    for (const b of theirs) see(a, b)
  }
  for (const a of other.nouns) for (const b of things) see(a, b)
  return { verbNear: Math.max(near(one.verb, other.verb), 0.9 * named), nounNear }
}

/** Compares what two values hang on; all 0 where either hangs on nothing known. Symmetric. */
export function compareAnchors(
  one: Anchor | null,
  other: Anchor | null,
  accounts: readonly [Account, Account],
  tools: Pick<ContextTools, 'relations' | 'vectors'>,
): Readonly<Record<AnchorFeature, number>> {
  const { verbNear: verb, nounNear: noun } = compareDeeds(one, other, tools)
  const agents = shareParts(one, other, accounts, 'agents')
  const rest = shareParts(one, other, accounts, 'rest')
  return {
    verbSame: Number(verb >= 0.9),
    verbNear: verb,
    nounSame: Number(noun >= 0.9),
    nounNear: noun,
    nounApart: Number((one?.nouns ?? []).length > 0 !== (other?.nouns ?? []).length > 0),
    partsShared: Math.min(2, rest.shared),
    agentShared: Number(agents.shared > 0),
    agentApart: Number(agents.apart),
    anchorReport: Number(isReporting(one?.verb ?? '')) + Number(isReporting(other?.verb ?? '')),
    moodSame: Number(
      one !== null && other !== null && one.negated === other.negated && getMood(one) === getMood(other),
    ),
  }
}

const isNamed = (one: Anchor, other: Anchor): boolean => one.verb !== '' && other.nouns.includes(one.verb)

/** What is told as done, as coming, and as neither. */
function getMood({ modality, tense }: Anchor): string {
  if (modality !== 'asserted') return modality
  return tense === 'future' ? 'future' : 'asserted'
}

/** Who takes part in what a value hangs on. */
interface Parts {
  readonly agents: readonly Part[]
  readonly rest: readonly Part[]
  /** Heads of what the deed is done to or with. */
  readonly things: readonly string[]
}

type Part = Anchor['parts'][number]

const REST: ReadonlySet<string> = new Set(['patient', 'recipient', 'attribute', 'place', 'other', 'source'])

// An anchor is compared with dozens of others.
const partsOf = new WeakMap<Anchor['parts'], Parts>()

function readParts({ parts }: Anchor): Parts {
  let found = partsOf.get(parts)
  if (found === undefined) {
    found = {
      agents: parts.filter((part) => part.role === 'agent'),
      rest: parts.filter((part) => REST.has(part.role)),
      things: parts.filter((part) => part.role !== 'agent' && part.role !== 'time').map((part) => part.head),
    }
    partsOf.set(parts, found)
  }
  return found
}

function shareParts(
  one: Anchor | null,
  other: Anchor | null,
  accounts: readonly [Account, Account],
  of: 'agents' | 'rest',
): { readonly shared: number; readonly apart: boolean } {
  if (one === null || other === null) return { shared: 0, apart: false }
  const read = (anchor: Anchor, account: Account): ReadonlySet<string> => {
    const keys = new Set<string>()
    for (const part of readParts(anchor)[of]) {
      const key = getPartKey(account, part.entity, part.head)
      if (key !== NO_PART) keys.add(key)
    }
    return keys
  }
  const x = read(one, accounts[0])
  const y = read(other, accounts[1])
  let shared = 0
  for (const id of x) if (y.has(id)) shared++
  return { shared, apart: shared === 0 && x.size > 0 && y.size > 0 && haveNames(x) && haveNames(y) }
}
