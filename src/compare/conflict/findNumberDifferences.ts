import type { Quantity, Time } from '../../annotate/index.js'
import type { Candidate, CandidateSide } from './candidate.js'
import { compareQuantities } from './compareQuantities.js'
import { compareTimes } from './compareTimes.js'
import type { ContextTools } from './contextFeatures.js'
import { describeMatter, getDice, getEvidence, getNearStems } from './describe.js'
import { matchBest } from './matchBest.js'
import type { ClausePair } from './pairClauses.js'
import type { Clause } from './storyView.js'
import { areSynonyms } from './wordRelations.js'

/**
 * Numbers of one measure that differ between two clauses.
 *
 * A number that the other clause tells too is accounted for and compared no further; neither is one that counts another thing
 * by name ("officers", "vehicles") with words of no kinship. Lengths of time count as numbers.
 */
export function findNumberDifferences(pair: ClausePair, tools: ContextTools): readonly Candidate[] {
  const { a, b } = pair
  const x = tools.view.accounts[a.account]!
  const y = tools.view.accounts[b.account]!
  const found: Candidate[] = []
  const left = a.quantities.map((at) => x.quantities[at]!)
  const right = b.quantities.map((at) => y.quantities[at]!)
  const isTold = (one: Quantity, others: readonly Quantity[]): boolean =>
    others.some((other) => compareQuantities(one, other).relation === 'equal')
  const open = left.filter((one) => one.kind !== 'ordinal' && one.kind !== 'identifier' && !isTold(one, right))
  const others = right.filter((other) => !isTold(other, left))
  const nearA = new Map(open.map((one) => [one, getNearStems(a, one)]))
  const nearB = new Map(others.map((other) => [other, getNearStems(b, other)]))
  const matches = matchBest(open, others, (one, other) => {
    const { relation, ratio } = compareQuantities(one, other)
    if (relation === 'incomparable' || relation === 'equal') return null
    const kin = getKinship(one, other, tools)
    // Counts of different things are no two tellings of one number. 0.35: officer/policeman pass, officer/vehicle do not.
    if (one.kind === 'count' && one.counted !== null && other.counted !== null && kin < 0.35) return null
    return getDice(nearA.get(one)!, nearB.get(other)!) + 0.5 * kin + 0.2 * ratio
  })
  for (const [one, other, margin] of matches) {
    found.push(createCandidate(pair, one, other, getDice(nearA.get(one)!, nearB.get(other)!), margin, tools))
  }
  return [...found, ...findDurationDifferences(pair, tools)]
}

/** How close what two numbers count is, in [0, 1]: 1 for one head noun, 0 where either counts nothing by name. */
function getKinship(one: Quantity, other: Quantity, tools: ContextTools): number {
  const a = one.counted?.head.toLowerCase() ?? ''
  const b = other.counted?.head.toLowerCase() ?? ''
  if (a === '' || b === '') return 0
  if (a === b) return 1
  // "47-page indictment" and "47 pages long" count pages whatever head was read.
  if (getDice(getWords(one), getWords(other)) > 0) return 0.95
  return areSynonyms(tools.relations, a, b) ? 0.9 : Math.max(0, tools.vectors.similarity(a, b) ?? 0)
}

function createCandidate(
  pair: ClausePair,
  one: Quantity,
  other: Quantity,
  near: number,
  margin: number,
  tools: ContextTools,
): Candidate {
  const { relation, ratio } = compareQuantities(one, other)
  const kin = getKinship(one, other, tools)
  const same = kin >= 0.95
  const countedA = getWords(one)
  const countedB = getWords(other)
  const hedges = Number(one.approximation !== 'exact') + Number(other.approximation !== 'exact')
  return {
    kind: 'number',
    rule: `number/${same ? 'same-counted' : one.kind}`,
    a: createSide(pair.a, one, getKey(one), tools),
    b: createSide(pair.b, other, getKey(other), tools),
    clauses: [pair.a, pair.b],
    subject: describeShorter(pair, one, other, tools),
    nature: relation === 'differ' ? 'conflict' : relation === 'rounding' ? 'rounding' : 'precision',
    inputs: {
      relation,
      low: one.low,
      otherLow: other.low,
      unit: one.unit,
      counted: one.counted?.text ?? null,
      otherCounted: other.counted?.text ?? null,
    },
    features: {
      ratio,
      relationPrecision: Number(relation === 'precision'),
      relationRounding: Number(relation === 'rounding'),
      relationRange: Number(relation === 'range'),
      relationDiffer: Number(relation === 'differ'),
      hedges,
      hedgeDiffers: Number(one.approximation !== other.approximation),
      kindCount: Number(one.kind === 'count'),
      kindMoney: Number(one.kind === 'money'),
      kindPercent: Number(one.kind === 'percent'),
      kindMeasure: Number(one.kind === 'measure'),
      kindOther: Number(one.kind === 'age' || one.kind === 'score' || one.kind === 'ratio'),
      countedSame: Number(same),
      countedKin: kin,
      countedOverlap: getDice(countedA, countedB),
      countedKnown: Number(one.counted !== null) + Number(other.counted !== null),
      near,
      margin,
      manyValues: Math.max(pair.a.quantities.length, pair.b.quantities.length),
      small: Number(one.high <= 12 && other.high <= 12),
    },
  }
}

function findDurationDifferences(pair: ClausePair, tools: ContextTools): readonly Candidate[] {
  const left = pair.a.times.map((at) => tools.view.accounts[pair.a.account]!.times[at]!)
  const right = pair.b.times.map((at) => tools.view.accounts[pair.b.account]!.times[at]!)
  const lengthsOf = (times: readonly Time[]): readonly Time[] => times.filter((time) => time.type === 'duration')
  const near = (one: Time, other: Time): number => getDice(getNearStems(pair.a, one), getNearStems(pair.b, other))
  const matches = matchBest(lengthsOf(left), lengthsOf(right), (one, other) => {
    const { relation, ratio } = compareTimes(one, other)
    return relation.startsWith('duration') ? near(one, other) + 0.2 * ratio : null
  })
  return matches.flatMap(([one, other, margin]) => {
    const { relation, ratio } = compareTimes(one, other)
    if (relation === 'duration-same') return []
    const differs = relation === 'duration-differ'
    const candidate: Candidate = {
      kind: 'number',
      rule: 'number/duration',
      a: createSide(pair.a, one, one.value ?? '', tools),
      b: createSide(pair.b, other, other.value ?? '', tools),
      clauses: [pair.a, pair.b],
      subject: describeShorter(pair, one, other, tools),
      nature: differs ? 'conflict' : 'precision',
      inputs: { relation, value: one.value, otherValue: other.value },
      features: {
        ratio,
        duration: 1,
        relationRange: Number(!differs),
        relationDiffer: Number(differs),
        hedges: Number(one.approximation !== 'exact') + Number(other.approximation !== 'exact'),
        near: near(one, other),
        margin,
        manyValues: Math.max(lengthsOf(left).length, lengthsOf(right).length),
      },
    }
    return [candidate]
  })
}

const getWords = (quantity: Quantity): ReadonlySet<string> =>
  new Set(
    (quantity.counted?.text ?? '')
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word.length > 2),
  )

const getKey = (quantity: Quantity): string =>
  `${quantity.kind} ${quantity.low} ${quantity.high} ${quantity.unit} ${quantity.approximation}`

/** The value's own span with the clause as evidence. */
export function createSide(
  clause: Clause,
  value: { readonly start: number; readonly end: number },
  key: string,
  tools: ContextTools,
): CandidateSide {
  const span = { start: value.start, end: value.end }
  return { account: clause.account, value: span, evidence: getEvidence(clause, span, tools.view), key }
}

/** The matter in the words of the shorter clause. */
export function describeShorter(
  pair: ClausePair,
  one: { readonly start: number; readonly end: number },
  other: { readonly start: number; readonly end: number },
  tools: ContextTools,
): string {
  const { a, b } = pair
  return a.end - a.start <= b.end - b.start ? describeMatter(a, one, tools.view) : describeMatter(b, other, tools.view)
}
