/**
 * Trains what decides which differences are shown: `npx tsx training/conflict/run.ts [--fresh] [--seeds N] [--stories N]`.
 *
 * dev stories → equal and differing values → matter.json; gold stories and seeds → candidates with labels → trees for each
 * family by cross-validation over whole stories → thresholds → decision.json. Candidates are kept under `.cache/conflict/`
 * until `--fresh`. Needs models/conflict/relations.json (buildWordRelations.ts).
 */
import { FAMILIES, type Family } from '../../src/compare/conflict/features.js'
import { MATTER_FEATURES } from '../../src/compare/conflict/matter.js'
import { scoreTrees, type TreeModel } from '../../src/compare/conflict/trees.js'
import { DEFAULTS, getFold, trainBoosted } from './boost.js'
import { cached } from './cacheFile.js'
import { type ConflictTally, showCandidates, tallyConflicts, trainModels } from './crossValidate.js'
import { holdOut } from './holdOut.js'
import { loadMatterExamples } from './matterExamples.js'
import { loadSources, SEEDS_PER_TYPE } from './loadSources.js'
import { writeConflictModel } from './writeConflictModel.js'

const option = (name: string, fallback: number): number => {
  const at = process.argv.indexOf(name)
  return at < 0 ? fallback : Number(process.argv[at + 1])
}
const fresh = process.argv.includes('--fresh')
const started = Date.now()
const log = (text: string): void => console.log(`${((Date.now() - started) / 1000).toFixed(0).padStart(5)} s  ${text}`)
const share = (part: number, whole: number): number => (whole === 0 ? 0 : Number((part / whole).toFixed(4)))

const examples = await cached('matter', fresh, () => loadMatterExamples(option('--stories', 120)))
const matter = trainMatter()
const sources = await loadSources(matter, { fresh, seedsPerType: option('--seeds', SEEDS_PER_TYPE) })
const { stories, seeded, marked } = sources
const inputs = stories.flatMap((story) => story.inputs)
log(
  `${inputs.length} candidates in ${stories.length} stories: ${inputs.filter((one) => one.real).length} real, ${inputs.filter((one) => one.contradiction).length} contradictions`,
)
log(`${seeded.length} seeded candidates, ${seeded.filter((example) => example.label === 1).length} positive`)
log(`${marked.length} marked candidates, ${marked.filter((example) => example.real === 1).length} real`)
const { held, calibrations, thresholds } = holdOut(sources)
const scores = report()
const models = trainModels(sources)
const decision = Object.fromEntries(
  FAMILIES.map((family) => [family, { ...calibrated(family), thresholds: thresholds[family] }]),
)
writeConflictModel(
  { 'decision.json': `${JSON.stringify(decision)}\n`, 'matter.json': `${JSON.stringify(matter)}\n` },
  scores,
)
log('written')

function calibrated(family: Family): Readonly<Record<string, TreeModel>> {
  return {
    real: { ...models[family].real, calibration: calibrations[family].real },
    contradiction: { ...models[family].contradiction, calibration: calibrations[family].contradiction },
  }
}

/** Trains the matter model and says how well it does on a fifth of the stories that it has not seen. */
function trainMatter(): TreeModel {
  const options = { ...DEFAULTS, rounds: 120, depth: 4, rate: 0.1, leaf: 3, columns: 0.5 }
  const out = examples.filter((example) => getFold(example.group, 5) === 0)
  const model = trainBoosted(
    examples.filter((example) => getFold(example.group, 5) !== 0),
    MATTER_FEATURES,
    options,
  )
  const ranked = [...out].sort((x, y) => scoreTrees(model, y.values) - scoreTrees(model, x.values))
  const positive = ranked.filter((example) => example.label === 1).length
  let right = 0
  ranked.forEach((example, index) => {
    right += example.label
    if ([0.25, 0.5, 0.75].some((recall) => example.label === 1 && right === Math.ceil(recall * positive))) {
      log(`matter: of one matter ${right}/${index + 1} at recall ${(right / positive).toFixed(2)}, of ${out.length}`)
    }
  })
  return trainBoosted(examples, MATTER_FEATURES, options)
}

/** Prints what would be shown, out of fold, by kind; quotation conflicts included. */
function report(): Readonly<Record<string, number>> {
  const tallies = new Map<string, ConflictTally>()
  for (const one of held) {
    const shown = [...one.story.quoteConflicts, ...showCandidates(one, calibrations, thresholds)]
    tallyConflicts(shown, one.story, tallies)
  }
  for (const family of FAMILIES) log(`${family}: thresholds ${JSON.stringify(thresholds[family])}`)
  for (const [kind, { contradictions: c, tensions: t, shown: s }] of [...tallies].sort()) {
    log(
      `${kind.padEnd(14)} contradictions found ${c.found}/${c.gold}, called so ${c.right}/${c.predicted}; tensions found ${t.found}/${t.gold}; shown and real ${s.real}/${s.predicted}`,
    )
  }
  const { contradictions: c, tensions: t, shown: s } = tallies.get('all')!
  return {
    contradictionRecall: share(c.found, c.gold),
    contradictionPrecision: share(c.right, c.predicted),
    shownPrecision: share(s.real, s.predicted),
    tensionRecall: share(t.found, t.gold),
  }
}
