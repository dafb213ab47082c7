/** What kind of stand somebody takes. */
export type PositionKind = 'wants' | 'offers' | 'refuses' | 'warns' | 'promises' | 'agrees' | 'denies' | 'asks'

/** A kind, and the complements that make its verb a stand taken and not something else. */
export interface PositionVerb {
  readonly kind: PositionKind
  /** Takes a clause or an infinitive: "promised to call", "insisted that …". */
  readonly clause: boolean
  /** Takes an object: "rejected the plan". */
  readonly object: boolean
  /** Prepositions whose phrase tells the matter: "called for a ceasefire". */
  readonly prepositions: readonly string[]
  /** True where the preposition must follow the verb at once: "called for talks", not "called it a win for peace". */
  readonly adjacent: boolean
}

// verb, complements (c clause, o object, + a preposition right behind the verb), prepositions. A verb that also reports plain speech or names a deed ("suggest",
// "expect", "accept a prize") stands here only with the complement that makes it a stand.
const TABLE: Readonly<Record<PositionKind, readonly string[]>> = {
  wants: [
    'want co',
    'wish c for',
    'hope c for',
    'desire co',
    'seek co',
    'aim c for',
    'insist c on',
    'demand co',
    'prefer co',
    'favor o',
    'favour o',
    'support o',
    'back o',
    'urge co',
    'call + for on',
    'push + for',
    'press c for',
    'advocate co for',
    'intend c',
  ],
  offers: ['offer co', 'propose co', 'invite o', 'volunteer c'],
  refuses: [
    'refuse co',
    'reject o',
    'decline c',
    'oppose co',
    'veto o',
    'object + to',
    'rule_out o',
    'turn_down o',
    'balk + at',
    'resist o',
  ],
  warns: ['warn co of about against', 'threaten co with', 'caution co against'],
  promises: [
    'promise co',
    'pledge co',
    'vow co',
    'commit + to',
    'guarantee co',
    'swear c',
    'undertake c',
    'assure co of',
  ],
  agrees: ['agree c on to with', 'consent c to', 'endorse o', 'approve o of', 'accept co'],
  denies: ['deny co', 'dispute co', 'rebut o', 'disavow o', 'disclaim o'],
  asks: ['ask - for', 'request co', 'appeal - for to', 'plead - for with', 'beg c for', 'petition o for'],
}

/** Lemma, with `_` and its particle where it has one, → how it takes a stand. */
export const POSITION_VERBS: ReadonlyMap<string, PositionVerb> = new Map(
  Object.entries(TABLE).flatMap(([kind, rows]) =>
    rows.map((row) => {
      const [lemma, takes, ...prepositions] = row.split(' ')
      const verb: PositionVerb = {
        kind: kind as PositionKind,
        clause: takes!.includes('c'),
        object: takes!.includes('o'),
        adjacent: takes === '+',
        prepositions,
      }
      return [lemma!, verb] as const
    }),
  ),
)

/** What a stand becomes when it is negated; null where "did not …" says too little ("did not warn"). */
export const NEGATED: Readonly<Record<PositionKind, PositionKind | null>> = {
  wants: 'refuses',
  offers: null,
  refuses: null,
  warns: null,
  promises: null,
  agrees: 'refuses',
  denies: null,
  asks: null,
}
