import type { TokenRows } from './features.js'
import { CLASSES, classOf } from './labels.js'
import { COLUMN_COUNT, COLUMNS, FLAGS, mix } from './wordColumns.js'

const OUTSIDE = CLASSES.length
const SLOTS = CLASSES.length + 1

/** How often each key was read as each class (last slot: outside any name) in one text's first reading. */
class Votes {
  private readonly index = new Map<number, number>()
  private counts = new Uint16Array(SLOTS * 256)

  add(key: number, slot: number): void {
    let row = this.index.get(key)
    if (row === undefined) {
      row = this.index.size
      this.index.set(key, row)
      if ((row + 1) * SLOTS > this.counts.length) {
        const larger = new Uint16Array(this.counts.length * 2)
        larger.set(this.counts)
        this.counts = larger
      }
    }
    const at = row * SLOTS + slot
    // Past this many the share does not change the feature.
    if ((this.counts[at] as number) < 60_000) this.counts[at] = (this.counts[at] as number) + 1
  }

  /**
   * One number for what the key's other uses say: 0 nothing, else class, how many and how united they are.
   *
   * `own` is the slot of the use that asks, which does not count; -1 when it gave no vote under this key.
   */
  opinion(key: number, own: number): number {
    const row = this.index.get(key)
    if (row === undefined) return 0
    let best = 0
    let high = 0
    let total = 0
    for (let slot = 0; slot < SLOTS; slot++) {
      const count = (this.counts[row * SLOTS + slot] as number) - (slot === own ? 1 : 0)
      total += count
      if (count > high) {
        high = count
        best = slot
      }
    }
    if (total === 0) return 0
    const many = total > 4 ? 2 : total > 1 ? 1 : 0
    const united = high === total ? 2 : 2 * high > total ? 1 : 0
    return 1 + best * 9 + many * 3 + united
  }
}

/** What the rest of a text says about each of its words, gathered from a first reading. */
export interface DocumentEvidence {
  readonly words: Votes
  readonly pairs: Votes
  /** How often a word ended a name of several words, by class. */
  readonly ends: Votes
  /** Hashes of words that occur in small letters. */
  readonly lower: ReadonlySet<number>
  /** Capitals of spelt-out names, as a hash, with the class they were read as. */
  readonly initials: Votes
}

/** Gathers the evidence of a first reading. Linear. */
export function gatherEvidence(rows: TokenRows, labels: Uint8Array, words: readonly string[]): DocumentEvidence {
  const evidence = {
    words: new Votes(),
    pairs: new Votes(),
    ends: new Votes(),
    lower: new Set<number>(),
    initials: new Votes(),
  }
  const get = (index: number, column: number): number =>
    rows.table[(rows.rows[index] as number) * COLUMN_COUNT + column] as number
  let from = 0
  for (let index = 0; index < rows.length; index++) {
    const label = labels[index] as number
    const slot = slotOf(label)
    const bits = get(index, COLUMNS.flags)
    const norm = get(index, COLUMNS.norm)
    if (bits & FLAGS.lower) evidence.lower.add(norm)
    if (bits & FLAGS.capital || label !== 0) evidence.words.add(norm, slot)
    if (label === 0) continue
    const part = (label - 1) & 3
    if (part === 0 || part === 3) from = index
    if (part === 0 || part === 1) evidence.pairs.add(mix(norm, get(index + 1, COLUMNS.norm)), slot)
    if (part === 2) {
      evidence.ends.add(norm, slot)
      const initials = initialsOf(words, from, index + 1)
      if (initials.length > 1) evidence.initials.add(hashInitials(initials), slot)
    }
  }
  return evidence
}

/** Most features that {@link writeDocumentFeatures} gives one token. */
export const DOCUMENT_FEATURE_LIMIT = 24

/**
 * Writes the hashes of what the rest of the text says about token `index`; returns how many, 0 for words in small letters
 * that nothing near them was read as a name.
 */
export function writeDocumentFeatures(
  rows: TokenRows,
  labels: Uint8Array,
  words: readonly string[],
  evidence: DocumentEvidence,
  from: number,
  to: number,
  index: number,
  out: Int32Array,
): number {
  const get = (at: number, column: number): number =>
    at < from || at >= to ? 0 : (rows.table[(rows.rows[at] as number) * COLUMN_COUNT + column] as number)
  const labelAt = (at: number): number => (at < from || at >= to ? 99 : (labels[at] as number))
  const label = labelAt(index)
  const before = labelAt(index - 1)
  const after = labelAt(index + 1)
  const bits = get(index, COLUMNS.flags)
  if (label === 0 && (bits & FLAGS.capital) === 0 && isPlain(before) && isPlain(after)) return 0
  let n = 0
  const add = (template: number, a: number, b = 0, c = 0): void => {
    out[n++] = mix(mix(mix(template, a), b), c)
  }
  const opinionAt = (at: number): number => {
    const own = labelAt(at)
    const flags = get(at, COLUMNS.flags)
    if (own === 99 || (!(flags & FLAGS.capital) && own === 0)) return 0
    return evidence.words.opinion(get(at, COLUMNS.norm), slotOf(own))
  }
  const norm = get(index, COLUMNS.norm)
  const word = opinionAt(index)
  const last = opinionAt(index - 1)
  const next = opinionAt(index + 1)
  add(300, label)
  add(301, label, before)
  add(302, label, after)
  add(303, word)
  add(304, word, label)
  add(305, word, get(index, COLUMNS.shape))
  add(306, last, word)
  add(307, word, next)
  add(308, last, label)
  add(309, next, label)
  const inside = label !== 0 && ((label - 1) & 3) < 2
  const forward = evidence.pairs.opinion(mix(norm, get(index + 1, COLUMNS.norm)), inside ? slotOf(label) : -1)
  const left = labelAt(index - 1)
  const within = left !== 99 && left !== 0 && ((left - 1) & 3) < 2
  const backward = evidence.pairs.opinion(mix(get(index - 1, COLUMNS.norm), norm), within ? slotOf(left) : -1)
  add(310, forward, backward)
  add(311, forward, label)
  add(312, backward, label)
  const ended = evidence.ends.opinion(norm, label !== 0 && ((label - 1) & 3) === 2 ? slotOf(label) : -1)
  add(313, ended, label)
  add(314, ended, before === 0 || before === 99 ? 0 : 1, after === 0 || after === 99 ? 0 : 1)
  if (bits & FLAGS.capital) {
    add(315, evidence.lower.has(norm) ? 1 : 0, rows.opens[index] as number, word === 0 ? 0 : 1)
    add(316, evidence.lower.has(norm) ? 1 : 0, label)
  }
  if (bits & FLAGS.allCapitals) {
    const spelt = evidence.initials.opinion(hashInitials(words[index] as string), -1)
    add(317, spelt)
    add(318, spelt, label)
  }
  return n
}

function isPlain(label: number): boolean {
  return label === 0 || label === 99
}

function slotOf(label: number): number {
  return label === 0 ? OUTSIDE : classOf(label)
}

/** Capitals that open the words of a name: "African National Congress" gives "ANC". */
function initialsOf(words: readonly string[], from: number, to: number): string {
  let initials = ''
  for (let index = from; index < to; index++) {
    const first = (words[index] as string)[0] ?? ''
    if (first !== first.toLowerCase()) initials += first
  }
  return initials
}

function hashInitials(initials: string): number {
  let hash = 7
  for (let index = 0; index < initials.length; index++) {
    const code = initials.charCodeAt(index)
    // Full stops in "U.N." do not count.
    if (code !== 46) hash = mix(hash, code)
  }
  return hash
}
