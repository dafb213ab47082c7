import { defaultModelDirectory, type Model, readModel } from '../../model/index.js'
import { SynopticError } from '../../text/index.js'
import { FAMILIES, type Family, FEATURES } from './features.js'
import { MATTER_FEATURES } from './matter.js'
import type { TreeModel } from './trees.js'
import type { WordRelations } from './wordRelations.js'

/** What decides on candidates that are decided alike. */
export interface FamilyDecision {
  /** Probability that a careful reader would want to see the two sides side by side. */
  readonly real: TreeModel
  /** Probability that both cannot hold as told. */
  readonly contradiction: TreeModel
  /** From which probability on a candidate is shown, and called a contradiction. */
  readonly thresholds: { readonly real: number; readonly contradiction: number }
}

/** What decides which candidates are shown, and as what. */
export interface ConflictModel {
  readonly relations: WordRelations
  /** Log-odds that two values are of one matter, whatever they come to. */
  readonly matter: TreeModel
  /** What decides on the candidates of each family. */
  readonly families: Readonly<Record<Family, FamilyDecision>>
}

let loaded: ConflictModel | null = null

/**
 * The shipped conflict model, read on first use and kept.
 *
 * @throws SynopticError `MODEL_MISSING` when a file is not there, `MODEL_DAMAGED` when hash, format or features do not fit
 */
export function loadConflictModel(): ConflictModel {
  loaded ??= readConflictModel(readModel(defaultModelDirectory('conflict')))
  return loaded
}

/**
 * The conflict model from its folder.
 *
 * @throws SynopticError `MODEL_DAMAGED` when a file is missing or made for other features than this version computes
 */
export function readConflictModel(model: Pick<Model, 'text'>): ConflictModel {
  const families = JSON.parse(model.text('decision.json')) as ConflictModel['families']
  const matter = JSON.parse(model.text('matter.json')) as TreeModel
  for (const family of FAMILIES) {
    checkFeatures(families[family].real, FEATURES)
    checkFeatures(families[family].contradiction, FEATURES)
  }
  checkFeatures(matter, MATTER_FEATURES)
  return {
    relations: readWordRelations(JSON.parse(model.text('relations.json')) as PackedRelations),
    matter,
    families,
  }
}

/** Hashed word pairs as base64 of little-endian 32-bit numbers. */
export interface PackedRelations {
  readonly antonyms: string
  readonly synonyms: string
}

/** Unpacks the hashed word pairs. */
export function readWordRelations(packed: PackedRelations): WordRelations {
  const unpack = (text: string): Uint32Array => {
    const bytes = Buffer.from(text, 'base64')
    return Uint32Array.from({ length: bytes.length >> 2 }, (_, index) => bytes.readUInt32LE(index * 4))
  }
  return { antonyms: unpack(packed.antonyms), synonyms: unpack(packed.synonyms) }
}

function checkFeatures(trees: TreeModel, expected: readonly string[]): void {
  if (trees.features.length === expected.length && trees.features.every((name, index) => name === expected[index]))
    return
  throw new SynopticError(
    'MODEL_DAMAGED',
    `model "conflict" reads ${trees.features.length} features, this version gives ${expected.length} others: run npx tsx training/conflict/run.ts or reinstall the package`,
  )
}
