import { findAttributions, type FoundAttribution, LEAST_CUE } from '../../src/attribute/assemble/foundAttribution.js'
import { CUE_TAGS, type CueCandidate, findCues } from '../../src/attribute/cue/findCues.js'
import type { AttributionModels } from '../../src/attribute/model/attributionModels.js'
import { addKeepFeatures, KEEP_TAGS, scoreKeep } from '../../src/attribute/assemble/keepFeatures.js'
import { type Crf, createFeatureBuffer } from '../../src/attribute/model/crf.js'
import type { Reading } from '../../src/attribute/reading/reading.js'
import { ROLE_TAGS } from '../../src/attribute/role/roleFeatures.js'
import { encodeCues, encodeRoles, longestStretch } from './encode.js'
import type { TokenAttribution } from './goldTokens.js'
import { isContent, learnQuotations, listDecisions, logit, type StoryDecisions } from './learnQuotations.js'
import type { PreparedArticle, PreparedStory } from './prepare.js'
import { type Example, packExample, takeFeatures, trainCrf } from './trainCrf.js'
import { findThreshold } from './trainLogistic.js'

export interface LearnOptions {
  readonly folds: number
  readonly epochs: number
  readonly rate: number
  readonly penalty: number
  readonly bits: number
  readonly seed: number
  readonly dropout: number
  /** Share of the false candidates that the role tagger learns to leave empty, [0, 1]. */
  readonly falseCues: number
  readonly log: (line: string) => void
}

/** What learning gives: {@link AttributionModels} without the word classes, which are made before. */
export type Learnt = Omit<AttributionModels, 'classes'> & {
  /** F1 of kept candidates on articles not seen, and of quotations on stories not seen. */
  readonly scores: { readonly candidates: number; readonly quotations: number }
}

// 0.003: a reader can pass over a report that is none but never sees one that was left out, so among thresholds as good as the best the
// lowest is taken.
const LEEWAY = 0.003

// 2^15 rows: 35,000 candidates have no more features than that worth telling apart.
const KEEP_BITS = 15

/** Stands in while the taggers run alone. */
const NO_KEEP: Crf = {
  tags: KEEP_TAGS,
  mask: 0,
  weights: new Float32Array(KEEP_TAGS),
  scale: 1,
  transitions: new Float32Array(6),
}

/**
 * Learns the models in three rounds, each from what the one before gives on articles it has not seen (folds): which words report;
 * what stands around them, false cues included; which candidates and which quotations to keep.
 */
export function learnAttribution(
  articles: readonly PreparedArticle[],
  stories: readonly PreparedStory[],
  options: LearnOptions,
): Learnt {
  const folds = articles.map((_, i) => i % options.folds)
  const cueExamples = articles.map(({ reading, children, gold }) => encodeCues(reading, children, gold))
  const candidates: (readonly CueCandidate[])[] = []
  const foldCues: Crf[] = []
  for (let fold = 0; fold < options.folds; fold++) {
    const crf = trainOn(cueExamples, folds, fold, CUE_TAGS, options)
    foldCues.push(crf)
    articles.forEach(({ reading, children }, i) => {
      if (folds[i] === fold) candidates[i] = findCues(reading, children, crf, LEAST_CUE)
    })
    options.log(`cues, fold ${fold + 1} of ${options.folds}`)
  }
  const roleExamples = articles.map((article, i) => encodeArticle(article, candidates[i]!, options.falseCues))
  const keepExamples: { readonly fold: number; readonly example: Example }[] = []
  const foundOf: (readonly FoundAttribution[])[] = []
  let missed = 0
  for (let fold = 0; fold < options.folds; fold++) {
    const role = trainOn(roleExamples, folds, fold, ROLE_TAGS, options)
    const cue = foldCues[fold]!
    articles.forEach((article, i) => {
      if (folds[i] !== fold) return
      const found = findAttributions(article.reading, article.children, { cue, role, keep: NO_KEEP })
      foundOf[i] = found
      const hit = new Set<number>()
      for (const attribution of found) {
        if (attribution.content.length === 0) continue
        const match = article.gold.findIndex((gold) => isMatch(article, attribution, gold))
        if (match >= 0) hit.add(match)
        keepExamples.push({ fold, example: encodeKeep(article.reading, attribution, match >= 0) })
      }
      missed += article.gold.length - hit.size
    })
    options.log(`roles, fold ${fold + 1} of ${options.folds}`)
  }
  const learnKeep = (skip: number): Crf =>
    trainCrf(
      keepExamples.filter(({ fold }) => fold !== skip).map(({ example }) => example),
      { ...options, tags: KEEP_TAGS, bits: KEEP_BITS, epochs: 3, rate: 0.03, penalty: 0.01 },
    )
  const foldKeeps = Array.from({ length: options.folds }, (_, fold) => learnKeep(fold))
  const unseen = keepExamples.map(({ fold, example }) => ({
    features: { p: logit(scoreKeep(foldKeeps[fold]!, { ids: example.features, size: example.features.length })) },
    right: example.tags[0] === 1,
    weight: 1,
  }))
  const best = findThreshold({ p: 1 }, unseen, missed, LEEWAY)
  options.log(`keep: threshold ${best.threshold}, F1 on articles not seen ${(100 * best.f1).toFixed(1)}`)
  const keep = learnKeep(-1)
  const corpus = articles.flatMap(({ reading, gold }, i) =>
    listDecisions(reading, weigh(reading, foundOf[i]!, foldKeeps[folds[i]!]!), (first, end) =>
      isContent(gold, first, end),
    ),
  )
  const cue = trainOn(cueExamples, folds, -1, CUE_TAGS, options)
  const role = trainOn(roleExamples, folds, -1, ROLE_TAGS, options)
  const quotation = learnQuotations(corpus, judgeStories(stories, { cue, role, keep }), options.log)
  return {
    cue,
    role,
    keep,
    quotation: quotation.weights,
    keepThreshold: best.threshold,
    quotationThreshold: quotation.threshold,
    scores: { candidates: best.f1, quotations: quotation.f1 },
  }
}

function encodeKeep(reading: Reading, found: FoundAttribution, right: boolean): Example {
  const buffer = createFeatureBuffer()
  addKeepFeatures(reading, found.cue, found, buffer)
  return packExample([takeFeatures(buffer)], Uint8Array.of(right ? 1 : 0))
}

function weigh(reading: Reading, found: readonly FoundAttribution[], keep: Crf): readonly FoundAttribution[] {
  const buffer = createFeatureBuffer()
  return found.map((attribution) => {
    if (attribution.content.length === 0) return attribution
    buffer.size = 0
    addKeepFeatures(reading, attribution.cue, attribution, buffer)
    return { ...attribution, probability: scoreKeep(keep, buffer) }
  })
}

function judgeStories(
  stories: readonly PreparedStory[],
  models: { readonly cue: Crf; readonly role: Crf; readonly keep: Crf },
): readonly StoryDecisions[] {
  return stories.map(({ slug, accounts }) => ({
    slug,
    decisions: accounts.flatMap(({ reading, children, quoted }) =>
      listDecisions(reading, findAttributions(reading, children, models), (first, end) => {
        let held = 0
        for (let i = first; i < end; i++) if (quoted.has(i)) held++
        return held >= 0.7 * (end - first)
      }),
    ),
  }))
}

function trainOn(
  examples: readonly (readonly Example[])[],
  folds: readonly number[],
  skip: number,
  tags: number,
  { bits, epochs, rate, penalty, seed, dropout }: LearnOptions,
): Crf {
  const chosen = examples.filter((_, i) => folds[i] !== skip).flat()
  return trainCrf(chosen, { tags, bits, epochs, rate, penalty, seed, dropout })
}

/** The annotated cues with their roles, and a share of the words wrongly taken for cues, with none. */
function encodeArticle(
  article: PreparedArticle,
  candidates: readonly CueCandidate[],
  share: number,
): readonly Example[] {
  const { reading, children, gold } = article
  const examples = gold.map((attribution) =>
    encodeRoles(reading, children, longestStretch(attribution.cue), attribution),
  )
  const taken = new Set(gold.flatMap(({ cue }) => cue))
  let due = 0
  for (const candidate of candidates) {
    let free = true
    for (let i = candidate.start; i < candidate.end; i++) if (taken.has(i)) free = false
    if (!free) continue
    due += share
    if (due < 1) continue
    due -= 1
    examples.push(encodeRoles(reading, children, candidate, null))
  }
  return examples
}

/** Half of the content shared, and source and cue touching or both absent, as the scorer asks. */
export function isMatch(article: PreparedArticle, found: FoundAttribution, gold: TokenAttribution): boolean {
  if (!gold.cue.some((i) => i >= found.cue.start && i < found.cue.end)) return false
  if (gold.source.length === 0 ? found.source.length > 0 : !found.source.some((i) => gold.source.includes(i)))
    return false
  const { pos } = article.reading
  const words = (tokens: readonly number[]): Set<number> => new Set(tokens.filter((i) => pos[i] !== 13))
  const a = words(found.content)
  const b = words(gold.content)
  let shared = 0
  for (const i of a) if (b.has(i)) shared++
  return shared * 2 >= a.size + b.size - shared
}
