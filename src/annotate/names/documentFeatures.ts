import type { FeatureSink } from './featureSink.js'
import type { TokenRows } from './features.js'
import { CLASSES, classOf, isOpen } from './labels.js'
import { COLUMN_COUNT, COLUMNS, FLAGS, mix } from './wordColumns.js'

const OUTSIDE = CLASSES.length
const SLOTS = CLASSES.length + 1
const DATE = CLASSES.indexOf('Date')
const MONEY = CLASSES.indexOf('Money')

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
  let from = 0
  for (let index = 0; index < rows.length; index++) {
    const label = labels[index] as number
    const slot = slotOf(label)
    const bits = columnAt(rows, index, COLUMNS.flags)
    const norm = columnAt(rows, index, COLUMNS.norm)
    if (bits & FLAGS.lower) evidence.lower.add(norm)
    if (bits & FLAGS.capital || label !== 0) evidence.words.add(norm, slot)
    if (label === 0) continue
    const part = (label - 1) & 3
    if (part === 0 || part === 3) from = index
    if (part === 0 || part === 1) evidence.pairs.add(mix(norm, columnAt(rows, index + 1, COLUMNS.norm)), slot)
    if (part === 2) {
      evidence.ends.add(norm, slot)
      const initials = initialsOf(words, from, index + 1)
      if (initials.length > 1) evidence.initials.add(hashInitials(initials), slot)
    }
  }
  return evidence
}

/**
 * Writes what the rest of the text says about token `index` of the sentence `[from, to)` into `out`, which is cleared
 * first; nothing for words in small letters that were read as no name, nor for dates and sums.
 */
export function writeDocumentFeatures(
  rows: TokenRows,
  labels: Uint8Array,
  words: readonly string[],
  evidence: DocumentEvidence,
  from: number,
  to: number,
  index: number,
  out: FeatureSink,
): void {
  out.count = 0
  const label = labels[index] as number
  const before = index > from ? (labels[index - 1] as number) : EDGE
  const after = index + 1 < to ? (labels[index + 1] as number) : EDGE
  const bits = columnAt(rows, index, COLUMNS.flags)
  if (label === 0 && (bits & FLAGS.capital) === 0) return
  // Dates and sums say themselves what they are.
  if (classOf(label) === DATE || classOf(label) === MONEY) return
  const norm = columnAt(rows, index, COLUMNS.norm)
  const word = opinionAt(rows, labels, evidence, index)
  const last = before === EDGE ? 0 : opinionAt(rows, labels, evidence, index - 1)
  const next = after === EDGE ? 0 : opinionAt(rows, labels, evidence, index + 1)
  out.add(300, label)
  out.pair(301, label, before)
  out.pair(302, label, after)
  out.add(303, word)
  out.pair(304, word, label)
  out.pair(305, word, columnAt(rows, index, COLUMNS.shape))
  out.pair(306, last, word)
  out.pair(307, word, next)
  out.pair(308, last, label)
  out.pair(309, next, label)
  const forward = after === EDGE ? 0 : pairOpinion(rows, labels, evidence, index)
  const backward = before === EDGE ? 0 : pairOpinion(rows, labels, evidence, index - 1)
  out.pair(310, forward, backward)
  out.pair(311, forward, label)
  out.pair(312, backward, label)
  const ended = evidence.ends.opinion(norm, label !== 0 && ((label - 1) & 3) === 2 ? slotOf(label) : -1)
  out.pair(313, ended, label)
  out.triple(314, ended, isPlain(before) ? 0 : 1, isPlain(after) ? 0 : 1)
  if (bits & FLAGS.capital) {
    const lower = evidence.lower.has(norm) ? 1 : 0
    out.triple(315, lower, rows.opens[index] as number, word === 0 ? 0 : 1)
    out.pair(316, lower, label)
  }
  if (bits & FLAGS.allCapitals) {
    const spelt = evidence.initials.opinion(hashInitials(words[index] as string), -1)
    out.add(317, spelt)
    out.pair(318, spelt, label)
  }
}

/** Stands for the label of a place before or after the sentence. */
const EDGE = 99

function columnAt(rows: TokenRows, index: number, column: number): number {
  return rows.table[(rows.rows[index] as number) * COLUMN_COUNT + column] as number
}

/** What the word's other uses were read as; 0 for words in small letters that were read as no name. */
function opinionAt(rows: TokenRows, labels: Uint8Array, evidence: DocumentEvidence, index: number): number {
  const label = labels[index] as number
  if (label === 0 && (columnAt(rows, index, COLUMNS.flags) & FLAGS.capital) === 0) return 0
  return evidence.words.opinion(columnAt(rows, index, COLUMNS.norm), slotOf(label))
}

/** What the words at `index` and after it were read as where they stand inside one name elsewhere. */
function pairOpinion(rows: TokenRows, labels: Uint8Array, evidence: DocumentEvidence, index: number): number {
  const label = labels[index] as number
  const key = mix(columnAt(rows, index, COLUMNS.norm), columnAt(rows, index + 1, COLUMNS.norm))
  return evidence.pairs.opinion(key, isOpen(label) ? slotOf(label) : -1)
}

function isPlain(label: number): boolean {
  return label === 0 || label === EDGE
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
