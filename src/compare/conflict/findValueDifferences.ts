import type { Quantity, Time } from '../../annotate/index.js'
import type { Candidate, CandidateSide } from './candidate.js'
import { compareQuantities } from './compareQuantities.js'
import { compareTimes } from './compareTimes.js'
import type { ContextFeature, ContextTools } from './contextFeatures.js'
import { describeMatter, getEvidence } from './describe.js'
import { isTold, type SlotMatch } from './matchSlots.js'
import { getMatterFeatures } from './matter.js'
import { haveOrdinalsApart } from './ordinals.js'
import type { ClausePair } from './pairClauses.js'
import { readSlots } from './slots.js'
import type { Clause } from './storyView.js'

/**
 * Numbers, lengths of time and dates that differ between two clauses.
 *
 * `matches` are the clauses' values side by side. A value that the other clause tells as well is accounted for and compared no
 * further. `matter` gives the features of whether both stand for one measure of one thing.
 */
export function findValueDifferences(
  pair: ClausePair,
  matches: readonly SlotMatch[],
  context: Readonly<Record<ContextFeature, number>>,
  tools: ContextTools,
): readonly { readonly candidate: Candidate; readonly matter: readonly number[] }[] {
  if (matches.length === 0) return []
  const left = readSlots(pair.a, tools.view)
  const right = readSlots(pair.b, tools.view)
  const ordinalsApart = Number(haveOrdinalsApart(pair.a, pair.b, tools.view))
  return matches.flatMap((match) => {
    if (match.relation === 'same' || isTold(match.one, right) || isTold(match.other, left)) return []
    const { one, other } = match
    // "Wednesday" beside "Wednesday", "last night" in two prints of one quotation: one of them was read wrongly.
    if (one.kind !== 'quantity' && (one.words === other.words || nameOneWeekday(one.words, other.words))) return []
    if (context.contextSimilarity >= COPY && one.words === other.words) return []
    const candidate =
      one.kind === 'quantity' && other.kind === 'quantity'
        ? compareNumbers(pair, one.value, other.value, match, ordinalsApart, tools)
        : one.kind !== 'quantity' && other.kind !== 'quantity'
          ? compareMoments(pair, one.value, other.value, match, ordinalsApart, tools)
          : null
    return candidate === null ? [] : [{ candidate, matter: getMatterFeatures(match, context) }]
  })
}

function compareNumbers(
  pair: ClausePair,
  one: Quantity,
  other: Quantity,
  match: SlotMatch,
  ordinalsApart: number,
  tools: ContextTools,
): Candidate | null {
  const { relation, ratio } = compareQuantities(one, other)
  if (relation === 'incomparable') return null
  // "100 kilometers" and "60 miles" are one distance for two readerships.
  if (relation === 'rounding' && one.unit !== other.unit) return null
  // "Several" and "a few" are said of any small number, and of larger ones by who does not count.
  if (isFew(one) || isFew(other)) return null
  // "Three other judges" and "four judges" count with and without one who was told of before.
  if (comesOnTop(pair.a, one, tools) !== comesOnTop(pair.b, other, tools)) return null
  // "At least one of the protesters" is any of them, and so is "one protester".
  if (relation === 'precision' && one.low === 1 && match.features.partitive === 1) return null
  return {
    kind: 'number',
    rule: `number/${relation}`,
    a: createSide(pair.a, one, getNumberKey(one), tools),
    b: createSide(pair.b, other, getNumberKey(other), tools),
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
      ...match.features,
      ordinalsApart,
      ratio,
      relationPrecision: Number(relation === 'precision'),
      relationRounding: Number(relation === 'rounding'),
      relationRange: Number(relation === 'range'),
      relationDiffer: Number(relation === 'differ'),
      hedges: Number(one.approximation !== 'exact') + Number(other.approximation !== 'exact'),
      hedgeDiffers: Number(one.approximation !== other.approximation),
      vague: Number(one.approximation === 'vague') + Number(other.approximation === 'vague'),
      small: Number(one.high <= 12 && other.high <= 12),
    },
  }
}

const ON_TOP_BEHIND = /^\s+(?:more|others?|additional|further)\b/i
const ON_TOP_BEFORE = /\b(?:another|other|additional|further|remaining)\s+$/i

function comesOnTop({ account }: ClausePair['a'], { start, end }: Quantity, { view }: ContextTools): boolean {
  const { text } = view.accounts[account]!.document
  return (
    ON_TOP_BEHIND.test(text.slice(end, end + 20)) ||
    ON_TOP_BEFORE.test(text.slice(Math.max(0, start - 20), start)) ||
    /^(?:another|an additional|other|additional)\b/i.test(text.slice(start, end))
  )
}

// "Several" is read as up to nine; dozens and more say how many.
const MOST_FEW = 9

const isFew = ({ approximation, high }: Quantity): boolean => approximation === 'vague' && high <= MOST_FEW

function compareMoments(
  pair: ClausePair,
  one: Time,
  other: Time,
  match: SlotMatch,
  ordinalsApart: number,
  tools: ContextTools,
): Candidate | null {
  const { relation, ratio, gapDays } = compareTimes(one, other)
  const days = [getDays(one), getDays(other)].sort((x, y) => x - y)
  if (relation === 'incomparable' || relation === 'same' || relation === 'duration-same') return null
  // "This century" against "Tuesday" is another point of view, not another date.
  if (relation === 'contains' && days[1]! > 100 * days[0]!) return null
  // A length of time measures a deed: of two deeds that share nothing, two lengths tell nothing.
  if (relation.startsWith('duration') && !isOneDeed(match)) return null
  const apart = relation === 'disjoint' || relation === 'clock' || relation === 'duration-differ'
  const duration = relation.startsWith('duration')
  return {
    kind: duration ? 'number' : 'date',
    rule: duration ? 'number/duration' : `date/${relation}`,
    a: createSide(pair.a, one, getTimeKey(one), tools),
    b: createSide(pair.b, other, getTimeKey(other), tools),
    clauses: [pair.a, pair.b],
    subject: describeShorter(pair, one, other, tools),
    nature: apart ? 'conflict' : 'precision',
    inputs: { relation, value: one.value, otherValue: other.value, gapDays },
    features: {
      ...match.features,
      ordinalsApart,
      ratio,
      relationDiffer: Number(apart),
      relationContains: Number(relation === 'contains'),
      relationRange: Number(relation === 'duration-near' || relation === 'overlap'),
      clock: Number(relation === 'clock'),
      gap: Math.log1p(gapDays),
      daysShort: Math.log1p(days[0]!),
      daysLong: Math.log1p(days[1]!),
      hedges: Number(one.approximation !== 'exact') + Number(other.approximation !== 'exact'),
      reported: Number(isReport(pair.a) || isReport(pair.b)),
    },
  }
}

/** True where two values share their verb, a noun above, somebody who takes part, or at least half of the words around. */
function isOneDeed({ features }: SlotMatch): boolean {
  const { verbSame, nounSame, partsShared, agentShared, near } = features
  return verbSame + nounSame + partsShared + agentShared > 0 || near >= 0.5
}

// From this likeness on, two sentences are two prints of one.
const COPY = 0.7

// Two accounts quote one person on two days without any conflict.
const REPORTING = new Set('say tell tweet write announce add report speak release note state ask'.split(' '))

const WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/g

/** "Saturday morning" beside "early Saturday morning": one day, whatever dates the accounts' own dates made of it. */
function nameOneWeekday(x: string, y: string): boolean {
  const [days, others] = [x.match(WEEKDAY), y.match(WEEKDAY)]
  // A day of the month may set two Saturdays apart.
  return days?.length === 1 && others?.length === 1 && days[0] === others[0] && !/\d/.test(x + y)
}

const isReport = (clause: Clause): boolean => REPORTING.has(clause.claim?.predicate.lemma ?? '')

const getNumberKey = (quantity: Quantity): string =>
  `${quantity.kind} ${quantity.low} ${quantity.high} ${quantity.unit} ${quantity.approximation}`

const getTimeKey = (time: Time): string => `${time.value} ${time.range?.start} ${time.range?.end}`

const getDays = (time: Time): number =>
  time.range === null ? 0 : (Date.parse(time.range.end) - Date.parse(time.range.start)) / 86_400_000 + 1

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
