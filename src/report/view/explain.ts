import type { DossierConflict } from '../../dossier/index.js'

const BECAUSE: Readonly<Record<DossierConflict['kind'], string>> = {
  date: 'The accounts give the same event times that do not fit together',
  number: 'The accounts count the same thing and come to different figures',
  place: 'The accounts put the same event in different places',
  participants: 'The accounts name different people as taking part',
  role: 'The accounts give the same person roles that differ',
  name: 'The accounts name or spell the same one differently',
  sequence: 'The accounts put the same steps in a different order',
  outcome: 'The accounts tell different ends of the same matter',
  format: 'The accounts describe the same meeting or act differently in form',
  polarity: 'One account says it happened, another that it did not',
  attribution: 'The accounts give the same words to different speakers',
  'quote-wording': 'The accounts quote the same utterance in different words',
  cause: 'The accounts give different causes for the same event',
  other: 'The accounts tell the same point in ways that do not fit together',
}

// What a rule saw more closely than its kind says.
const BECAUSE_OF_RULE: ReadonlyMap<string, string> = new Map([
  ['number/precision', 'The accounts give the same figure, one of them with a hedge'],
  ['number/rounding', 'The accounts give the same figure, one of them more exactly'],
  ['number/range', 'One account gives a figure, the other one that may well hold it'],
  ['number/none', 'One account tells of none where the other counts some'],
  ['number/duration', 'The accounts give the same thing different lengths of time'],
  ['date/contains', 'One account names a longer time that includes the time the other names'],
  ['date/overlap', 'The accounts name times that share some days only'],
  ['date/clock', 'The accounts give the same day and different hours'],
  ['role/refine', 'One account says more of the same role'],
  ['role/exclusive', 'The accounts give the same person offices that nobody holds at once'],
  ['name/spelling', 'The accounts spell the same name differently'],
])

const WITHIN = 'The same account tells it in two ways'

/** How two values stand to each other, by the word the rules use. Words that are not here are shown as they are. */
const RELATIONS: ReadonlyMap<string, string> = new Map([
  ['disjoint', 'no day fits both'],
  ['overlap', 'they share some days only'],
  ['contains', 'one covers a longer time that includes the other'],
  ['clock', 'the same day at another hour'],
  ['duration-differ', 'the lengths of time differ'],
  ['duration-near', 'the lengths of time are close'],
  ['differ', 'neither is a rounding of the other'],
  ['rounding', 'one may be a rounding of the other'],
  ['precision', 'one is more exact than the other'],
  ['range', 'one lies within the range of the other'],
  ['exclusive', 'nobody can be both at once'],
  ['spelling', 'spelled differently'],
  ['given', 'the given names differ'],
  ['initial', 'the initials differ'],
  ['content', 'other words'],
  ['wording', 'other words in the same place'],
  ['silent-cut', 'words dropped without a sign'],
  ['cut', 'words left out'],
  ['contraction', 'one contracts what the other writes in full'],
  ['masking', 'one masks letters of a word'],
  ['bracket', 'one puts words of its own in brackets'],
  ['case', 'capital letters differ'],
])

/** Why a conflict was raised: a sentence, what the rule looked at in words, and the rule's name for whoever wants to check. */
export interface Explanation {
  readonly reason: string
  readonly details: readonly string[]
  readonly rule: string
}

type Inputs = DossierConflict['rule']['inputs']

/** Puts a conflict's rule and inputs into plain words. Inputs it has no words for are shown by name and value. */
export function explainConflict(conflict: DossierConflict): Explanation {
  const { inputs } = conflict.rule
  const details: string[] = []
  for (const key of Object.keys(inputs).sort()) {
    if (isPartner(key, inputs)) continue
    const detail = describeInput(key, inputs)
    if (detail !== null) details.push(detail)
  }
  return {
    reason: conflict.within === null ? (BECAUSE_OF_RULE.get(conflict.rule.id) ?? BECAUSE[conflict.kind]) : WITHIN,
    details,
    rule: conflict.rule.id,
  }
}

function describeInput(key: string, inputs: Inputs): string | null {
  const value = inputs[key] ?? null
  const partner = findPartner(key, inputs)
  if (partner !== null) {
    const other = inputs[partner] ?? null
    if (isEmpty(value) && isEmpty(other)) return null
    if (key === 'a' || value === other) return value === other ? null : `compared ${show(value)} with ${show(other)}`
    return `${nameInput(key)}: ${show(value)} against ${show(other)}`
  }
  if (isEmpty(value)) return null
  if (key === 'relation' || key === 'change') return RELATIONS.get(String(value)) ?? String(value)
  if (key === 'gapDays') return value === 0 ? null : `${show(value)} ${value === 1 ? 'day' : 'days'} apart`
  if (key === 'matchedWords') return `${show(value)} words in common`
  return value === 0 || value === false ? null : `${nameInput(key)}: ${show(value)}`
}

/** `otherLow` goes with `low`, `b` with `a`. */
function findPartner(key: string, inputs: Inputs): string | null {
  if (key === 'a') return 'b' in inputs ? 'b' : null
  const other = `other${key.charAt(0).toUpperCase()}${key.slice(1)}`
  return other in inputs ? other : null
}

/** True for the second of two inputs that belong together; it is told with the first. */
function isPartner(key: string, inputs: Inputs): boolean {
  if (key === 'b') return 'a' in inputs
  const first = /^other([A-Z].*)$/.exec(key)?.[1]
  return first !== undefined && first.charAt(0).toLowerCase() + first.slice(1) in inputs
}

function isEmpty(value: Inputs[string] | null): boolean {
  return value === null || value === ''
}

/** `gapDays` is shown as `gap days`. */
function nameInput(name: string): string {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[-_.]/g, ' ')
    .toLowerCase()
  return words === 'low' ? 'figure' : words
}

function show(value: Inputs[string] | null): string {
  if (typeof value === 'number') return (Math.round(value * 1000) / 1000).toLocaleString('en-US')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return value === null || value === '' ? 'nothing' : `“${value}”`
}

/** How sure the program is, in words; never a score of an account. */
export function describeProbability(probability: number): string {
  if (probability >= 0.9) return 'almost certainly a real difference'
  if (probability >= 0.7) return 'very likely a real difference'
  if (probability >= 0.5) return 'likely a real difference'
  return 'possibly a real difference'
}
