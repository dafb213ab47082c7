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
  'say tell tweet write announce add report speak release note state ask argue explain warn call post comment'.split(
    ' ',
  ),
)

/** True where a verb only says that something was said. */
export const isReporting = (verb: string): boolean => REPORTING.has(verb)

/** Compares what two values hang on; all 0 where either hangs on nothing known. Symmetric. */
export function compareAnchors(
  one: Anchor | null,
  other: Anchor | null,
  accounts: readonly [Account, Account],
  tools: Pick<ContextTools, 'relations' | 'vectors'>,
): Readonly<Record<AnchorFeature, number>> {
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
  const verb = Math.max(near(one?.verb ?? '', other?.verb ?? ''), 0.9 * named)
  // "values each share at $41" and "$47 a share": the noun of one is a part of the other's deed.
  const noun = Math.max(
    0,
    ...(one?.nouns ?? []).flatMap((a) => [...(other?.nouns ?? []), ...getThings(other)].map((b) => near(a, b))),
    ...(other?.nouns ?? []).flatMap((a) => getThings(one).map((b) => near(a, b))),
  )
  const agents = shareParts(one, other, accounts, ['agent'])
  const rest = shareParts(one, other, accounts, ['patient', 'recipient', 'attribute', 'place', 'other', 'source'])
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

const isNamed = (one: Anchor | null, other: Anchor | null): boolean =>
  one !== null && other !== null && one.verb !== '' && other.nouns.includes(one.verb)

/** Heads of what the deed is done to or with. */
const getThings = (anchor: Anchor | null): readonly string[] =>
  (anchor?.parts ?? []).filter((part) => part.role !== 'agent' && part.role !== 'time').map((part) => part.head)

/** What is told as done, as coming, and as neither. */
function getMood({ modality, tense }: Anchor): string {
  if (modality !== 'asserted') return modality
  return tense === 'future' ? 'future' : 'asserted'
}

function shareParts(
  one: Anchor | null,
  other: Anchor | null,
  accounts: readonly [Account, Account],
  roles: readonly string[],
): { readonly shared: number; readonly apart: boolean } {
  const read = (anchor: Anchor | null, account: Account): ReadonlySet<string> =>
    new Set(
      (anchor?.parts ?? [])
        .filter((part) => roles.includes(part.role))
        .map((part) => getPartKey(account, part.entity, part.head))
        .filter((key) => key !== NO_PART),
    )
  const x = read(one, accounts[0])
  const y = read(other, accounts[1])
  let shared = 0
  for (const id of x) if (y.has(id)) shared++
  return { shared, apart: shared === 0 && x.size > 0 && y.size > 0 && haveNames(x) && haveNames(y) }
}
