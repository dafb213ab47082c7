import type { Component } from '../annotate/index.js'
import { getLayer, withLayer } from '../document/index.js'
import { findChildren } from './cue/cueFeatures.js'
import { findDocumentAttributions } from './findDocumentAttributions.js'
import type { AttributionModels } from './model/attributionModels.js'
import { loadAttributionModels } from './model/loadModels.js'
import { createReading } from './reading/reading.js'

/** The component that provides `attributions`. Without models the shipped ones are loaded when the first text is read. */
export function createAttributor(models?: AttributionModels): Component {
  return {
    name: 'attribute',
    requires: ['tokens', 'sentences', 'mentions', 'entities', 'times'],
    provides: ['attributions'],
    annotate: (document) => {
      const used = models ?? loadAttributionModels()
      const mentions = getLayer(document, 'mentions')
      const tokens = getLayer(document, 'tokens')
      const reading = createReading(document.text, tokens, getLayer(document, 'sentences'), mentions, used.classes)
      const account = {
        reading,
        children: findChildren(reading),
        mentions,
        entities: getLayer(document, 'entities'),
        times: getLayer(document, 'times'),
      }
      return withLayer(document, 'attributions', findDocumentAttributions(account, used))
    },
  }
}
