import { compareAmounts, comparePeriods } from './compareValues.js'
import type { Bag, Profile } from './profiles.js'
import { dot, type TermTable } from './termTable.js'
import { termWeight } from './profiles.js'

/** Names of the figures that say how alike two claims are, in the order {@link pairFeatures} gives them. */
export const PAIR_FEATURES = [
  'cosine',
  'coverLeast',
  'coverMost',
  'softLeast',
  'softMost',
  'vector',
  'sharedWeight',
  'rarestShared',
  'sharedTerms',
  'sentenceCosine',
  'sentenceCoverMost',
  'run',
  'runShare',
  'sharedEntities',
  'entityCover',
  'aloneEntitiesLeast',
  'aloneEntitiesMost',
  'sharedNames',
  'aloneNames',
  'sameAmounts',
  'otherAmounts',
  'sharedNumerals',
  'sameTimes',
  'otherTimes',
  'samePredicate',
  'verbVector',
  'sharedVerbs',
  'bothQuoted',
  'sameQuoteGroup',
  'bothAttributed',
  'sameSpeaker',
  'otherSpeaker',
  'sameNegation',
  'sameModality',
  'shortest',
  'longest',
  'placeApart',
  'placeFirst',
  'softContentLeast',
  'looseMost',
] as const

/** How alike two claims are, symmetric in its arguments. Costs the product of their word counts. */
export function pairFeatures(a: Profile, b: Profile, terms: TermTable): number[] {
  const shared = shareOf(a.bag, b.bag)
  const sentence = shareOf(a.sentenceBag, b.sentenceBag)
  const coverA = ratio(shared.weight, a.bag.total)
  const coverB = ratio(shared.weight, b.bag.total)
  const softA = softCover(a.bag, b.bag, terms)
  const softB = softCover(b.bag, a.bag, terms)
  const run = longestRun(a, b, terms)
  const entities = countShared(a.entities, b.entities)
  const names = countShared(a.names, b.names)
  const amounts = compareAmounts(a.quantities, b.quantities)
  const times = comparePeriods(a.times, b.times)
  const speakers = countShared(a.speakers, b.speakers)
  const bothAttributed = a.claim.voice === 'attributed' && b.claim.voice === 'attributed'
  const aloneA = a.entities.size - entities
  const aloneB = b.entities.size - entities
  const least = Math.min(a.bag.total, b.bag.total)
  const verb = verbLikeness(a, b, terms)
  return [
    ratio(shared.squares, a.bag.length * b.bag.length),
    Math.min(coverA, coverB),
    Math.max(coverA, coverB),
    Math.min(softA, softB),
    Math.max(softA, softB),
    a.vector === null || b.vector === null ? 0 : dot(a.vector, b.vector),
    shared.weight,
    shared.rarest,
    shared.count,
    ratio(sentence.squares, a.sentenceBag.length * b.sentenceBag.length),
    Math.max(ratio(sentence.weight, a.sentenceBag.total), ratio(sentence.weight, b.sentenceBag.total)),
    run.weight,
    ratio(run.weight, least),
    entities,
    ratio(entities, Math.min(a.entities.size, b.entities.size)),
    Math.min(aloneA, aloneB),
    Math.max(aloneA, aloneB),
    names,
    a.names.size + b.names.size - 2 * names,
    amounts.same,
    amounts.other,
    countShared(a.numbers, b.numbers),
    times.same,
    times.other,
    a.claim.predicate.lemma === b.claim.predicate.lemma ? 1 : 0,
    verb,
    countShared(new Set(a.verbs), new Set(b.verbs)),
    a.quoted && b.quoted ? 1 : a.quoted || b.quoted ? 0.5 : 0,
    a.quoteGroup >= 0 && a.quoteGroup === b.quoteGroup ? 1 : 0,
    bothAttributed ? 1 : a.claim.voice === b.claim.voice ? 0 : 0.5,
    speakers,
    bothAttributed && a.speakers.size > 0 && b.speakers.size > 0 && speakers === 0 ? 1 : 0,
    a.claim.negated === b.claim.negated ? 1 : 0,
    a.claim.modality === b.claim.modality ? 1 : 0,
    least,
    Math.max(a.bag.total, b.bag.total),
    Math.abs(a.place - b.place),
    Math.min(a.place, b.place),
    Math.min(softA * a.bag.total, softB * b.bag.total),
    Math.max(a.bag.total * (1 - softA), b.bag.total * (1 - softB)),
  ]
}

interface Share {
  /** Sum of the shared words' weights, of their squares, and the greatest. */
  readonly weight: number
  readonly squares: number
  readonly rarest: number
  readonly count: number
}

function shareOf(a: Bag, b: Bag): Share {
  let weight = 0
  let squares = 0
  let rarest = 0
  let count = 0
  let i = 0
  let j = 0
  while (i < a.ids.length && j < b.ids.length) {
    const left = a.ids[i]!
    const right = b.ids[j]!
    if (left < right) i++
    else if (right < left) j++
    else {
      const value = a.weights[i]!
      weight += value
      squares += value * value
      if (value > rarest) rarest = value
      count++
      i++
      j++
    }
  }
  return { weight, squares, rarest, count }
}

// Word pairs below this cosine are about as alike as any two words of one story.
const LEAST_LIKENESS = 0.35

/** The share of a's weight that b says in the same or a like word. */
function softCover(a: Bag, b: Bag, terms: TermTable): number {
  if (a.total === 0) return 0
  let covered = 0
  for (let i = 0; i < a.ids.length; i++) {
    const id = a.ids[i]!
    let best = 0
    if (has(b.ids, id)) best = 1
    else {
      const vector = terms.vectorOf(id)
      if (vector !== null) {
        for (let j = 0; j < b.ids.length; j++) {
          const other = terms.vectorOf(b.ids[j]!)
          if (other === null) continue
          const cosine = dot(vector, other)
          if (cosine > best) best = cosine
        }
      }
      best = best < LEAST_LIKENESS ? 0 : (best - LEAST_LIKENESS) / (1 - LEAST_LIKENESS)
    }
    covered += best * a.weights[i]!
  }
  return covered / a.total
}

function has(ids: Int32Array, id: number): boolean {
  let low = 0
  let high = ids.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ids[middle]! < id) low = middle + 1
    else high = middle
  }
  return ids[low] === id
}

/** The heaviest run of content words that both claims have in the same order without another between. */
function longestRun(a: Profile, b: Profile, terms: TermTable): { weight: number } {
  let best = 0
  let before = new Float64Array(b.sequence.length + 1)
  let row = new Float64Array(b.sequence.length + 1)
  for (let i = 0; i < a.sequence.length; i++) {
    for (let j = 0; j < b.sequence.length; j++) {
      const value = a.sequence[i] === b.sequence[j] ? before[j]! + termWeight(terms, a.sequence[i]!) : 0
      row[j + 1] = value
      if (value > best) best = value
    }
    const spare = before
    before = row
    row = spare
  }
  return { weight: best }
}

/** Best likeness between a verb of a and one of b; 0 when either has none. */
function verbLikeness(a: Profile, b: Profile, terms: TermTable): number {
  let best = 0
  for (const left of a.verbs) {
    for (const right of b.verbs) {
      if (left === right) return 1
      const x = terms.vectorOf(left)
      const y = terms.vectorOf(right)
      if (x === null || y === null) continue
      const value = dot(x, y)
      if (value > best) best = value
    }
  }
  return best
}

function countShared(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let count = 0
  for (const item of a) if (b.has(item)) count++
  return count
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
