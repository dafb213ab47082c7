import { FAMILIES, type Family, FEATURES, getFamily } from '../../src/compare/conflict/features.js'
import { decide } from '../../src/compare/conflict/findConflicts.js'
import type { FamilyDecision } from '../../src/compare/conflict/loadModel.js'
import { mergeConflicts } from '../../src/compare/conflict/mergeConflicts.js'
import { sumTrees, type TreeModel } from '../../src/compare/conflict/trees.js'
import type { Conflict } from '../../src/compare/index.js'
import { type BoostOptions, calibrate, DEFAULTS, type Example, getFold, trainBoosted } from './boost.js'
import { CLAUSE_FEATURES, PART_FEATURES, VALUE_FEATURES } from './familyFeatures.js'
import { type GoldConflict, type GoldExamples, meetsGold } from './goldExamples.js'
import type { MarkedExample } from './markedExamples.js'

export type Part = 'real' | 'contradiction'

export const PARTS: readonly Part[] = ['real', 'contradiction']

// Small, slow trees over few features: a few hundred marked differences in 21 stories bear no more.
const OPTIONS: Readonly<Record<Family, BoostOptions>> = {
  number: { ...DEFAULTS, rounds: 70, depth: 2, rate: 0.08, leaf: 0.8, ridge: 3, columns: 0.6, allow: VALUE_FEATURES },
  date: { ...DEFAULTS, rounds: 70, depth: 2, rate: 0.08, leaf: 0.8, ridge: 3, columns: 0.6, allow: VALUE_FEATURES },
  part: { ...DEFAULTS, rounds: 60, depth: 2, rate: 0.08, leaf: 0.6, ridge: 3, columns: 0.6, allow: PART_FEATURES },
  polarity: {
    ...DEFAULTS,
    rounds: 60,
    depth: 2,
    rate: 0.08,
    leaf: 0.6,
    ridge: 3,
    columns: 0.6,
    allow: CLAUSE_FEATURES,
  },
  whole: { ...DEFAULTS, rounds: 100, depth: 3, rate: 0.05, leaf: 2, ridge: 4, columns: 0.4, allow: CLAUSE_FEATURES },
  entity: { ...DEFAULTS, rounds: 40, depth: 2, rate: 0.1, leaf: 0.3, ridge: 1, columns: 0.8 },
}

export type Models = Readonly<Record<Family, Readonly<Record<Part, TreeModel>>>>

/** A seeded candidate as an example, with the family that learns from it. */
export interface SeededExample extends Example {
  readonly family: Family
}

/** What is learnt from: annotated stories, candidates with something put in, and our own marks. */
export interface Sources {
  readonly stories: readonly GoldExamples[]
  readonly seeded: readonly SeededExample[]
  readonly marked: readonly MarkedExample[]
}

/** Trains both decisions of every family. Raw sums: calibration is for the caller. */
export function trainModels({ stories, seeded, marked }: Sources): Models {
  const train = (family: Family, part: Part): TreeModel => {
    const gold = stories.flatMap((story) =>
      story.inputs
        .filter((input) => getFamily(input.candidate) === family)
        .map((input) => ({ values: input.values, label: Number(input[part]), weight: 1, group: story.story })),
    )
    const marks = marked
      .filter((example) => example.family === family)
      .map((example) => ({ ...example, label: example[part] }))
    const made = seeded.filter((example) => example.family === family)
    return trainBoosted([...gold, ...made, ...marks], FEATURES, OPTIONS[family])
  }
  return Object.fromEntries(
    FAMILIES.map((family) => [family, { real: train(family, 'real'), contradiction: train(family, 'contradiction') }]),
  ) as unknown as Models
}

/** Held-out raw sums of one story's candidates. */
export interface HeldOut {
  readonly story: GoldExamples
  readonly sums: readonly Readonly<Record<Part, number>>[]
}

/** Scores every story by models trained on the other folds' stories. */
export function crossValidate(sources: Sources, folds: number): readonly HeldOut[] {
  const { stories } = sources
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const out = stories.filter((_, index) => index % folds === fold)
    const models = trainModels({ ...sources, stories: stories.filter((story) => !out.includes(story)) })
    return out.map((story) => ({
      story,
      sums: story.inputs.map(({ candidate, values }) => {
        const own = models[getFamily(candidate)]
        return { real: sumTrees(own.real, values), contradiction: sumTrees(own.contradiction, values) }
      }),
    }))
  })
}

/** A marked difference with the sums of models that saw no mark of its story. */
export interface HeldMark {
  readonly example: MarkedExample
  readonly sums: Readonly<Record<Part, number>>
}

/** Scores every mark by models trained without the marks of its fold's stories. */
export function crossValidateMarks(sources: Sources, folds: number): readonly HeldMark[] {
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const isOut = ({ group }: MarkedExample): boolean => getFold(group, folds) === fold
    const models = trainModels({ ...sources, marked: sources.marked.filter((example) => !isOut(example)) })
    return sources.marked.filter(isOut).map((example) => {
      const { real, contradiction } = models[example.family]
      return {
        example,
        sums: { real: sumTrees(real, example.values), contradiction: sumTrees(contradiction, example.values) },
      }
    })
  })
}

export type Calibrations = Readonly<Record<Family, Readonly<Record<Part, readonly [number, number]>>>>

/** Slope and offset of each family's held-out sums, over all stories and marks together: two numbers, which change no order. */
export function calibrateFamilies(held: readonly HeldOut[], marks: readonly HeldMark[]): Calibrations {
  const calibrateOne = (family: Family, part: Part): readonly [number, number] => {
    const gold = held.flatMap(({ story, sums }) =>
      story.inputs.flatMap((input, index) =>
        getFamily(input.candidate) === family
          ? [{ sum: sums[index]![part], label: Number(input[part]), weight: 1 }]
          : [],
      ),
    )
    const ours = marks
      .filter(({ example }) => example.family === family)
      .map(({ example, sums }) => ({ sum: sums[part], label: example[part], weight: example.weight }))
    const own = [...gold, ...ours]
    return calibrate(
      own.map((one) => one.sum),
      own.map((one) => one.label),
      own.map((one) => one.weight),
    )
  }
  return Object.fromEntries(
    FAMILIES.map((family) => [
      family,
      { real: calibrateOne(family, 'real'), contradiction: calibrateOne(family, 'contradiction') },
    ]),
  ) as unknown as Calibrations
}

export type Thresholds = Readonly<Record<Family, FamilyDecision['thresholds']>>

/** The conflicts of the candidates a story would show, by the held-out scores; `only` looks at one family alone. */
export function showCandidates(
  held: HeldOut,
  calibrations: Calibrations,
  thresholds: Thresholds,
  only: Family | null = null,
): readonly Conflict[] {
  const accepted = held.story.inputs.flatMap(({ candidate }, index) => {
    const family = getFamily(candidate)
    if (only !== null && family !== only) return []
    const { real, contradiction } = getProbabilities(held, index, calibrations)
    const decided = decide(candidate, real, contradiction, thresholds[family], held.story.view)
    return decided === null ? [] : [decided]
  })
  return mergeConflicts(accepted, held.story.view)
}

/** The calibrated held-out probabilities of one candidate. */
export function getProbabilities(
  held: HeldOut,
  index: number,
  calibrations: Calibrations,
): Readonly<Record<Part, number>> {
  const own = calibrations[getFamily(held.story.inputs[index]!.candidate)]
  const sums = held.sums[index]!
  return { real: squash(sums.real, own.real), contradiction: squash(sums.contradiction, own.contradiction) }
}

/** A raw sum as a probability. */
export function squash(sum: number, [slope, offset]: readonly [number, number]): number {
  return 1 / (1 + Math.exp(-(slope * sum + offset)))
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
