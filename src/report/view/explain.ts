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

const WITHIN = 'The same account tells it in two ways'

/** Why a conflict was raised: a sentence, and what the rule looked at as name and value, for whoever wants to check. */
export interface Explanation {
  readonly reason: string
  readonly rule: string
  readonly inputs: readonly { readonly name: string; readonly value: string }[]
}

/** Puts a conflict's rule and inputs into plain words. */
export function explainConflict(conflict: DossierConflict): Explanation {
  const inputs = Object.entries(conflict.rule.inputs)
    .filter(([, value]) => value !== null && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ({ name: nameInput(name), value: showValue(value) }))
  return { reason: conflict.within === null ? BECAUSE[conflict.kind] : WITHIN, rule: conflict.rule.id, inputs }
}

/** `gapDays` is shown as `gap days`. */
function nameInput(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[-_.]/g, ' ')
    .toLowerCase()
}

function showValue(value: string | number | boolean | null): string {
  if (typeof value === 'number') return String(Math.round(value * 1000) / 1000)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return value ?? ''
}

/** How sure the program is, in words; never a score of an account. */
export function describeProbability(probability: number): string {
  if (probability >= 0.9) return 'almost certainly a real difference'
  if (probability >= 0.7) return 'very likely a real difference'
  if (probability >= 0.5) return 'likely a real difference'
  return 'possibly a real difference'
}
