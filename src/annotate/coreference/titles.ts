/** Titles that say a person's gender, folded. */
const GENDERED: ReadonlyMap<string, 'feminine' | 'masculine'> = new Map([
  ...[
    'mr',
    'mister',
    'sir',
    'lord',
    'king',
    'prince',
    'duke',
    'father',
    'brother',
    'pope',
    'congressman',
    'councilman',
  ].map((title) => [title, 'masculine'] as const),
  ...[
    'alderman',
    'spokesman',
    'chairman',
    'sheikh',
    'sultan',
    'baron',
    'count',
    'uncle',
    'assemblyman',
    'monsieur',
  ].map((title) => [title, 'masculine'] as const),
  ...['mrs', 'ms', 'miss', 'madam', 'lady', 'dame', 'queen', 'princess', 'duchess', 'sister', 'congresswoman'].map(
    (title) => [title, 'feminine'] as const,
  ),
  ...['councilwoman', 'spokeswoman', 'chairwoman', 'baroness', 'countess', 'aunt', 'assemblywoman', 'mother'].map(
    (title) => [title, 'feminine'] as const,
  ),
])

/** Words that stand before a person's name as a title, folded; those of `GENDERED` too. */
const TITLES: ReadonlySet<string> = new Set([
  ...GENDERED.keys(),
  ...`sen senator senators rep reps representative gov governor president vice premier chancellor minister secretary undersecretary
  ambassador envoy consul mayor judge justice chief attorney prosecutor sheriff deputy officer detective inspector commissioner
  constable marshal agent general gen lt lieutenant col colonel maj major capt captain sgt sergeant cpl corporal pvt private
  admiral adm commander cmdr cmd brigadier brig dr doctor prof professor rev reverend bishop archbishop cardinal pastor rabbi imam
  ayatollah mullah emperor empress speaker leader chairperson chair director dean coach councilor councillor delegate spokesperson
  alderman superintendent trooper ceo candidate former ex acting interim president-elect elect presumptive nominee comrade herr
  frau don dona señor senor señora senora tsar czar emir caliph rebbe warden coroner treasurer comptroller`
    .split(/\s+/)
    .filter((word) => word !== ''),
])

const SUFFIXES: ReadonlySet<string> = new Set(['jr', 'sr', 'junior', 'senior', 'ii', 'iii', 'iv', 'esq', 'md', 'phd'])

/** True for a folded word that may stand before a person's name: `sen`, `president`, `former`. */
export function isTitle(word: string): boolean {
  return TITLES.has(word)
}

/** The gender a folded title tells: `mrs` → feminine; null for most. */
export function genderOfTitle(word: string): 'feminine' | 'masculine' | null {
  return GENDERED.get(word) ?? null
}

/** True for a folded word that may close a person's name: `jr`, `iii`. */
export function isNameSuffix(word: string): boolean {
  return SUFFIXES.has(word)
}

/**
 * Titles that only a name can follow, so that the capitalised words behind them are a person's even where no name was found.
 * Military and police ranks also stand before units and places, and are left out.
 */
export const STRONG_TITLES: ReadonlySet<string> = new Set(
  'mr mrs ms sen rep gov dr prof rev sgt lt capt col gen maj'.split(' '),
)
