import type { Dossier, DossierConflict } from '../../dossier/index.js'

/** Plain words for what the dossier codes: every renderer shows these, so that readers meet one language. */
export const CONFLICT_KINDS: Readonly<Record<DossierConflict['kind'], string>> = {
  date: 'When it happened',
  number: 'How many or how much',
  place: 'Where it happened',
  participants: 'Who took part',
  role: 'Someone’s role',
  name: 'A name',
  sequence: 'What came first',
  outcome: 'How it ended',
  format: 'What form it took',
  polarity: 'Whether it happened',
  attribution: 'Who said it',
  'quote-wording': 'The words of a quotation',
  cause: 'Why it happened',
  other: 'Another point',
}

/** What the strength of a conflict means, in a sentence. */
export const STRENGTHS: Readonly<Record<DossierConflict['strength'], string>> = {
  contradiction: 'Both cannot be true as told',
  tension: 'Worth seeing side by side',
}

/** What explains a tension; null where nothing does. */
export const NATURES: Readonly<Record<DossierConflict['nature'], string | null>> = {
  conflict: null,
  update: 'A later account may have newer figures',
  estimates: 'The accounts rely on different sources',
  rounding: 'One account is more exact than the other',
}

export const SILENCES: Readonly<Record<'notSaid' | 'notYetKnown' | 'notRead', string>> = {
  notSaid: 'does not say it',
  notYetKnown: 'published before it was known',
  notRead: 'the account was not read in full',
}

export const ORIGINS: Readonly<Record<Dossier['origins'][number]['kind'], string>> = {
  wire: 'Same agency text',
  copy: 'Copies of one text',
  'shared-passage': 'A passage in common',
  own: 'Its own text',
}

/** Nouns, as an actor may be one or many: "Oregon Democrats refuses" is no English. */
export const POSITIONS: Readonly<Record<Dossier['positions'][number]['kind'], string>> = {
  wants: 'wish',
  offers: 'offer',
  refuses: 'refusal',
  warns: 'warning',
  promises: 'promise',
  agrees: 'agreement',
  denies: 'denial',
  asks: 'request',
}

/** The condition of a position, unless the matter's own words hold it already. */
export function conditionOf({ matter, condition }: Dossier['positions'][number]): string | null {
  return condition === null || matter.includes(condition) ? null : condition
}

export const DIFFERENCES: Readonly<Record<Dossier['quoteGroups'][number]['difference'], string>> = {
  none: 'Same words everywhere',
  typography: 'Same words, set differently',
  cut: 'Some accounts give less of it',
  wording: 'The words differ',
  attribution: 'Given to different speakers',
}

export const STATES: Readonly<Record<Dossier['documents'][number]['state'], string | null>> = {
  complete: null,
  truncated: 'only the beginning could be read',
  paywalled: 'behind a paywall: only a part could be read',
  failed: 'could not be read',
}

/** `1 account`, `2 accounts`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`
}

/** `A`, `A and B`, `A, B and C`. */
export function joinWords(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? ''
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}
