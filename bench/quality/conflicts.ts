/**
 * Conflicts over the gold stories, out of fold: `npx tsx bench/quality/conflicts.ts`.
 *
 * Counts as the shared dossier scorer makes them. What was learnt here comes from the other six sevenths of the stories; other
 * stages (alignment, quotations) are as shipped. Candidates come from `.cache/conflict/` where training left them there.
 */

import { FAMILIES } from '../../src/compare/conflict/features.js'
import { loadConflictModel } from '../../src/compare/conflict/loadModel.js'
import type { Conflict } from '../../src/compare/index.js'
import { type ConflictTally, showCandidates, squash, tallyConflicts } from '../../training/conflict/crossValidate.js'
import type { GoldExamples } from '../../training/conflict/goldExamples.js'
import { holdOut } from '../../training/conflict/holdOut.js'
import { loadSources } from '../../training/conflict/loadSources.js'
import { findNaiveConflicts } from '../seeded/naive.js'
import { describeTally } from './describeTally.js'

const { matter } = loadConflictModel()
const { held, marks, calibrations, thresholds } = holdOut(await loadSources(matter))
const never = Object.fromEntries(FAMILIES.map((family) => [family, { real: 2, contradiction: 2 }])) as typeof thresholds

function findNaively(story: GoldExamples): readonly Conflict[] {
  const sources = story.view.accounts.map(({ document }) => ({
    id: document.id,
    title: '',
    outlet: '',
    publishedAt: document.publishedAt,
    text: document.text,
  }))
  return sources.flatMap((a, index) => sources.slice(index + 1).flatMap((b) => findNaiveConflicts(a, b)))
}

function print(name: string, show: (index: number) => readonly Conflict[], byKind: boolean): void {
  const tallies = new Map<string, ConflictTally>()
  let wrong = 0
  held.forEach((one, index) => {
    const shown = show(index)
    tallyConflicts(shown, one.story, tallies)
    const own = new Map<string, ConflictTally>()
    tallyConflicts(shown, one.story, own)
    const { contradictions } = own.get('all') ?? { contradictions: { predicted: 0, right: 0 } }
    wrong += contradictions.predicted - contradictions.right
  })
  console.log(`\n${name}: ${(wrong / held.length).toFixed(2)} wrong contradictions a story`)
  for (const [kind, tally] of [...tallies].sort()) {
    if (byKind || kind === 'all') console.log(describeTally(kind, tally))
  }
}

print(
  'naive: any differing number, name or "not" of alike sentences',
  (index) => findNaively(held[index]!.story),
  false,
)
print('quotations alone', (index) => held[index]!.story.quoteConflicts, false)
print('definite rules alone', (index) => showCandidates(held[index]!, calibrations, never), false)
print(
  'all, out of fold',
  (index) => [...held[index]!.story.quoteConflicts, ...showCandidates(held[index]!, calibrations, thresholds)],
  true,
)

console.log('\nour own marks of other stories, out of fold: what passes the threshold for being shown')
for (const family of FAMILIES) {
  const own = marks.filter(({ example }) => example.family === family)
  const passed = own.filter(({ sums }) => squash(sums.real, calibrations[family].real) >= thresholds[family].real)
  const count = (of: typeof own): string => of.reduce((sum, { example }) => sum + example.weight, 0).toFixed(0)
  const real = (of: typeof own): typeof own => of.filter(({ example }) => example.real === 1)
  console.log(
    `${family.padEnd(14)} threshold ${thresholds[family].real.toFixed(2)}  real ${count(real(passed))} of ${count(passed)} shown, ${count(real(own))} real of ${count(own)}`,
  )
}
