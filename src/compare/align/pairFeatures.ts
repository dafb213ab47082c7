import { findTerm, shareOf } from './bag.js'
import { compareAmounts, comparePeriods } from './compareValues.js'
import { countTitleWords, longestRun, rarestAlone, SoftMatcher, topPairRarity, verbLikeness } from './likeWords.js'
import type { Profile, StoryProfiles } from './profiles.js'
import { dot } from './termTable.js'

/** Names of the figures that say how alike two claims are, in the order {@link pairFeatures} gives them. */
export const PAIR_FEATURES = (
  'cosine coverLeast coverMost softLeast softMost vector sharedWeight rarestShared sharedTerms sentenceCosine ' +
  'sentenceCoverMost contextCosine run runShare sharedEntities entityCover aloneEntitiesLeast aloneEntitiesMost sharedNames ' +
  'aloneNames sameAmounts otherAmounts sharedNumerals sameTimes otherTimes samePredicate verbVector sharedVerbs verbCover ' +
  'nounCover predicateLeast predicateMost bothQuoted sameQuoteGroup bothAttributed sameSpeaker otherSpeaker sameCue ' +
  'sameNegation sameModality shortest longest placeApart placeFirst placeLast softWeightLeast looseWeightMost ' +
  'rarestAloneLeast rarestAloneMost topPairRarity titleWords sameFirstName sameAgents samePatients crossedRoles'
).split(' ')

const matcher = new SoftMatcher()

/** How alike two claims are, symmetric in its arguments. Costs the product of their word counts. */
export function pairFeatures(a: Profile, b: Profile, { terms, index }: StoryProfiles): number[] {
  const shared = shareOf(a.bag, b.bag)
  const sentence = shareOf(a.sentenceBag, b.sentenceBag)
  const context = shareOf(a.contextBag, b.contextBag)
  const coverA = ratio(shared.weight, a.bag.total)
  const coverB = ratio(shared.weight, b.bag.total)
  const soft = matcher.match(a.bag, b.bag, terms)
  const softA = soft.coverA
  const softB = soft.coverB
  const run = longestRun(a.sequence, b.sequence, terms)
  const entities = countShared(a.entities, b.entities)
  const aloneA = a.entities.size - entities
  const aloneB = b.entities.size - entities
  const names = countShared(a.names, b.names)
  const verbs = countShared(a.verbs, b.verbs)
  const amounts = compareAmounts(a.quantities, b.quantities)
  const times = comparePeriods(a.times, b.times)
  const speakers = countShared(a.speakers, b.speakers)
  const bothAttributed = a.claim.voice === 'attributed' && b.claim.voice === 'attributed'
  const shortest = Math.min(a.bag.total, b.bag.total)
  const predicateA = a.predicate < 0 ? 0 : soft.likestA[findTerm(a.bag, a.predicate)]!
  const predicateB = b.predicate < 0 ? 0 : soft.likestB[findTerm(b.bag, b.predicate)]!
  const aloneWordA = rarestAlone(a.bag, b.bag)
  const aloneWordB = rarestAlone(b.bag, a.bag)
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
    ratio(context.squares, a.contextBag.length * b.contextBag.length),
    run,
    ratio(run, shortest),
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
    verbLikeness(a, b, terms),
    verbs,
    ratio(verbs, Math.min(a.verbs.size, b.verbs.size)),
    ratio(countShared(a.nouns, b.nouns), Math.min(a.nouns.size, b.nouns.size)),
    Math.min(predicateA, predicateB),
    Math.max(predicateA, predicateB),
    a.quoted && b.quoted ? 1 : a.quoted || b.quoted ? 0.5 : 0,
    a.quoteGroup >= 0 && a.quoteGroup === b.quoteGroup ? 1 : 0,
    bothAttributed ? 1 : a.claim.voice === b.claim.voice ? 0 : 0.5,
    speakers,
    bothAttributed && a.speakers.size > 0 && b.speakers.size > 0 && speakers === 0 ? 1 : 0,
    a.cue !== null && a.cue === b.cue ? 1 : 0,
    a.claim.negated === b.claim.negated ? 1 : 0,
    a.claim.modality === b.claim.modality ? 1 : 0,
    shortest,
    Math.max(a.bag.total, b.bag.total),
    Math.abs(a.place - b.place),
    Math.min(a.place, b.place),
    Math.max(a.place, b.place),
    Math.min(softA * a.bag.total, softB * b.bag.total),
    Math.max(a.bag.total * (1 - softA), b.bag.total * (1 - softB)),
    Math.min(aloneWordA, aloneWordB),
    Math.max(aloneWordA, aloneWordB),
    topPairRarity(a.bag, b.bag, index),
    countTitleWords(a.bag, b.bag, index),
    a.firstName >= 0 && a.firstName === b.firstName ? 1 : a.firstName >= 0 && b.firstName >= 0 ? -1 : 0,
    countShared(a.agents, b.agents),
    countShared(a.patients, b.patients),
    countShared(a.agents, b.patients) + countShared(a.patients, b.agents),
  ]
}

function countShared(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let count = 0
  for (const item of a) if (b.has(item)) count++
  return count
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
