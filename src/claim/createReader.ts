import {
  type Component,
  checkPipeline,
  createCoreference,
  createFrames,
  createNames,
  createQuantities,
  createSyntax,
  createTimes,
  runPipeline,
} from '../annotate/index.js'
import { createAttributor } from '../attribute/index.js'
import type { Document, Layer } from '../document/index.js'
import { createClaimFinder } from './findClaims.js'
import { createPositionFinder } from './positions/findPositions.js'

/** The components that read one account, in order: from tokens to claims. Models are loaded when the first text is read. */
export function createComponents(): readonly Component[] {
  return [
    createSyntax(),
    createNames(),
    createTimes(),
    createQuantities(),
    createCoreference(),
    createFrames(),
    createAttributor(),
    createClaimFinder(),
    createPositionFinder(),
  ]
}

/** Layers that only claims are made from; dropping them keeps a story of thousands of accounts in memory. */
const WORKING_LAYERS: readonly Layer[] = ['tokens', 'frames']

/**
 * A function that reads an account: all layers from tokens to claims, without the working layers unless `keepTokens` is set.
 *
 * @throws SynopticError `PIPELINE_UNMET` when the components do not fit together
 */
export function createReader(
  options: { readonly components?: readonly Component[]; readonly keepTokens?: boolean } = {},
): (document: Document) => Document {
  const components = options.components ?? createComponents()
  checkPipeline(components)
  return (document) => {
    const read = runPipeline(components, document)
    return options.keepTokens === true ? read : dropLayers(read, WORKING_LAYERS)
  }
}

function dropLayers(document: Document, layers: readonly Layer[]): Document {
  const kept = { ...document.layers }
  for (const layer of layers) delete kept[layer]
  return { ...document, layers: kept }
}
