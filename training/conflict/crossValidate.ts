import type { Accepted } from '../../src/compare/conflict/mergeConflicts.js'
import { mergeConflicts } from '../../src/compare/conflict/mergeConflicts.js'
import { decide } from '../../src/compare/conflict/findConflicts.js'
import { FEATURES } from '../../src/compare/conflict/features.js'
import { sumTrees, type TreeModel } from '../../src/compare/conflict/trees.js'
import type { Conflict } from '../../src/compare/index.js'
import { type BoostOptions, calibrate, DEFAULTS, type Example, trainBoosted } from './boost.js'
import { type GoldConflict, type GoldExamples, meetsGold } from './goldExamples.js'

/** The two decisions: is it real, is it a contradiction. */
export interface Decision {
  readonly real: TreeModel
  readonly contradiction: TreeModel
}

export interface Thresholds {
  readonly real: number
  readonly contradiction: number
}

// Small, slow trees: a few hundred marked differences in 21 stories bear no more.
const REAL: BoostOptions = { ...DEFAULTS, rounds: 80, depth: 3, rate: 0.08, leaf: 4, ridge: 4, columns: 0.4 }
const AGAINST: BoostOptions = { ...DEFAULTS, rounds: 60, depth: 3, rate: 0.08, leaf: 3, ridge: 4, columns: 0.4 }

/** Trains both decisions on gold stories, the second on seeded examples too. Raw sums: calibration is for the caller. */
export function trainDecision(stories: readonly GoldExamples[], seeded: readonly Example[]): Decision {
  return {
    real: trainBoosted(
      toExamples(stories, (input) => input.real),
      FEATURES,
      REAL,
    ),
    contradiction: trainBoosted([...toExamples(stories, (input) => input.contradiction), ...seeded], FEATURES, AGAINST),
  }
}

function toExamples(
  stories: readonly GoldExamples[],
  getLabel: (input: GoldExamples['inputs'][number]) => boolean,
): readonly Example[] {
  return stories.flatMap((story) =>
    story.inputs.map((input) => ({
      values: input.values,
      label: Number(getLabel(input)),
      weight: 1,
      group: story.story,
    })),
  )
}

/** Probabilities of one story's candidates by a model that has not seen the story. */
export interface HeldOut {
  readonly story: GoldExamples
  readonly scores: readonly { readonly real: number; readonly contradiction: number }[]
}

/**
 * Scores every story by decisions trained on the other folds' stories, then calibrates all held-out sums together.
 *
 * The two numbers of each calibration are the only thing that has seen all stories; they change no order.
 */
export function crossValidate(
  stories: readonly GoldExamples[],
  seeded: readonly Example[],
  folds: number,
): {
  readonly held: readonly HeldOut[]
  readonly calibrations: Readonly<Record<keyof Decision, readonly [number, number]>>
} {
  const raw = Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const out = stories.filter((_, index) => index % folds === fold)
    const decision = trainDecision(
      stories.filter((story) => !out.includes(story)),
      seeded,
    )
    return out.map((story) => ({
      story,
      sums: story.inputs.map(({ values }) => ({
        real: sumTrees(decision.real, values),
        contradiction: sumTrees(decision.contradiction, values),
      })),
    }))
  })
  const fit = (part: keyof Decision): readonly [number, number] => {
    const sums = raw.flatMap((one) => one.sums.map((sum) => sum[part]))
    const labels = raw.flatMap((one) => one.story.inputs.map((input) => Number(input[part])))
    return calibrate(
      sums,
      labels,
      sums.map(() => 1),
    )
  }
  const calibrations = { real: fit('real'), contradiction: fit('contradiction') }
  const squash = (sum: number, [slope, offset]: readonly [number, number]): number =>
    1 / (1 + Math.exp(-(slope * sum + offset)))
  return {
    calibrations,
    held: raw.map(({ story, sums }) => ({
      story,
      scores: sums.map((sum) => ({
        real: squash(sum.real, calibrations.real),
        contradiction: squash(sum.contradiction, calibrations.contradiction),
      })),
    })),
  }
}

/** The conflicts a story would show, quotations included, as the product puts them together. */
export function showConflicts(held: HeldOut, thresholds: Thresholds): readonly Conflict[] {
  const accepted: Accepted[] = []
  held.story.inputs.forEach(({ candidate }, index) => {
    const { real, contradiction } = held.scores[index]!
    if (real < thresholds.real && contradiction < thresholds.contradiction) return
    accepted.push(decide(candidate, real, contradiction, { thresholds }, held.story.view))
  })
  return [...held.story.quoteConflicts, ...mergeConflicts(accepted, held.story.view)]
}

/** Counts as the shared dossier scorer makes them. */
export interface ConflictTally {
  readonly contradictions: { gold: number; found: number; predicted: number; right: number }
  readonly tensions: { gold: number; found: number }
  readonly shown: { predicted: number; real: number }
}

/** Scores shown conflicts against one story's gold and adds to the tally by kind; `all` holds the sums. */
export function tallyConflicts(
  shown: readonly Conflict[],
  story: Pick<GoldExamples, 'conflicts' | 'accepted'>,
  tallies: Map<string, ConflictTally>,
): void {
  const sides = (conflict: Conflict): readonly (readonly { document: string; start: number; end: number }[])[] =>
    conflict.sides.map((side) =>
      side.evidence.map(({ documentId, span }) => ({ document: documentId, start: span.start, end: span.end })),
    )
  const all: readonly GoldConflict[] = [...story.conflicts, ...story.accepted]
  const get = (kind: string): ConflictTally => {
    const known = tallies.get(kind)
    if (known !== undefined) return known
    const made = {
      contradictions: { gold: 0, found: 0, predicted: 0, right: 0 },
      tensions: { gold: 0, found: 0 },
      shown: { predicted: 0, real: 0 },
    }
    tallies.set(kind, made)
    return made
  }
  for (const gold of story.conflicts) {
    const found = Number(shown.some((conflict) => meetsGold(gold, sides(conflict))))
    for (const tally of [get('all'), get(gold.kind)]) {
      const row = gold.strength === 'contradiction' ? tally.contradictions : tally.tensions
      row.gold++
      row.found += found
    }
  }
  for (const conflict of shown) {
    const met = all.filter((gold) => meetsGold(gold, sides(conflict)))
    for (const tally of [get('all'), get(conflict.kind)]) {
      tally.shown.predicted++
      tally.shown.real += Number(met.length > 0)
      if (conflict.strength !== 'contradiction') continue
      tally.contradictions.predicted++
      tally.contradictions.right += Number(met.some((gold) => gold.strength === 'contradiction'))
    }
  }
}
