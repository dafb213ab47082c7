import { spansMeet } from '../../bench/quality/alignScore.js'
import { type Choice, chooseLines, prepareChoice } from '../../src/compare/brief/chooseLines.js'
import { BRIEF_FEATURES, type BriefModel, gainOf, MOST_TOLD } from '../../src/compare/brief/gain.js'
import { gatherPassages } from '../../src/compare/brief/gatherPassages.js'
import type { ClaimRow } from '../../src/compare/findings.js'
import { type BoostOptions, createRandom, DEFAULTS, trainSeveral } from './boost.js'
import type { RankedStory } from './importance.js'

const OPTIONS: BoostOptions = { ...DEFAULTS, rounds: 150, depth: 4, rate: 0.05, leaf: 15 }
// One training more or less moved the annotated stories by five facts of 170; the mean of three moves less.
const TIMES = 3
// Of the passages at each step this share becomes examples: they are many and alike.
const SHARE = 0.15
const CLARITY = BRIEF_FEATURES.indexOf('clarity')
const NEW_WEIGHT = BRIEF_FEATURES.indexOf('newWeight')

/** A story's passages with what people say they tell. */
export interface BriefStory {
  readonly choice: Choice
  /** For each passage the numbers of the facts of importance 3 that it tells. */
  readonly summary: readonly ReadonlySet<number>[]
  /** For each passage whether it tells a fact of importance 2 or 3. */
  readonly worthy: readonly boolean[]
}

/** Passages of a story whose rows have the given importance. */
export function prepareBrief({ pairs: { gold, documents } }: RankedStory, rows: readonly ClaimRow[]): BriefStory {
  const choice = prepareChoice(gatherPassages(rows, documents), rows, documents)
  const facts = [...gold.facts, ...gold.accepted]
  const told = choice.passages.map(({ document, span: { start, end } }) => {
    const own = { document: document.id as string, start, end }
    return facts.map(({ spans }) => spans.some((span) => spansMeet(span, own)))
  })
  return {
    choice,
    summary: told.map((own) => new Set(gold.facts.flatMap((fact, f) => (fact.importance === 3 && own[f] ? [f] : [])))),
    worthy: told.map((own) => own.some((tells, f) => tells && facts[f]!.importance >= 2)),
  }
}

interface Examples {
  readonly figures: (readonly number[])[]
  readonly summary: number[]
  readonly worth: number[]
}

type Gain = (figures: readonly number[]) => number

/**
 * Learns to choose lines by choosing (imitation of what pays, after DAgger, Ross et al. 2011): briefs are begun by a plain rule and by what was learnt
 * so far, with and without noise, and at every step the passages that might come next are examples of what they would newly tell.
 */
export function learnBrief(stories: readonly BriefStory[]): BriefModel {
  const random = createRandom(7)
  const examples: Examples = { figures: [], summary: [], worth: [] }
  const plain: Gain = (figures) => figures[CLARITY]! * figures[NEW_WEIGHT]!
  walk(stories, plain, examples, random)
  const first = train(examples)
  walk(stories, (figures) => gainOf(first, figures), examples, random)
  return train(examples)
}

function walk(stories: readonly BriefStory[], gain: Gain, examples: Examples, random: () => number): void {
  for (const { choice, summary, worthy } of stories) {
    for (const noise of [0, 0.5]) {
      const told = new Set<number>()
      const rate = (figures: readonly number[], p: number): number => {
        const value = gain(figures) * (1 - noise + 2 * noise * random())
        if (random() < SHARE) {
          const fresh = [...summary[p]!].filter((fact) => !told.has(fact)).length
          examples.figures.push(figures)
          examples.summary.push(Math.min(1, fresh / MOST_TOLD))
          examples.worth.push(worthy[p] ? 1 : 0)
        }
        return value
      }
      chooseLines(choice, rate, (line) => {
        for (const fact of summary[line]!) told.add(fact)
      })
    }
  }
}

function train({ figures, summary, worth }: Examples): BriefModel {
  const values = new Float64Array(figures.length * BRIEF_FEATURES.length)
  figures.forEach((row, r) => {
    values.set(row, r * BRIEF_FEATURES.length)
  })
  const weights = new Float64Array(figures.length).fill(1)
  return {
    summary: trainSeveral(TIMES, values, summary, weights, BRIEF_FEATURES, OPTIONS),
    worth: trainSeveral(TIMES, values, worth, weights, BRIEF_FEATURES, OPTIONS),
  }
}
