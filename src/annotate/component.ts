import type { Document, Layer } from '../document/index.js'
import { SynopticError } from '../text/index.js'

/** One step of reading: takes a document and returns a copy with the layers it provides. Never mutates its input. */
export interface Component {
  readonly name: string
  readonly requires: readonly Layer[]
  readonly provides: readonly Layer[]
  annotate(document: Document): Document
}

/**
 * Checks before any text is read that each component's needs are met by an earlier one.
 *
 * @throws SynopticError `PIPELINE_UNMET` naming the component, the layer and the remedy
 */
export function checkPipeline(components: readonly Component[]): void {
  const provided = new Set<Layer>()
  for (const component of components) {
    for (const need of component.requires) {
      if (!provided.has(need)) {
        throw new SynopticError(
          'PIPELINE_UNMET',
          `component "${component.name}" needs the layer "${String(need)}", which no earlier component provides: put one that does before it`,
        )
      }
    }
    for (const layer of component.provides) provided.add(layer)
  }
}

/** Runs the components in order. Check the pipeline once with {@link checkPipeline} before. */
export function runPipeline(components: readonly Component[], document: Document): Document {
  return components.reduce((current, component) => component.annotate(current), document)
}
