import { loadVectors } from '../../annotate/vectors/index.js'
import { defaultModelDirectory, readModel } from '../../model/index.js'
import { KEEP_TAGS } from '../assemble/keepFeatures.js'
import { CUE_TAGS } from '../cue/findCues.js'
import { ROLE_TAGS } from '../role/roleFeatures.js'
import type { AttributionModels } from './attributionModels.js'
import type { Crf } from './crf.js'
import type { LogisticWeights } from './logistic.js'
import { createWordClasses } from './wordClasses.js'

/** The part of the model that is text: `settings.json` of the model's folder. */
export interface AttributionSettings {
  readonly cue: { readonly scale: number; readonly transitions: readonly number[] }
  readonly role: { readonly scale: number; readonly transitions: readonly number[] }
  readonly keep: { readonly scale: number; readonly transitions: readonly number[] }
  readonly quotation: LogisticWeights
  readonly keepThreshold: number
  readonly quotationThreshold: number
}

let loaded: AttributionModels | null = null

/**
 * The shipped models, read on first use and kept.
 *
 * @throws SynopticError `MODEL_MISSING` or `MODEL_DAMAGED`
 */
export function loadAttributionModels(): AttributionModels {
  loaded ??= readAttributionModels(defaultModelDirectory('attribute'))
  return loaded
}

/** The models in a folder. */
export function readAttributionModels(directory: string): AttributionModels {
  const model = readModel(directory)
  const settings = JSON.parse(model.text('settings.json')) as AttributionSettings
  const centres = model.section('centres.bin.gz')
  return {
    cue: unpackCrf(model.section('cue.bin.gz'), CUE_TAGS, settings.cue),
    role: unpackCrf(model.section('role.bin.gz'), ROLE_TAGS, settings.role),
    keep: unpackCrf(model.section('keep.bin.gz'), KEEP_TAGS, settings.keep),
    quotation: settings.quotation,
    keepThreshold: settings.keepThreshold,
    quotationThreshold: settings.quotationThreshold,
    classes: createWordClasses(loadVectors(), new Int8Array(centres.buffer, centres.byteOffset, centres.length)),
  }
}

function unpackCrf(bytes: Uint8Array, tags: number, settings: AttributionSettings['cue']): Crf {
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length)
  return {
    tags,
    mask: weights.length / tags - 1,
    weights,
    scale: settings.scale,
    transitions: Float32Array.from(settings.transitions),
  }
}
