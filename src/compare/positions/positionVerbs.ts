import type { PositionKind } from '../findings.js'

const VERBS: Readonly<Record<PositionKind, string>> = {
  wants: 'want wish hope desire seek aim insist demand prefer favor favour support back urge call expect',
  offers: 'offer propose suggest invite volunteer',
  refuses: 'refuse reject decline oppose resist rule_out veto',
  warns: 'warn threaten caution',
  promises: 'promise pledge vow commit guarantee assure swear undertake',
  agrees: 'agree accept endorse approve concede consent',
  denies: 'deny dispute rebut disavow',
  asks: 'ask request appeal plead beg petition',
}

/** Lemma of a reporting verb → the kind of position it reports; verbs that only report speech are not in it. */
export const POSITION_VERBS: ReadonlyMap<string, PositionKind> = new Map(
  Object.entries(VERBS).flatMap(([kind, verbs]) =>
    verbs.split(' ').map((verb) => [verb.replace('_', ' '), kind as PositionKind] as const),
  ),
)
