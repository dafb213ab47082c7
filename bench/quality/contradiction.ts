/**
 * Contradiction between two passages by cross-validation: `npx tsx bench/quality/contradiction.ts` (three minutes).
 *
 * RTE-3 dev: precision of `contradiction` at fixed recalls, by words alone and with what the product's own comparison of the two passages
 * sees. FEVER-Symmetric dev: accuracy. Ten folds; pairs that share a text are in one fold. With 91 contradictions the cut into folds
 * moves a figure by several points, so each model is measured over ten cuts. Baselines are rows too.
 */
import { getFold } from '../../training/conflict/boost.js'
import { CLAUSE_FEATURES, type ClauseReading, createClauseReading } from '../../training/conflict/clauseReading.js'
import type { LabelledPair } from '../../training/conflict/pairExamples.js'
import { PAIR_FEATURES, type PairFeature } from '../../training/conflict/pairFeatures.js'
import {
  loadPairRows,
  type PairRow,
  type SetWeights,
  sumPair,
  trainPairModel,
} from '../../training/conflict/pairModels.js'
import { sumPassage, trainPassageModel } from '../../training/conflict/passageModel.js'

const FOLDS = 10
const CUTS = 10
const RECALLS = [0.1, 0.19, 0.25, 0.4]
const WEIGHTS: Readonly<Record<'fever' | 'rte', SetWeights>> = {
  // Other sets took one to four points from it: its claims are of another kind.
  fever: { fever: 1, rte: 0, negation: 0, made: 0 },
  rte: { fever: 0.3, rte: 1, negation: 0.1, made: 0.1 },
}
const { rows, made } = loadPairRows()
const ofSet = (set: LabelledPair['set']): readonly PairRow[] => rows.filter((row) => row.pair.set === set)
const fever = ofSet('fever')
const rte = ofSet('rte')
const read = createClauseReading()
const readings = new Map(rte.map((row) => [row, read(row.pair.premise, row.pair.hypothesis)]))

type Scores = ReadonlyMap<PairRow, number>

/** Scores of `tested` by models that saw no pair of their fold. Each cut shares the groups out anew; cut 0 is by the groups' names alone. */
function scoreByFolds(
  tested: readonly PairRow[],
  cut: number,
  train: (isOutside: (row: PairRow) => boolean) => (row: PairRow) => number,
): Scores {
  const foldOf = ({ pair }: PairRow): number => getFold(cut === 0 ? pair.group : `${cut} ${pair.group}`, FOLDS)
  const scores = new Map<PairRow, number>()
  for (let fold = 0; fold < FOLDS; fold++) {
    const score = train((row) => foldOf(row) !== fold)
    for (const row of tested) if (foldOf(row) === fold) scores.set(row, score(row))
  }
  return scores
}

function scoreByWords(set: 'fever' | 'rte', cut: number): Scores {
  return scoreByFolds(set === 'fever' ? fever : rte, cut, (isOutside) => {
    const model = trainPairModel([...rows, ...made].filter(isOutside), 'against', WEIGHTS[set])
    return (row) => sumPair(model, row.values)
  })
}

/** RTE-3 alone: the other sets' sentences are of other kinds, and their clauses hurt (see docs/conflicts.md). */
function scoreByClauses(parts: (row: PairRow) => readonly number[], names: readonly string[], cut: number): Scores {
  return scoreByFolds(rte, cut, (isOutside) => {
    const examples = rte.filter(isOutside).map((row) => ({
      values: parts(row),
      label: Number(row.pair.label === 'against'),
      weight: 1,
      group: row.pair.group,
    }))
    const model = trainPassageModel(examples, names)
    return (row) => sumPassage(model, parts(row))
  })
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Mean and both ends over the cuts, in percent, each cut down to one digit; one figure where there is one cut. */
function describe(shares: readonly number[]): string {
  const percent = (value: number): string => (Math.floor(1000 * value + 1e-9) / 10).toFixed(1)
  const all = percent(mean(shares))
  return shares.length === 1 ? all : `${all} [${percent(Math.min(...shares))}–${percent(Math.max(...shares))}]`
}

function printFever(name: string, cuts: readonly Scores[]): void {
  const right = cuts.map((scores) => fever.filter((row) => scores.get(row)! > 0 === isAgainst(row)).length)
  const shares = right.map((count) => count / fever.length)
  console.log(
    `FEVER-Symmetric dev  ${name.padEnd(31)} accuracy ${describe(shares)} (${right[0]} of ${fever.length}${cuts.length > 1 ? ' in the first cut' : ''})`,
  )
}

function printRte(name: string, cuts: readonly Scores[]): void {
  const positive = rte.filter(isAgainst).length
  const cells = RECALLS.map((recall) => {
    const wanted = Math.ceil(recall * positive)
    return `R ${(100 * recall).toFixed(0)} (${wanted}): ${describe(cuts.map((scores) => wanted / countRanked(scores, wanted)))}`
  })
  console.log(`RTE-3 dev            ${name.padEnd(31)} precision at ${cells.join(', ')}`)
}

const isAgainst = (row: PairRow): boolean => row.pair.label === 'against'

/** How many of the surest pairs hold `wanted` contradictions. */
function countRanked(scores: Scores, wanted: number): number {
  const ranked = [...rte].sort((x, y) => scores.get(y)! - scores.get(x)!)
  const places = ranked.flatMap((row, place) => (isAgainst(row) ? [place + 1] : []))
  return places[wanted - 1]!
}

const byRule = (set: readonly PairRow[], score: (row: PairRow) => number): readonly Scores[] => [
  new Map(set.map((row) => [row, score(row)])),
]
const feature = (name: PairFeature, row: PairRow): number => row.values[PAIR_FEATURES.indexOf(name)]!
const cuts = Array.from({ length: CUTS }, (_, cut) => cut)
const clausesOf = (row: PairRow): readonly number[] => readings.get(row)!.values

printFever(
  'always refutes',
  byRule(fever, () => 1),
)
printFever(
  'less than two thirds covered',
  byRule(fever, (row) => 0.67 - feature('coverage', row)),
)
printFever(
  'words, out of fold',
  cuts.map((cut) => scoreByWords('fever', cut)),
)
printRte(
  'negation or opposites or numbers',
  byRule(rte, (row) =>
    (['negationMismatch', 'opposites', 'numberSwap'] as const).reduce(
      (sum, name) => sum + Math.min(1, feature(name, row)),
      feature('coverage', row),
    ),
  ),
)
printRte(
  'words, out of fold',
  cuts.map((cut) => scoreByWords('rte', cut)),
)
printRte(
  'clauses, out of fold',
  cuts.map((cut) => scoreByClauses(clausesOf, CLAUSE_FEATURES, cut)),
)
printRte(
  'words and clauses, out of fold',
  cuts.map((cut) =>
    scoreByClauses((row) => [...row.values, ...clausesOf(row)], [...PAIR_FEATURES, ...CLAUSE_FEATURES], cut),
  ),
)
const shown = (as: readonly ClauseReading['shown'][]): readonly PairRow[] =>
  rte.filter((row) => as.includes(readings.get(row)!.shown))
for (const [name, as] of [
  ['as shipped, any conflict shown', ['contradiction', 'tension']],
  ['as shipped, contradiction', ['contradiction']],
] as const) {
  const found = shown(as)
  console.log(
    `RTE-3 dev            ${name.padEnd(31)} ${found.filter(isAgainst).length} of ${found.length} are contradictions`,
  )
}
