import { cosine, type Vectors } from '../../annotate/vectors/index.js'
import { compareQuantities } from './compareQuantities.js'
import { compareTimes } from './compareTimes.js'
import type { ClausePair } from './pairClauses.js'
import { DENIALS, getStem, NEGATORS } from './pairText.js'
import { perClause } from './perClause.js'
import { type Clause, carriesMatter, getPartKey, haveNames, type StoryView } from './storyView.js'
import { areOpposites, areSynonyms, type WordRelations } from './wordRelations.js'

/** Features of two clauses that say whether they speak of the same matter and how they stand to each other. */
export const CONTEXT_FEATURES = [
  'sameRow',
  'similarity',
  'contextSimilarity',
  'vectorSimilarity',
  'entitiesShared',
  'entityOverlap',
  'entitiesApart',
  'predicateSame',
  'predicateSimilarity',
  'predicateOpposite',
  'oppositeWords',
  'negationMismatch',
  'negatedA',
  'modalityMismatch',
  'unsureA',
  'unsureB',
  'tenseMismatch',
  'speakerSame',
  'speakerDiffers',
  'voiceMismatch',
  'agentSame',
  'agentDiffers',
  'patientSame',
  'patientDiffers',
  'numbersEqual',
  'numbersDiffer',
  'timesSame',
  'timesDisjoint',
  'publishedApart',
  'positionGap',
  'leadBoth',
  'sameAccount',
  'lengthShort',
  'lengthLong',
  'coverage',
  'coverageBack',
  'turned',
  'predicateTurned',
  'deniedOnce',
] as const

export type ContextFeature = (typeof CONTEXT_FEATURES)[number]

export interface ContextTools {
  readonly view: StoryView
  readonly relations: WordRelations
  readonly vectors: Vectors
}

/** Features of one pair, symmetric in its order. Cost is the product of the clauses' words. */
export function getContextFeatures(pair: ClausePair, tools: ContextTools): Readonly<Record<ContextFeature, number>> {
  const { a, b } = pair
  const { view, relations, vectors } = tools
  const left = a.claim
  const right = b.claim
  const shared = [...a.entities].filter((id) => b.entities.has(id)).length
  const union = a.entities.size + b.entities.size - shared
  const lemmaA = left?.predicate.lemma ?? ''
  const lemmaB = right?.predicate.lemma ?? ''
  const negated = (clause: Clause): boolean =>
    clause.claim?.negated ?? clause.text.words.some((word) => NEGATORS.has(word.norm))
  const unsure = (clause: Clause): boolean =>
    clause.claim !== null && clause.claim.modality !== 'asserted' && clause.claim.modality !== 'future'
  const agents = getRoleMatch(a, b, view, ['agent'])
  const patients = getRoleMatch(a, b, view, ['patient', 'recipient', 'attribute'])
  const numbers = matchNumbers(a, b, view)
  const times = matchTimes(a, b, view)
  const lengths = [a.text.words.length, b.text.words.length].sort((x, y) => x - y)
  const cover = getCoverage(a.stems, b.stems)
  return {
    sameRow: Number(a.rows.some((row) => b.rows.includes(row))),
    similarity: pair.similarity,
    contextSimilarity: getSetCosine(a.context, b.context, view),
    vectorSimilarity: getVectorSimilarity(a, b, view, vectors),
    entitiesShared: Math.min(shared, 5),
    entityOverlap: union === 0 ? 0 : shared / union,
    entitiesApart: Number(shared === 0 && a.entities.size > 0 && b.entities.size > 0),
    predicateSame: Number(lemmaA !== '' && (lemmaA === lemmaB || areSynonyms(relations, lemmaA, lemmaB))),
    predicateSimilarity: lemmaA === '' || lemmaB === '' ? 0 : (vectors.similarity(lemmaA, lemmaB) ?? 0),
    // A clause that has both verbs tells both: one of the two clauses is only cut or parsed otherwise.
    predicateOpposite: Number(
      lemmaA !== '' &&
        lemmaB !== '' &&
        areOpposites(relations, lemmaA, lemmaB) &&
        !hasWord(a, lemmaB) &&
        !hasWord(b, lemmaA),
    ),
    oppositeWords: countOpposites(a, b, view, relations),
    negationMismatch: Number(negated(a) !== negated(b)),
    negatedA: Number(negated(a) || negated(b)),
    modalityMismatch: Number((left?.modality ?? 'asserted') !== (right?.modality ?? 'asserted')),
    unsureA: Number(unsure(a)) + Number(unsure(b)),
    unsureB: Number(unsure(a) !== unsure(b)),
    tenseMismatch: Number((left?.tense ?? 'none') !== (right?.tense ?? 'none')),
    speakerSame: Number(a.speaker !== '' && a.speaker === b.speaker),
    speakerDiffers: Number(a.speaker !== '' && b.speaker !== '' && a.speaker !== b.speaker),
    voiceMismatch: Number((a.speaker === '') !== (b.speaker === '')),
    agentSame: Number(agents === 'same'),
    agentDiffers: Number(agents === 'differ'),
    patientSame: Number(patients === 'same'),
    patientDiffers: Number(patients === 'differ'),
    numbersEqual: numbers.equal,
    numbersDiffer: numbers.differ,
    timesSame: Number(times === 'same'),
    timesDisjoint: Number(times === 'disjoint'),
    publishedApart: getPublicationGap(view, a.account, b.account),
    positionGap: Math.abs(a.position - b.position),
    leadBoth: Number(a.position < 0.15 && b.position < 0.15),
    sameAccount: Number(a.account === b.account),
    lengthShort: Math.min(lengths[0]!, 40),
    lengthLong: Math.min(lengths[1]!, 60),
    coverage: Math.max(cover[0], cover[1]),
    coverageBack: Math.min(cover[0], cover[1]),
    ...getTurns(a, b, view),
  }
}

const hasWord = ({ text }: Clause, lemma: string): boolean => {
  const stem = getStem(lemma.toLowerCase())
  return text.words.some((word) => word.stem === stem)
}

/** Share of the shared content words that are negated in one clause only; and whether the predicate is among them. */
function getTurns(
  a: Clause,
  b: Clause,
  view: StoryView,
): { readonly turned: number; readonly predicateTurned: number; readonly deniedOnce: number } {
  const x = readDenied(a, view)
  const y = readDenied(b, view)
  let shared = 0
  let turned = 0
  for (const [stem, denied] of x) {
    const other = y.get(stem)
    if (other === undefined) continue
    shared++
    if (other !== denied) turned++
  }
  const stemOf = (clause: Clause): string => getStem(clause.claim?.predicate.lemma.toLowerCase() ?? '')
  const predicate = stemOf(a)
  const same = predicate !== '' && predicate === stemOf(b)
  return {
    turned: shared === 0 ? 0 : turned / shared,
    predicateTurned: Number(same && a.claim!.negated !== b.claim!.negated),
    deniedOnce: Number(hasDenial(a, view) !== hasDenial(b, view)),
  }
}

const readDenied = perClause(
  ({ text }): ReadonlyMap<string, boolean> =>
    new Map(text.words.filter(carriesMatter).map((word) => [word.stem, word.denied])),
)

const hasDenial = perClause(({ text }) => text.words.some((word) => DENIALS.has(word.norm)))

function getSetCosine(a: ReadonlySet<string>, b: ReadonlySet<string>, view: StoryView): number {
  let dot = 0
  let left = 0
  let right = 0
  for (const stem of a) {
    const weight = view.idf(stem) ** 2
    left += weight
    if (b.has(stem)) dot += weight
  }
  for (const stem of b) right += view.idf(stem) ** 2
  return left === 0 || right === 0 ? 0 : dot / Math.sqrt(left * right)
}

function getVectorSimilarity(a: Clause, b: Clause, view: StoryView, vectors: Vectors): number {
  const x = getSum(a, view, vectors)
  const y = getSum(b, view, vectors)
  return x === null || y === null ? 0 : cosine(x, y)
}

// A clause meets dozens of others; its own vector is the same each time. Clauses belong to one view.
const sums = new WeakMap<Clause, Float32Array | null>()

function getSum(clause: Clause, view: StoryView, vectors: Vectors): Float32Array | null {
  const known = sums.get(clause)
  if (known !== undefined) return known
  const words = clause.text.words.filter(carriesMatter)
  const sum = vectors.combine(
    words.map((word) => word.norm),
    words.map((word) => view.idf(word.stem)),
  )
  sums.set(clause, sum)
  return sum
}

function getCoverage(a: ReadonlySet<string>, b: ReadonlySet<string>): readonly [number, number] {
  let shared = 0
  for (const stem of a) if (b.has(stem)) shared++
  return [a.size === 0 ? 0 : shared / a.size, b.size === 0 ? 0 : shared / b.size]
}

// Opposites in a dictionary, but two times, sexes or quarters in a story: "Thursday night" beside "the deadliest day" denies nothing.
const OTHER_THINGS: ReadonlySet<string> = new Set(
  `day days night nights morning mornings evening evenings afternoon noon midnight dawn dusk today tomorrow yesterday tonight week weekday
  weekend month year summer winter spring autumn fall man men woman women boy boys girl girls male female husband wife mother father son
  sons daughter daughters brother sister north south east west northern southern eastern western left right`.split(
    /\s+/,
  ),
)

const readContent = perClause(({ text }) => text.words.filter((word) => word.kind === 'content'))

function countOpposites(a: Clause, b: Clause, view: StoryView, relations: WordRelations): number {
  let count = 0
  const others = readContent(b, view).filter((word) => !a.stems.has(word.stem))
  for (const x of readContent(a, view)) {
    if (b.stems.has(x.stem) || OTHER_THINGS.has(x.norm)) continue
    if (others.some((y) => areOpposites(relations, x.norm, y.norm))) count++
  }
  return Math.min(count, 3)
}

/** Whether the two clauses' fillers of a role are one entity, two entities, or cannot be told. */
export function getRoleMatch(
  a: Clause,
  b: Clause,
  view: StoryView,
  roles: readonly string[],
): 'same' | 'differ' | 'unknown' {
  const fillers = (clause: Clause): ReadonlySet<string> => {
    const found = new Set<string>()
    for (const participant of clause.claim?.participants ?? []) {
      if (!roles.includes(participant.role)) continue
      found.add(getPartKey(view.accounts[clause.account]!, participant.entity, participant.head.toLowerCase()))
    }
    return found
  }
  const x = fillers(a)
  const y = fillers(b)
  if (x.size === 0 || y.size === 0) return 'unknown'
  for (const id of x) if (y.has(id)) return 'same'
  return haveNames(x) && haveNames(y) ? 'differ' : 'unknown'
}

function matchNumbers(a: Clause, b: Clause, view: StoryView): { equal: number; differ: number } {
  const x = view.accounts[a.account]!.quantities
  const y = view.accounts[b.account]!.quantities
  let equal = 0
  let differ = 0
  for (const i of a.quantities) {
    const relations = b.quantities.map((j) => compareQuantities(x[i]!, y[j]!).relation)
    if (relations.includes('equal')) equal++
    else if (relations.some((relation) => relation !== 'incomparable')) differ++
  }
  return { equal: Math.min(equal, 3), differ: Math.min(differ, 3) }
}

function matchTimes(a: Clause, b: Clause, view: StoryView): 'same' | 'disjoint' | 'unknown' {
  const x = view.accounts[a.account]!.times
  const y = view.accounts[b.account]!.times
  let disjoint = false
  for (const i of a.times) {
    for (const j of b.times) {
      const { relation } = compareTimes(x[i]!, y[j]!)
      if (relation === 'same' || relation === 'contains') return 'same'
      if (relation === 'disjoint') disjoint = true
    }
  }
  return disjoint ? 'disjoint' : 'unknown'
}

/** Days between two accounts' publication, at most 7; 0 where either is unknown. */
export function getPublicationGap(view: StoryView, a: number, b: number): number {
  const x = Date.parse(view.accounts[a]!.document.publishedAt ?? '')
  const y = Date.parse(view.accounts[b]!.document.publishedAt ?? '')
  return Number.isNaN(x) || Number.isNaN(y) ? 0 : Math.min(7, Math.abs(x - y) / 86_400_000)
}
