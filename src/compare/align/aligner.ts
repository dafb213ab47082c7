import { loadVectors } from '../../annotate/vectors/index.js'
import { SynopticError } from '../../text/index.js'
import { defaultModelDirectory, readModel } from '../../model/index.js'
import { BRIEF_FEATURES, type BriefModel } from '../brief/gain.js'
import type { BoostedTrees } from './boostedTrees.js'
import { CONTEXT_FEATURES } from './contextFeatures.js'
import { ROW_FEATURES } from '../importance/rowFeatures.js'
import { PAIR_FEATURES } from './pairFeatures.js'
import type { WordKnowledge } from './profiles.js'
import type { NewsCounts } from './termTable.js'

/** Everything learnt that aligning needs. */
export interface Aligner extends WordKnowledge {
  /** Scores a pair of claims by its own figures. */
  readonly pairs: BoostedTrees
  /** Scores a pair by its own figures and by the pairs around it. */
  readonly contexts: BoostedTrees
  /** Tells a row's importance. */
  readonly importance: BoostedTrees
  /** Chooses the lines of the brief. */
  readonly brief: BriefModel
  /** Mean probability below which two groups of claims stay apart. */
  readonly least: number
  /** How well a claim must fit a second row to stand there too. */
  readonly leastSecond: number
}

interface Settings {
  readonly least: number
  readonly leastSecond: number
}

let shipped: Aligner | null = null

/**
 * The shipped aligner, read on first use and kept.
 *
 * @throws SynopticError `MODEL_MISSING` or `MODEL_DAMAGED`
 */
export function loadAligner(): Aligner {
  shipped ??= readAligner()
  return shipped
}

function readAligner(): Aligner {
  const model = readModel(defaultModelDirectory('align'))
  const readTrees = (name: string, features: readonly string[]): BoostedTrees => {
    const trees = JSON.parse(model.text(name)) as BoostedTrees
    if (trees.features.join() === features.join()) return trees
    throw new SynopticError(
      'MODEL_DAMAGED',
      `${name} of model "align" was trained on other features than this version computes: run ${model.manifest.command}`,
    )
  }
  const { least, leastSecond } = JSON.parse(model.text('settings.json')) as Settings
  let brief: BriefModel | null = null
  return {
    news: readCounts(model.text('words.txt.gz')),
    vectors: loadVectors(),
    pairs: readTrees('pairs.json.gz', PAIR_FEATURES),
    contexts: readTrees('contexts.json.gz', [...PAIR_FEATURES, ...CONTEXT_FEATURES]),
    importance: readTrees('importance.json.gz', ROW_FEATURES),
    // Only a comparison's last step needs it; quotations of a single account do not.
    get brief() {
      brief ??= {
        summary: readTrees('summary.json.gz', BRIEF_FEATURES),
        worth: readTrees('worth.json.gz', BRIEF_FEATURES),
      }
      return brief
    },
    least,
    leastSecond,
  }
}

/**
 * Reads counts as training writes them: the number of articles, then a line for each falling count: `count stem stem …`.
 */
export function readCounts(text: string): NewsCounts {
  const lines = text.split('\n')
  const documents = Number(lines[0])
  const rarities = new Map<string, number>()
  // Stems with fewer occurrences than the last listed count are taken to have half of that.
  let lowest = documents
  for (let i = 1; i < lines.length; i++) {
    const [count, ...stems] = lines[i]!.split(' ')
    if (stems.length === 0) continue
    lowest = Number(count)
    const rarity = Math.log(documents / lowest)
    for (const stem of stems) rarities.set(stem, rarity)
  }
  const unknown = Math.log((2 * documents) / lowest)
  return { documents, rarity: (stem) => rarities.get(stem) ?? unknown }
}
