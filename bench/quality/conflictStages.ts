/**
 * Where each annotated contradiction is lost, out of fold: `npx tsx bench/quality/conflictStages.ts [--tensions]`.
 *
 * Stages: no clause holds a side, no pair of clauses holds two sides, no rule raises a difference there, the difference scores
 * under the threshold, it is shown as a tension, it is called a contradiction. Candidates come from `.cache/conflict/`.
 */

import { getFamily } from '../../src/compare/conflict/features.js'
import { loadConflictModel } from '../../src/compare/conflict/loadModel.js'
import { pairClauses } from '../../src/compare/conflict/pairClauses.js'
import type { Clause, StoryView } from '../../src/compare/conflict/storyView.js'
import type { Conflict } from '../../src/compare/index.js'
import { getProbabilities, type HeldOut, showCandidates } from '../../training/conflict/crossValidate.js'
import { type GoldConflict, type GoldSpan, meetsGold, viewGoldStories } from '../../training/conflict/goldExamples.js'
import { holdOut } from '../../training/conflict/holdOut.js'
import { loadSources } from '../../training/conflict/loadSources.js'

const strength = process.argv.includes('--tensions') ? 'tension' : 'contradiction'
const { matter } = loadConflictModel()
const { held, calibrations, thresholds } = holdOut(await loadSources(matter))
const views = new Map((await viewGoldStories()).map(({ story, view }) => [story, view]))
const counts = new Map<string, number>()
for (const one of held) {
  for (const gold of one.story.conflicts) {
    if (gold.strength !== strength) continue
    const [stage, detail] = findStage(gold, one, views.get(one.story.story)!)
    counts.set(stage, (counts.get(stage) ?? 0) + 1)
    console.log(`${one.story.story.padEnd(22)} ${gold.id.padEnd(4)} ${gold.kind.padEnd(14)} ${stage}${detail}`)
  }
}
for (const [stage, count] of [...counts].sort()) console.log(`${stage.padEnd(36)} ${count}`)

function findStage(gold: GoldConflict, one: HeldOut, view: StoryView): readonly [stage: string, detail: string] {
  const shown = [...one.story.quoteConflicts, ...showCandidates(one, calibrations, thresholds)].filter((conflict) =>
    meetsGold(gold, getSides(conflict)),
  )
  const named = shown.find((conflict) => conflict.strength === 'contradiction') ?? shown[0]
  if (named !== undefined) return [`shown as ${named.strength}`, `  ${named.rule.id}`]
  const raised = one.story.inputs.flatMap((input, index) => {
    const { a, b } = input.candidate
    const sides = [a, b].map((side) => [toGold(side.account, side.evidence, one.story.view)])
    if (!meetsGold(gold, sides)) return []
    const { real, contradiction } = getProbabilities(one, index, calibrations)
    return [{ rule: input.candidate.rule, family: getFamily(input.candidate), real, contradiction }]
  })
  const best = raised.sort((x, y) => y.real - x.real)
  if (best.length > 0) {
    const list = best.map(
      ({ rule, family, real }) => `${rule} ${real.toFixed(2)} of ${thresholds[family].real.toFixed(2)}`,
    )
    return ['under the threshold', `  ${list.slice(0, 3).join(', ')}`]
  }
  const holds = (clause: Clause, side: GoldConflict['sides'][number]): boolean =>
    meetsGold({ ...gold, sides: [side, side] }, [
      [toGold(clause.account, clause, view)],
      [toGold(clause.account, clause, view)],
    ])
  const clauses = gold.sides.map((side) => new Set(view.clauses.filter((clause) => holds(clause, side))))
  if (clauses.filter((set) => set.size > 0).length < 2) return ['no clause holds a side', '']
  const paired = pairClauses(view).some(
    ({ a, b }) =>
      clauses.some((left, i) => left.has(a) && clauses.some((right, j) => i !== j && right.has(b))) ||
      clauses.some((left, i) => left.has(b) && clauses.some((right, j) => i !== j && right.has(a))),
  )
  return [paired ? 'no rule raises it' : 'sides are not paired', '']
}

function toGold(account: number, span: { readonly start: number; readonly end: number }, view: StoryView): GoldSpan {
  return { document: view.accounts[account]!.document.id, start: span.start, end: span.end }
}

function getSides(conflict: Conflict): readonly (readonly GoldSpan[])[] {
  return conflict.sides.map((side) =>
    side.evidence.map(({ documentId, span }) => ({ document: documentId, start: span.start, end: span.end })),
  )
}
