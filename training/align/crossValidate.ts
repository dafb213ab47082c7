import { CONTEXT_FEATURES, createContext, type PairScores } from '../../src/compare/align/contextFeatures.js'
import { type BoostedTrees, scoreExample } from '../../src/compare/align/boostedTrees.js'
import { PAIR_FEATURES } from '../../src/compare/align/pairFeatures.js'
import { LEAST_ALONE } from '../../src/compare/align/scorePairs.js'
import { type BoostOptions, DEFAULTS, trainTrees } from './boost.js'
import type { StoryPairs } from './goldPairs.js'

/** Both scorers, as the shipped model holds them. */
export interface PairModels {
  readonly pairs: BoostedTrees
  readonly contexts: BoostedTrees
}

/** The figures of the second scorer's pairs of one story, and its first scores. */
interface ContextPairs {
  readonly alone: PairScores
  readonly features: readonly (readonly number[])[]
  readonly labels: readonly number[]
}

const ALL_FEATURES = [...PAIR_FEATURES, ...CONTEXT_FEATURES]
// Three negatives in four add time and nothing else; the fourth counts for all.
const EVERY = 3

/**
 * First scores only, by models that saw none of the story's fold. Folds are story number modulo `folds`.
 *
 * `without` names figures to leave out, for measuring what they bring.
 */
export function scoreAloneOutOfFold(
  all: readonly StoryPairs[],
  folds: number,
  without: RegExp | null = null,
): readonly PairScores[] {
  const stories = without === null ? all : all.map((story) => blank(story, without))
  const alone = firstScores(stories, folds)
  return stories.map((story, s) => contextPairs(story, alone[s]!).alone)
}

/**
 * Scores of every story's pairs by models that saw none of the story's fold, not even through the first scores that the second
 * scorer learns from: for each fold both are trained anew on the others.
 */
export function scoreOutOfFold(stories: readonly StoryPairs[], folds: number): readonly PairScores[] {
  const scores: PairScores[] = []
  for (let fold = 0; fold < folds; fold++) {
    const { pairs, contexts } = trainModels(
      stories.filter((_, s) => s % folds !== fold),
      INNER_FOLDS,
    )
    stories.forEach((story, s) => {
      if (s % folds === fold) scores[s] = scoreContexts(contexts, contextPairs(story, scoreAll(pairs, story)))
    })
  }
  return scores
}

// The second scorer learns from first scores told by models of four fifths of the stories.
const INNER_FOLDS = 5

function blank(story: StoryPairs, without: RegExp): StoryPairs {
  const kept = PAIR_FEATURES.map((name) => !without.test(name))
  return { ...story, features: story.features.map((values) => values.map((value, f) => (kept[f] ? value : 0))) }
}

function firstScores(stories: readonly StoryPairs[], folds: number): readonly Float64Array[] {
  const scores: Float64Array[] = []
  for (let fold = 0; fold < folds; fold++) {
    const model = trainPairs(stories.filter((_, s) => s % folds !== fold))
    stories.forEach((story, s) => {
      if (s % folds === fold) scores[s] = scoreAll(model, story)
    })
  }
  return scores
}

/** Models trained on all stories given; the second on first scores that are out of fold, as it will meet them. */
export function trainModels(stories: readonly StoryPairs[], folds: number): PairModels {
  const alone = firstScores(stories, folds)
  const contexts = stories.map((story, s) => contextPairs(story, alone[s]!))
  return { pairs: trainPairs(stories), contexts: trainContexts(contexts) }
}

function trainPairs(stories: readonly StoryPairs[]): BoostedTrees {
  return train(
    stories.flatMap(({ features, labels }) => features.map((values, k) => ({ values, label: labels[k]! }))),
    PAIR_FEATURES,
    DEFAULTS,
  )
}

function trainContexts(stories: readonly ContextPairs[]): BoostedTrees {
  return train(
    stories.flatMap(({ features, labels }) => features.map((values, k) => ({ values, label: labels[k]! }))),
    ALL_FEATURES,
    DEFAULTS,
  )
}

function train(
  examples: readonly { readonly values: readonly number[]; readonly label: number }[],
  features: readonly string[],
  options: BoostOptions,
): BoostedTrees {
  const used = examples.filter(({ label }, k) => label === 1 || k % EVERY === 0)
  const values = new Float64Array(used.length * features.length)
  used.forEach((example, k) => {
    values.set(example.values, k * features.length)
  })
  return trainTrees(
    values,
    used.map(({ label }) => label),
    used.map(({ label }) => (label === 1 ? 1 : EVERY)),
    features,
    options,
  )
}

function scoreAll(model: BoostedTrees, { features }: StoryPairs): Float64Array {
  return Float64Array.from(features, (values) => scoreExample(model, values))
}

function contextPairs({ story, a, b, features, labels }: StoryPairs, scores: Float64Array): ContextPairs {
  const kept = Array.from(scores.keys()).filter((k) => scores[k]! >= LEAST_ALONE)
  const alone: PairScores = {
    a: Int32Array.from(kept, (k) => a[k]!),
    b: Int32Array.from(kept, (k) => b[k]!),
    score: Float64Array.from(kept, (k) => scores[k]!),
  }
  const context = createContext(story, alone)
  return {
    alone,
    features: kept.map((k, pair) => [...features[k]!, ...context(pair)]),
    labels: kept.map((k) => labels[k]!),
  }
}

function scoreContexts(model: BoostedTrees, { alone, features }: ContextPairs): PairScores {
  return { ...alone, score: Float64Array.from(features, (values) => scoreExample(model, values)) }
}
