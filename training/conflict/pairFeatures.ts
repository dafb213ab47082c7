import type { PairText, PairWord } from '../../src/compare/conflict/pairText.js'
import { NEGATORS } from '../../src/compare/conflict/pairText.js'
import { areOpposites, areSynonyms, type WordRelations } from '../../src/compare/conflict/wordRelations.js'

/** Cosine of two lower-case words in [-1, 1]; 0 where a vector is unknown. */
export type WordSimilarity = (a: string, b: string) => number

export const PAIR_FEATURES = [
  'coverage',
  'softCoverage',
  'contentMissing',
  'missingShare',
  'nameCoverage',
  'namesMissing',
  'numberCoverage',
  'numbersMissing',
  'numberSwap',
  'opposites',
  'oppositeNear',
  'negationA',
  'negationB',
  'negationMismatch',
  'negatedCovered',
  'firstCovered',
  'lastCovered',
  'lastSoft',
  'order',
  'inversion',
  'window',
  'windowNumbers',
  'windowNames',
  'lowestSoft',
  'meanSoftMissing',
  'lengthA',
  'lengthB',
  'onlyOrAll',
  'titleSwap',
  'weightedCoverage',
  'weightedSoft',
  'heaviestMissing',
  'nameKin',
  'contentKin',
  'numberGap',
  'rootNegation',
  'negationCount',
  'coveredNegation',
  'coveredOpposite',
  'coveredNumber',
  'coveredName',
  'coverageSquare',
  'namedNegation',
  'namedOpposite',
  'namedNumber',
  'logLengthA',
  'logLengthB',
  'coveredInversion',
  'turnedTwice',
] as const

export type PairFeature = (typeof PAIR_FEATURES)[number]

const QUANTIFIERS = new Set([
  'only',
  'all',
  'every',
  'always',
  'sole',
  'solely',
  'exclusively',
  'first',
  'last',
  'incapable',
  'yet',
])

/**
 * What the second passage claims and how the first bears on it, as numbers in the order of {@link PAIR_FEATURES}.
 *
 * Cost is the product of the two passages' words.
 */
export function getPairFeatures(
  a: PairText,
  b: PairText,
  relations: WordRelations,
  similarity: WordSimilarity,
): readonly number[] {
  const matches = b.words.map((word) => findMatch(word, a.words, relations, similarity))
  const bearing = b.words.flatMap((word, index) => (word.kind === 'function' ? [] : [index]))
  const missing = bearing.filter((index) => matches[index]!.strength < 0.7)
  const covered = bearing.filter((index) => matches[index]!.strength >= 0.7)
  const ofKind = (kind: PairWord['kind'], list: readonly number[]): readonly number[] =>
    list.filter((index) => b.words[index]!.kind === kind)
  const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole)
  const matched = new Set(covered.map((index) => matches[index]!.at))
  const free = a.words.flatMap((word, index) => (word.kind !== 'function' && !matched.has(index) ? [index] : []))
  const at = covered.map((index) => matches[index]!.at)
  const centre = at.length === 0 ? 0 : [...at].sort((x, y) => x - y)[at.length >> 1]!
  const near = free.filter((index) => Math.abs(index - centre) <= 12)

  let opposites = 0
  let oppositeNear = 0
  for (const index of missing) {
    const word = b.words[index]!
    for (const other of free) {
      if (!opposed(relations, word, a.words[other]!)) continue
      opposites++
      if (near.includes(other)) oppositeNear++
      break
    }
  }
  const negationOf = (text: PairText): number => text.words.filter((word) => NEGATORS.has(word.norm)).length
  const negatedCovered = covered.filter(
    (index) => b.words[index]!.negated !== a.words[matches[index]!.at]!.negated,
  ).length
  const soft = bearing.map((index) => matches[index]!.soft)
  const softMissing = missing.map((index) => matches[index]!.soft)
  const last = bearing.at(-1)
  const first = bearing[0]
  let ordered = 0
  for (let index = 1; index < at.length; index++) if (at[index]! > at[index - 1]!) ordered++
  const names = ofKind('name', covered)
  const inverted = names.filter((index, i) => i > 0 && matches[index]!.at < matches[names[i - 1]!]!.at).length
  const missingNumbers = ofKind('number', missing).length
  const missingNames = ofKind('name', missing).length

  const weights = bearing.map((index) => getWeight(b.words[index]!))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const weighted = (value: (index: number) => number): number =>
    total === 0 ? 1 : bearing.reduce((sum, index, i) => sum + weights[i]! * value(index), 0) / total
  const kinOf = (kind: PairWord['kind']): number => {
    let best = 0
    for (const index of ofKind(kind, missing)) {
      for (const other of free) {
        if (a.words[other]!.kind !== kind) continue
        best = Math.max(best, similarity(b.words[index]!.norm, a.words[other]!.norm))
      }
    }
    return best
  }
  const missingWeights = missing.map((index) => getWeight(b.words[index]!))

  const values: Omit<Record<PairFeature, number>, CrossFeature> = {
    coverage: share(covered.length, bearing.length),
    softCoverage: share(
      soft.reduce((sum, value) => sum + value, 0),
      bearing.length,
    ),
    contentMissing: ofKind('content', missing).length,
    missingShare: missing.length,
    nameCoverage: share(names.length, ofKind('name', bearing).length),
    namesMissing: missingNames,
    numberCoverage: share(ofKind('number', covered).length, ofKind('number', bearing).length),
    numbersMissing: missingNumbers,
    numberSwap: missingNumbers > 0 ? free.filter((index) => a.words[index]!.kind === 'number').length : 0,
    opposites,
    oppositeNear,
    negationA: negationOf(a),
    negationB: negationOf(b),
    negationMismatch: Number(negationOf(a) > 0 !== negationOf(b) > 0),
    negatedCovered: share(negatedCovered, covered.length),
    firstCovered: first === undefined ? 1 : matches[first]!.strength,
    lastCovered: last === undefined ? 1 : matches[last]!.strength,
    lastSoft: last === undefined ? 1 : matches[last]!.soft,
    order: share(ordered, at.length - 1),
    inversion: inverted,
    window: at.length < 2 ? 0 : (Math.max(...at) - Math.min(...at)) / at.length,
    windowNumbers: near.filter((index) => a.words[index]!.kind === 'number').length,
    windowNames: near.filter((index) => a.words[index]!.kind === 'name').length,
    lowestSoft: soft.length === 0 ? 1 : Math.min(...soft),
    meanSoftMissing:
      softMissing.length === 0 ? 1 : softMissing.reduce((sum, value) => sum + value, 0) / softMissing.length,
    lengthA: Math.min(a.words.length, 80),
    lengthB: Math.min(b.words.length, 40),
    onlyOrAll: b.words.filter((word, index) => QUANTIFIERS.has(word.norm) && matches[index]!.strength < 1).length,
    titleSwap: missingNames > 0 ? near.filter((index) => a.words[index]!.kind === 'name').length : 0,
    weightedCoverage: weighted((index) => matches[index]!.strength),
    weightedSoft: weighted((index) => matches[index]!.soft),
    heaviestMissing: Math.max(0, ...missingWeights),
    nameKin: kinOf('name'),
    contentKin: kinOf('content'),
    numberGap: getNumberGap(a, b),
    rootNegation: Number(isRootNegated(a, b, covered, matches)),
    negationCount: Math.min(3, Math.abs(negationOf(a) - negationOf(b))),
  }
  const full: Readonly<Record<PairFeature, number>> = { ...values, ...crossFeatures(values) }
  return PAIR_FEATURES.map((name) => full[name])
}

type CrossFeature =
  | 'coveredNegation'
  | 'coveredOpposite'
  | 'coveredNumber'
  | 'coveredName'
  | 'coverageSquare'
  | 'namedNegation'
  | 'namedOpposite'
  | 'namedNumber'
  | 'logLengthA'
  | 'logLengthB'
  | 'coveredInversion'
  | 'turnedTwice'

/** A difference counts where the rest is covered: products that a sum of features cannot make. */
function crossFeatures(
  values: Omit<Record<PairFeature, number>, CrossFeature>,
): Readonly<Record<CrossFeature, number>> {
  const once = (value: number): number => Math.min(1, value)
  return {
    coveredNegation: values.weightedSoft * values.negationMismatch,
    coveredOpposite: values.weightedSoft * once(values.opposites),
    coveredNumber: values.weightedSoft * once(values.numberSwap),
    coveredName: values.weightedSoft * once(values.titleSwap),
    coverageSquare: values.weightedSoft ** 2,
    namedNegation: values.nameCoverage * values.negationMismatch,
    namedOpposite: values.nameCoverage * once(values.opposites),
    namedNumber: values.nameCoverage * once(values.numberSwap),
    logLengthA: Math.log1p(values.lengthA),
    logLengthB: Math.log1p(values.lengthB),
    coveredInversion: values.softCoverage * values.inversion,
    turnedTwice: values.negationMismatch * once(values.opposites),
  }
}

/** Long words say more than short ones, names and numbers more than common words. */
function getWeight(word: PairWord): number {
  return word.kind === 'content' ? Math.min(word.norm.length, 10) / 8 : 1.2
}

/** Log ratio of the second passage's number to the nearest of the first's; 0 where one is equal or there is nothing to compare. */
function getNumberGap(a: PairText, b: PairText): number {
  let gap = 0
  for (const value of b.numbers) {
    if (a.numbers.length === 0 || a.numbers.includes(value)) continue
    const nearest = Math.min(...a.numbers.map((other) => Math.abs(Math.log((value + 1) / (other + 1)))))
    gap = Math.max(gap, Math.min(3, nearest) + 0.1)
  }
  return gap
}

/** True when the last covered verb-like content word is negated in one passage only. */
function isRootNegated(a: PairText, b: PairText, covered: readonly number[], matches: readonly Match[]): boolean {
  const content = covered.filter((index) => b.words[index]!.kind === 'content')
  const first = content[0]
  return first !== undefined && b.words[first]!.negated !== a.words[matches[first]!.at]!.negated
}

interface Match {
  /** Index of the best partner in the first passage; -1 for an empty passage. */
  readonly at: number
  /** 1 same word, 0.9 same stem, 0.8 synonym, 0.7 shared beginning, else 0. */
  readonly strength: number
  /** As strength, but at least the cosine of the nearest word. */
  readonly soft: number
}

function findMatch(
  word: PairWord,
  words: readonly PairWord[],
  relations: WordRelations,
  similarity: WordSimilarity,
): Match {
  let at = -1
  let strength = 0
  let soft = 0
  for (let index = 0; index < words.length; index++) {
    const other = words[index]!
    const value = getStrength(word, other, relations)
    if (value > strength) {
      strength = value
      at = index
    }
    if (value > soft) soft = value
    else if (word.kind === 'content' && other.kind === 'content' && soft < 0.7) {
      soft = Math.max(soft, Math.min(0.7, similarity(word.norm, other.norm)))
    }
  }
  return { at, strength, soft }
}

function getStrength(a: PairWord, b: PairWord, relations: WordRelations): number {
  if (a.norm === b.norm) return 1
  if (a.kind === 'function' || b.kind === 'function') return 0
  if (a.stem === b.stem) return 0.9
  if (a.kind === 'number' || b.kind === 'number') return 0
  if (areSynonyms(relations, a.norm, b.norm)) return 0.8
  let shared = 0
  while (shared < a.norm.length && a.norm[shared] === b.norm[shared]) shared++
  return shared >= 5 && shared >= Math.min(a.norm.length, b.norm.length) - 3 ? 0.7 : 0
}

function opposed(relations: WordRelations, a: PairWord, b: PairWord): boolean {
  return areOpposites(relations, a.norm, b.norm) || (a.stem !== a.norm && areOpposites(relations, a.stem, b.stem))
}
