/** What the verb group beside an expression says of when: behind, ahead, or no word on it. */
export type Direction = 'past' | 'future' | 'none'

/** Participles and adjectives that look ahead: "is scheduled for Tuesday", "due on Friday". */
export const AHEAD: ReadonlySet<string> = new Set(
  `scheduled expected set due planned slated likely expects plans hopes wants intends expect plan hope want intend going
  upcoming poised bound ready agreed pledged vowed promised`.split(/\s+/),
)

/** Modal auxiliaries: what they govern lies ahead. */
export const MODALS: ReadonlySet<string> = new Set([
  'will',
  "'ll",
  'wo',
  'shall',
  'would',
  'may',
  'might',
  'could',
  'should',
  'must',
  "'d",
  'can',
  'ca',
])
