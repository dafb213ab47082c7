import { readFileSync } from 'node:fs'
import { readWordPairs, SHARED } from '../../bench/seeded/readStories.js'
import { createRandom, pick } from '../../bench/seeded/seed.js'
import type { Vectors } from '../../src/annotate/vectors/index.js'
import { readPairText } from '../../src/compare/conflict/pairText.js'

export type PairLabel = 'against' | 'for' | 'neither'

/** A premise and what is claimed beside it. Pairs of one group never stand on both sides of a fold. */
export interface LabelledPair {
  readonly set: 'fever' | 'rte' | 'negation' | 'made'
  readonly premise: string
  readonly hypothesis: string
  readonly label: PairLabel
  readonly group: string
}

const LABELS: Readonly<Record<string, PairLabel>> = {
  contradiction: 'against',
  REFUTES: 'against',
  entailment: 'for',
  SUPPORTS: 'for',
  unknown: 'neither',
  neutral: 'neither',
}

type Row = Readonly<Record<string, string>>

function readRows(file: string): readonly Row[] {
  return readFileSync(`${SHARED}/corpora/contradiction/${file}`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)
}

/** RTE-3 dev, FEVER-Symmetric dev and the news-free part of negation-nli, grouped so that shared passages stay together. */
export function readLabelledPairs(): readonly LabelledPair[] {
  const fever = readRows('fever-symmetric-dev.jsonl')
  const groups = groupBySharedText(fever.map((row) => [row.evidence!, row.claim!]))
  const rte = readRows('rte3-dev.jsonl')
  // Passages recur with another end, and one hypothesis stands beside up to four passages.
  const rteGroups = groupBySharedText(rte.map((row) => [row.premise!.slice(0, 40), row.hypothesis!.toLowerCase()]))
  return [
    ...fever.map(
      (row, index): LabelledPair => ({
        set: 'fever',
        premise: row.evidence!,
        hypothesis: row.claim!,
        label: LABELS[row.label!]!,
        group: `fever ${groups[index]}`,
      }),
    ),
    ...rte.map(
      (row, index): LabelledPair => ({
        set: 'rte',
        premise: row.premise!,
        hypothesis: row.hypothesis!,
        label: LABELS[row.label!]!,
        group: `rte ${rteGroups[index]}`,
      }),
    ),
    // The RTE-seeded part is two-way: it cannot tell "against" from "neither".
    ...readRows('negation-nli.jsonl')
      .filter((row) => row.seed !== 'RTE')
      .map(
        (row): LabelledPair => ({
          set: 'negation',
          premise: row.premise!,
          hypothesis: row.hypothesis!,
          label: LABELS[row.label!]!,
          group: `negation ${row.id}`,
        }),
      ),
  ]
}

/** A number for each row, equal where rows share a text directly or through others. */
function groupBySharedText(rows: readonly (readonly string[])[]): readonly number[] {
  const parent = rows.map((_, index) => index)
  const find = (index: number): number => (parent[index] === index ? index : find(parent[index]!))
  const first = new Map<string, number>()
  rows.forEach((texts, index) => {
    for (const text of texts) {
      const other = first.get(text)
      if (other === undefined) first.set(text, index)
      else parent[find(index)] = find(other)
    }
  })
  return rows.map((_, index) => find(index))
}

/** Swaps words of hypotheses, to make pairs of known label from pairs of known label. */
export interface Augmenter {
  augment(pair: LabelledPair): readonly LabelledPair[]
}

/**
 * From a supported claim: one content word for its opposite, a sister word ("film", "book") or another number makes it contradict;
 * a synonym leaves it supported; a "not" turns it round.
 */
export function createAugmenter(pairs: readonly LabelledPair[], vectors: Vectors, seed: number): Augmenter {
  const random = createRandom(seed)
  const antonyms = readWordPairs('antonyms')
  const synonyms = readWordPairs('synonyms')
  const vocabulary = [
    ...new Set(
      pairs.flatMap((pair) =>
        readPairText(pair.hypothesis)
          .words.filter((word) => word.kind === 'content')
          .map((word) => word.norm),
      ),
    ),
  ].sort()
  const sisters = new Map<string, readonly string[]>()
  const getSisters = (word: string): readonly string[] => {
    const known = sisters.get(word)
    if (known !== undefined) return known
    const close = vocabulary.filter((other) => {
      const similarity = vectors.similarity(word, other) ?? 0
      // Alike enough to stand in one place, not so alike as to mean the same.
      return similarity >= 0.4 && similarity < 0.7 && !(synonyms.get(word)?.includes(other) ?? false)
    })
    sisters.set(word, close)
    return close
  }
  return {
    augment(pair) {
      if (pair.label !== 'for') return []
      const made: LabelledPair[] = []
      const words = readPairText(pair.hypothesis).words
      const add = (word: { readonly start: number; readonly end: number }, to: string, label: PairLabel): void => {
        const hypothesis = pair.hypothesis.slice(0, word.start) + to + pair.hypothesis.slice(word.end)
        made.push({ ...pair, set: 'made', hypothesis, label })
      }
      const content = words.filter((word) => word.kind === 'content' && word.start > 0)
      const swap = (lists: (word: string) => readonly string[] | undefined, label: PairLabel): void => {
        const able = content.filter((word) => (lists(word.norm)?.length ?? 0) > 0)
        if (able.length === 0) return
        const word = pick(able, random)
        add(word, pick(lists(word.norm)!, random), label)
      }
      swap((word) => antonyms.get(word), 'against')
      swap(getSisters, 'against')
      swap((word) => synonyms.get(word), 'for')
      const numbers = words.filter((word) => word.kind === 'number' && /^\d+$/.test(word.norm))
      if (numbers.length > 0) {
        const word = pick(numbers, random)
        add(word, String(Number(word.norm) + 1 + Math.floor(random() * 9)), 'against')
      }
      const auxiliary = words.find((word) => /^(?:is|was|are|were|has|have|had|will|can|could|would)$/.test(word.norm))
      if (auxiliary !== undefined) add({ start: auxiliary.end, end: auxiliary.end }, ' not', 'against')
      return made
    },
  }
}
