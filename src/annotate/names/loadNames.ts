import { defaultModelDirectory, LinearModel, type Model, readModel } from '../../model/index.js'
import { type NameModel, readTransitions, TRANSITIONS } from './findNames.js'
import { unpackGazetteer } from './gazetteer.js'
import { unpackLexicon } from './lexicon.js'
import { Marginals } from './marginals.js'
import { LabelScorer } from './scoreLabels.js'

let loaded: NameModel | null = null

/**
 * The shipped model, read on first use and kept.
 *
 * @throws SynopticError `MODEL_MISSING` or `MODEL_DAMAGED` when the files are not what was built
 */
export function loadNames(): NameModel {
  loaded ??= createNameModel(readModel(defaultModelDirectory('names')), readModel(defaultModelDirectory('gazetteer')))
  return loaded
}

/** A model from its two folders' sections. */
export function createNameModel(model: Model, places: Model): NameModel {
  const weights = new LinearModel(model.manifest.labels, model.section('weights.bin.gz'))
  const second = readTransitions(weights, TRANSITIONS[1])
  const scale = model.manifest.scores.scale
  return {
    scorer: new LabelScorer(weights, unpackLexicon(model.section('lexicon.bin.gz'))),
    gazetteer: unpackGazetteer(places.section('phrases.bin.gz')),
    weights,
    transitions: [readTransitions(weights, TRANSITIONS[0]), second],
    marginals: new Marginals(second, typeof scale === 'number' ? scale : 1),
  }
}
