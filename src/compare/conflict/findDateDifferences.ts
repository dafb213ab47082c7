import type { Time } from '../../annotate/index.js'
import type { Candidate } from './candidate.js'
import { compareTimes } from './compareTimes.js'
import type { ContextTools } from './contextFeatures.js'
import { getDice, getNearStems } from './describe.js'
import { createSide, describeShorter } from './findNumberDifferences.js'
import { matchBest } from './matchBest.js'
import type { ClausePair } from './pairClauses.js'

/**
 * Dates and clock times that differ between two clauses.
 *
 * A time that both clauses tell is accounted for. Times that could not be resolved to days are left out, and so is one date
 * that holds the other by more than a hundredfold ("this century", "Tuesday"): that is another point of view.
 */
export function findDateDifferences(pair: ClausePair, tools: ContextTools): readonly Candidate[] {
  const x = tools.view.accounts[pair.a.account]!.times
  const y = tools.view.accounts[pair.b.account]!.times
  const left = pair.a.times.map((at) => x[at]!)
  const right = pair.b.times.map((at) => y[at]!)
  const isTold = (one: Time, others: readonly Time[]): boolean =>
    others.some((other) => compareTimes(one, other).relation === 'same')
  const found: Candidate[] = []
  const open = left.filter((one) => one.range !== null && !isTold(one, right))
  const others = right.filter((other) => other.range !== null && !isTold(other, left))
  const near = (one: Time, other: Time): number => getDice(getNearStems(pair.a, one), getNearStems(pair.b, other))
  const matches = matchBest(open, others, (one, other) =>
    compareTimes(one, other).relation === 'incomparable'
      ? null
      : near(one, other) + 0.2 * Number(one.precision === other.precision),
  )
  for (const [one, other, margin] of matches) {
    const { relation, gapDays } = compareTimes(one, other)
    const days = [getDays(one), getDays(other)].sort((p, q) => p - q)
    if (relation === 'contains' && days[1]! > 100 * days[0]!) continue
    const apart = relation === 'disjoint' || relation === 'clock'
    const predicate = pair.a.claim?.predicate.lemma ?? ''
    found.push({
      kind: 'date',
      rule: `date/${relation}`,
      a: createSide(pair.a, one, getKey(one), tools),
      b: createSide(pair.b, other, getKey(other), tools),
      clauses: [pair.a, pair.b],
      subject: describeShorter(pair, one, other, tools),
      nature: apart ? 'conflict' : 'precision',
      inputs: { relation, value: one.value, otherValue: other.value, gapDays },
      features: {
        relationDiffer: Number(apart),
        relationContains: Number(relation === 'contains'),
        clock: Number(relation === 'clock'),
        gap: Math.log1p(gapDays),
        precisionSame: Number(one.precision === other.precision),
        daysShort: Math.log1p(days[0]!),
        daysLong: Math.log1p(days[1]!),
        hedges: Number(one.approximation !== 'exact') + Number(other.approximation !== 'exact'),
        near: near(one, other),
        margin,
        manyValues: Math.max(left.length, right.length),
        reported: Number(REPORTING.has(predicate) || REPORTING.has(pair.b.claim?.predicate.lemma ?? '')),
        marker: Number(getMarker(pair, one, 'a', tools) === getMarker(pair, other, 'b', tools)),
      },
    })
  }
  return found
}

// Two accounts quote one person on two days without any conflict.
const REPORTING = new Set([
  'say',
  'tell',
  'tweet',
  'write',
  'announce',
  'add',
  'report',
  'speak',
  'release',
  'note',
  'state',
  'ask',
])

const getKey = (time: Time): string => `${time.value} ${time.range?.start} ${time.range?.end}`

const getDays = (time: Time): number =>
  time.range === null ? 0 : (Date.parse(time.range.end) - Date.parse(time.range.start)) / 86_400_000 + 1

/** The word right before a time: "on", "since", "until" say how it bears on the event. */
function getMarker(pair: ClausePair, time: Time, side: 'a' | 'b', tools: ContextTools): string {
  const { text } = tools.view.accounts[pair[side].account]!.document
  return /(\p{L}+)\s*$/u.exec(text.slice(Math.max(0, time.start - 15), time.start))?.[1]?.toLowerCase() ?? ''
}
