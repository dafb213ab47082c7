import { SHORT_TITLES } from '../shortTitles.js'
import { foldName } from './compareNames.js'

/**
 * How two roles told of one person stand to each other.
 *
 * `same`: one office worded alike. `refine`: one says more of the same office. `exclusive`: two public offices nobody holds
 * at once, neither told as past or coming. `other`: two descriptions that may both hold.
 */
export type RoleRelation = 'same' | 'refine' | 'exclusive' | 'other'

// Short forms as newspapers print them, and words that mean the same office.
const FULL_FORMS: ReadonlyMap<string, string> = new Map([
  ...SHORT_TITLES,
  ['sens', 'senator'],
  ['reps', 'representative'],
  ['congressman', 'representative'],
  ['congresswoman', 'representative'],
  ['lieut', 'lieutenant'],
  ['pres', 'president'],
  ['atty', 'attorney'],
  ['lawyer', 'attorney'],
  // A judge of the highest court is both.
  ['justice', 'judge'],
  ['pm', 'prime minister'],
  ['premier', 'prime minister'],
  ['ceo', 'chief executive'],
  ['spokeswoman', 'spokesman'],
  ['spokesperson', 'spokesman'],
  ['chairwoman', 'chairman'],
  ['chairperson', 'chairman'],
  ['chair', 'chairman'],
  ['dept', 'department'],
  ['us', 'american'],
  ['u', ''],
  ['s', ''],
])

// Head words of offices that one person holds one at a time. Military and business titles are left out: they are often both.
const OFFICES = new Set([
  'president',
  'vice president',
  'prime minister',
  'senator',
  'representative',
  'governor',
  'mayor',
  'secretary',
  'minister',
  'ambassador',
  'chancellor',
  'judge',
  'king',
  'queen',
  'pope',
  'sheriff',
  'attorney general',
])

// Words that put a role in the past or the future, or make it a bid for it.
const SHIFTS = new Set([
  'former',
  'ex',
  'then',
  'late',
  'retired',
  'acting',
  'interim',
  'incoming',
  'outgoing',
  'elect',
  'designate',
  'nominee',
  'candidate',
  'presumptive',
  'future',
  'next',
  'prospective',
  'potential',
  'deputy',
  'assistant',
  'hopeful',
  'onetime',
  'longtime',
  'once',
  'previously',
  'shadow',
  'aspiring',
  'would',
])

// Forms of address say nothing of an office.
const STOP = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'sir',
  'though',
  'while',
  'that',
  'by',
  'with',

  'the',
  'a',
  'an',
  'of',
  'for',
  'and',
  'in',
  'at',
  'his',
  'her',
  'its',
  'their',
  'who',
  'was',
  'is',
  'as',
  'to',
  'on',
])

/** Compares two roles by their office, then by their words. */
export function compareRoles(a: string, b: string): RoleRelation {
  const x = getRoleWords(a)
  const y = getRoleWords(b)
  if (x.join(' ') === y.join(' ')) return 'same'
  const officeA = getOffice(a)
  const officeB = getOffice(b)
  if (officeA !== null && officeB !== null && officeA !== officeB && !isShifted(a) && !isShifted(b)) return 'exclusive'
  const [short, long] = x.length <= y.length ? [x, y] : [y, x]
  if (short.length > 0 && short.every((word) => long.includes(word))) return 'refine'
  if (officeA !== null && officeA === officeB) return 'refine'
  return 'other'
}

/** The public office a role names, or null: "US Secretary of State" → `secretary`, "the singer" → null. */
export function getOffice(role: string): string | null {
  // The office comes before "of", "for", "at": the rest says of what.
  const words = getRoleWords(role.split(/\b(?:of|for|at|in|from|to|under)\b|,/i)[0] ?? '')
  const two = words.slice(-2).join(' ')
  if (OFFICES.has(two)) return two
  const last = words.at(-1)
  return last !== undefined && OFFICES.has(last) ? last : null
}

/** True when the role is told as past, coming, acting or aimed at. */
export function isShifted(role: string): boolean {
  return foldName(role).some((word) => SHIFTS.has(word))
}

/** Content words of a role in one form: "Sen." and "senator", "lawyer" and "attorney" become one. */
export function getRoleWords(role: string): readonly string[] {
  return foldName(role)
    .flatMap((word) => (FULL_FORMS.get(word) ?? word).split(' '))
    .filter((word) => word !== '' && !STOP.has(word))
}
