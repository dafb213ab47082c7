import { defaultModelDirectory, LinearModel, type Model, readModel, unpackRows } from '../../model/index.js'
import { type NameModel, readTransitions } from './findNames.js'
import { unpackLexicon } from './lexicon.js'

let loaded: NameModel | null = null

/**
 * The shipped model, read on first use and kept.
 *
 * @throws SynopticError `MODEL_MISSING` or `MODEL_DAMAGED` when the files are not what was built
 */
export function loadNames(): NameModel {
  loaded ??= createNameModel(readModel(defaultModelDirectory('names')))
  return loaded
}

/** A model from its folder's sections. */
export function createNameModel(model: Model): NameModel {
  const weights = new LinearModel(model.manifest.labels, unpackRows(model.section('weights.bin.gz')))
  const scale = model.manifest.scores.scale
  return {
    lexicon: unpackLexicon(model.section('lexicon.bin.gz')),
    weights,
    transitions: readTransitions(weights),
    scale: typeof scale === 'number' ? scale : 1,
  }
}
