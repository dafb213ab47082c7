import type { Frame } from '../layers.js'

/** Verbs and adjectives that deny what they govern: "failed to land", "denied meeting". By lemma. */
export const DENIERS: ReadonlySet<string> = new Set(
  'fail refuse decline deny avoid neglect forget unable reject refute prevent stop cease'.split(' '),
)

/** What the governing verb does to an infinitive or clause under it. By lemma. */
export const GOVERNORS: ReadonlyMap<string, Frame['modality']> = new Map<string, Frame['modality']>([
  ...'want hope wish seek try attempt desire aim strive prefer like love aspire long ask urge call demand request push invite encourage'
    .split(' ')
    .map((lemma) => [lemma, 'desired'] as const),
  ...'plan intend agree promise vow pledge expect schedule slate poise set prepare go due offer threaten commit decide propose'
    .split(' ')
    .map((lemma) => [lemma, 'future'] as const),
  ...'need have must order require oblige force compel instruct'
    .split(' ')
    .map((lemma) => [lemma, 'required'] as const),
  ...'seem appear tend suspect doubt believe think allege accuse likely unlikely possible able allow permit fear'
    .split(' ')
    .map((lemma) => [lemma, 'possible'] as const),
])

/** Governors that only take infinitives that way: "has to", "going to", "set to"; a clause under them is left as it is. */
export const INFINITIVE_ONLY: ReadonlySet<string> = new Set(
  'have go set due like love long believe think allege accuse decide able expect schedule'.split(' '),
)

/** Modal auxiliaries by form. */
export const MODALS: ReadonlyMap<string, Frame['modality']> = new Map<string, Frame['modality']>([
  ['will', 'future'],
  ["'ll", 'future'],
  ['wo', 'future'],
  ['shall', 'future'],
  ['may', 'possible'],
  ['might', 'possible'],
  ['could', 'possible'],
  ['can', 'possible'],
  ['ca', 'possible'],
  ['must', 'required'],
  ['should', 'required'],
  ['ought', 'required'],
  ['would', 'conditional'],
  ["'d", 'conditional'],
])

/** Adverbs that make a statement a possibility. */
export const MAYBE: ReadonlySet<string> = new Set(
  'possibly perhaps maybe allegedly reportedly probably presumably supposedly apparently likely purportedly'.split(' '),
)

/** Words that negate the verb they hang on. */
export const NOT: ReadonlySet<string> = new Set([
  'not',
  "n't",
  'never',
  'neither',
  'nor',
  'hardly',
  'scarcely',
  'nowhere',
])

/** Determiners and pronouns that negate the clause they take part in. */
export const NONE: ReadonlySet<string> = new Set(['no', 'none', 'nobody', 'nothing', 'neither'])

/** Verbs whose clause is told by somebody: "would" under them looks ahead from then. By lemma. */
export const REPORTERS: ReadonlySet<string> = new Set(
  'say tell announce promise warn predict add claim state declare insist pledge vow explain suggest report write note confirm'.split(
    ' ',
  ),
)

/** Subordinators that open a condition. */
export const IF: ReadonlySet<string> = new Set(['if', 'unless', 'whether', 'provided', 'assuming'])

/** Verbs that hand or tell something to someone: "to" behind them marks a recipient. By lemma. */
export const GIVERS: ReadonlySet<string> = new Set(
  'give send offer hand tell say speak sell lend pay award present show deliver write talk grant supply donate introduce explain promise provide transfer issue'.split(
    ' ',
  ),
)

export const PLACE_MARKERS: ReadonlySet<string> = new Set(
  'in at on near outside inside within around across through over under above below behind beside between along into onto toward towards to from off beyond past via throughout'.split(
    ' ',
  ),
)

export const CAUSE_MARKERS: ReadonlySet<string> = new Set(['because', 'due', 'owing', 'thanks', 'amid', 'over'])
