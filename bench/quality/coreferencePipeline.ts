import { type Component, createNames, createSyntax, runPipeline } from '../../src/annotate/index.js'
import { createDocument, type Document } from '../../src/document/index.js'

/** The components before coreference. */
export function readingPipeline(): readonly Component[] {
  return [createSyntax(), createNames()]
}

/** An account read up to names. */
export function readNames(id: string, text: string, components: readonly Component[]): Document {
  return runPipeline(components, createDocument({ id, text }))
}
