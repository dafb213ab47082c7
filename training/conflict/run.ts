/**
 * Trains what decides which differences are shown: `npx tsx training/conflict/run.ts [--fresh] [--seeds N]`.
 *
 * gold stories → candidates with labels → trees by cross-validation over whole stories → thresholds → models/conflict/decision.json.
 * Needs models/conflict/relations.json (buildWordRelations.ts) and writes the manifest at the end.
 */
import {
  type ConflictTally,
  crossValidate,
  type HeldOut,
  showConflicts,
  tallyConflicts,
  type Thresholds,
  trainDecision,
} from './crossValidate.js'
import { cached } from './cacheFile.js'
import { loadGoldExamples } from './goldExamples.js'
import { loadSeededExamples } from './seededExamples.js'
import { writeConflictModel } from './writeConflictModel.js'

const FOLDS = 7
// What must hold out of fold: three of four shown are real, seven of ten called contradictions are.
const REAL_PRECISION = 0.75
const CONTRADICTION_PRECISION = 0.7

const at = process.argv.indexOf('--seeds')
const started = Date.now()
const log = (text: string): void => console.log(`${((Date.now() - started) / 1000).toFixed(0).padStart(5)} s  ${text}`)

const fresh = process.argv.includes('--fresh')
const stories = await cached('gold', fresh, loadGoldExamples)
const inputs = stories.flatMap((story) => story.inputs)
log(
  `${inputs.length} candidates in ${stories.length} stories: ${inputs.filter((input) => input.real).length} real, ${inputs.filter((input) => input.contradiction).length} contradictions`,
)
const seeded = await cached('seeds', fresh, () => loadSeededExamples(at < 0 ? 20 : Number(process.argv[at + 1])))
log(`${seeded.length} seeded candidates, ${seeded.filter((example) => example.label === 1).length} positive`)
const { held, calibrations } = crossValidate(stories, seeded, FOLDS)
log('cross-validated')
const thresholds = chooseThresholds(held)
log(`thresholds: real ${thresholds.real}, contradiction ${thresholds.contradiction}`)
const scores = printTallies(held, thresholds)
const trained = trainDecision(stories, seeded)
const decision = {
  real: { ...trained.real, calibration: calibrations.real },
  contradiction: { ...trained.contradiction, calibration: calibrations.contradiction },
}
writeConflictModel({ 'decision.json': `${JSON.stringify({ ...decision, thresholds })}\n` }, scores)
log('written')

/** The lowest thresholds at which the out-of-fold precision still holds; the strictest where it never does. */
function chooseThresholds(all: readonly HeldOut[]): Thresholds {
  const grid = Array.from({ length: 22 }, (_, index) => Number((0.08 + index * 0.04).toFixed(2)))
  const measure = (thresholds: Thresholds): ConflictTally => {
    const tallies = new Map<string, ConflictTally>()
    for (const one of all) tallyConflicts(showConflicts(one, thresholds), one.story, tallies)
    return tallies.get('all')!
  }
  const contradiction =
    grid.find((value) => {
      const { contradictions } = measure({ real: 0.6, contradiction: value })
      return contradictions.right >= CONTRADICTION_PRECISION * contradictions.predicted
    }) ?? 0.93
  const real =
    grid.find((value) => {
      const { shown } = measure({ real: value, contradiction })
      return shown.real >= REAL_PRECISION * shown.predicted
    }) ?? 0.93
  return { real, contradiction }
}

function printTallies(all: readonly HeldOut[], thresholds: Thresholds): Readonly<Record<string, number>> {
  const tallies = new Map<string, ConflictTally>()
  for (const one of all) tallyConflicts(showConflicts(one, thresholds), one.story, tallies)
  for (const [kind, tally] of [...tallies].sort((x, y) => (x[0] < y[0] ? -1 : 1))) {
    const { contradictions: c, tensions: t, shown: s } = tally
    log(
      `${kind.padEnd(14)} contradictions found ${c.found}/${c.gold}, called so ${c.right}/${c.predicted}; tensions found ${t.found}/${t.gold}; shown and real ${s.real}/${s.predicted}`,
    )
  }
  const { contradictions: c, tensions: t, shown: s } = tallies.get('all')!
  return {
    contradictionRecall: c.found / c.gold,
    contradictionPrecision: c.right / Math.max(1, c.predicted),
    shownPrecision: s.real / Math.max(1, s.predicted),
    tensionRecall: t.found / t.gold,
  }
}
