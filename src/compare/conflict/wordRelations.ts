/**
 * Which words are opposites and which say the same, as hashed pairs.
 *
 * Sorted 32-bit hashes of `word\0other` with the words in alphabetical order; one unrelated pair in 200,000 is taken for a
 * listed one. Made by training/conflict/buildWordRelations.ts.
 */
export interface WordRelations {
  readonly antonyms: Uint32Array
  readonly synonyms: Uint32Array
}

/** FNV-1a over UTF-16 code units of an unordered pair of lower-case words. */
export function hashPair(a: string, b: string): number {
  const text = a < b ? `${a}\0${b}` : `${b}\0${a}`
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index)
    hash = Math.imul(hash, 0x01000193)
  }
  return hash >>> 0
}

/** True when the pair's hash is in the sorted list. Logarithmic in the list. */
export function hasPair(list: Uint32Array, a: string, b: string): boolean {
  const wanted = hashPair(a, b)
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return low < list.length && list[low] === wanted
}

// Verbs and adjectives of outcome that news tells against each other and no thesaurus lists as opposites.
const OUTCOMES: readonly (readonly [readonly string[], readonly string[]])[] = [
  [
    [
      'accept',
      'approve',
      'agree',
      'adopt',
      'pass',
      'back',
      'support',
      'endorse',
      'favor',
      'allow',
      'permit',
      'grant',
      'uphold',
    ],
    [
      'reject',
      'refuse',
      'oppose',
      'deny',
      'block',
      'decline',
      'ban',
      'forbid',
      'prohibit',
      'veto',
      'overturn',
      'strike',
      'dismiss',
    ],
  ],
  [
    ['confirm', 'admit', 'acknowledge', 'affirm', 'concede'],
    ['deny', 'dispute', 'refute', 'contradict', 'reject'],
  ],
  [
    ['win', 'succeed', 'beat', 'defeat', 'gain', 'achieve'],
    ['lose', 'fail', 'miss', 'collapse'],
  ],
  [
    ['rise', 'increase', 'grow', 'climb', 'jump', 'soar', 'surge', 'expand', 'gain', 'raise', 'strengthen'],
    ['fall', 'decrease', 'shrink', 'drop', 'decline', 'sink', 'plunge', 'contract', 'lower', 'cut', 'weaken', 'slow'],
  ],
  [
    ['start', 'begin', 'open', 'launch', 'continue', 'resume', 'extend'],
    ['end', 'stop', 'close', 'finish', 'halt', 'suspend', 'cancel', 'scrap'],
  ],
  [
    ['survive', 'live', 'recover'],
    ['die', 'perish'],
  ],
  [
    ['arrive', 'enter', 'return', 'join'],
    ['leave', 'depart', 'quit', 'exit', 'withdraw'],
  ],
  [
    ['guilty', 'convict', 'charge', 'arrest', 'detain', 'jail'],
    ['innocent', 'acquit', 'clear', 'free', 'release', 'exonerate'],
  ],
]

const OPPOSITE_LEMMAS: ReadonlySet<string> = new Set(
  OUTCOMES.flatMap(([left, right]) => left.flatMap((a) => right.map((b) => (a < b ? `${a} ${b}` : `${b} ${a}`)))),
)

/** True when two lower-case words or lemmas are opposites, by the learned list, the table of outcomes or a negative prefix. */
export function areOpposites(relations: WordRelations, a: string, b: string): boolean {
  if (a === b) return false
  if (OPPOSITE_LEMMAS.has(a < b ? `${a} ${b}` : `${b} ${a}`)) return true
  if (isNegatedForm(a, b) || isNegatedForm(b, a)) return true
  return hasPair(relations.antonyms, a, b)
}

/** True when two lower-case words say the same by the learned list. */
export function areSynonyms(relations: WordRelations, a: string, b: string): boolean {
  return hasPair(relations.synonyms, a, b)
}

const PREFIXES = ['un', 'in', 'im', 'dis', 'non', 'ir', 'il']

function isNegatedForm(plain: string, negated: string): boolean {
  return plain.length >= 4 && PREFIXES.some((prefix) => negated === prefix + plain)
}
