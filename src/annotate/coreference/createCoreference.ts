import { type Document, getLayer, withLayer } from '../../document/index.js'
import type { Component } from '../component.js'
import { buildEntities } from './buildEntities.js'
import { type CoreferenceModels, loadCoreferenceModels } from './loadModels.js'
import { prepare } from './prepare.js'
import { chooseByRanker, type Chooser } from './choose.js'
import { resolveMentions } from './resolve.js'

/**
 * The component that says which names, descriptions and pronouns of an account mean the same person, body, place or thing.
 *
 * Needs names without entities and gives `mentions` (names, descriptions, pronouns) and `entities`. Models are read from the
 * package at the first document where none are given. Linear in the text.
 */
export function createCoreference(models?: CoreferenceModels): Component {
  let loaded = models
  let choose: Chooser | undefined
  return {
    name: 'coreference',
    requires: ['tokens', 'sentences', 'mentions'],
    provides: ['mentions', 'entities'],
    annotate(document: Document): Document {
      loaded ??= loadCoreferenceModels()
      choose ??= chooseByRanker(loaded.ranker)
      return resolveDocument(document, loaded, choose)
    },
  }
}

/** One document with its coreference layers; `choose` decides on pronouns, so that a trainer can listen in. */
export function resolveDocument(
  document: Document,
  models: Pick<CoreferenceModels, 'lexicon'>,
  choose: Chooser,
): Document {
  const draft = prepare(
    document.text,
    getLayer(document, 'tokens'),
    getLayer(document, 'sentences'),
    getLayer(document, 'mentions'),
    models.lexicon,
  )
  resolveMentions(draft, choose)
  const { mentions, entities } = buildEntities(draft)
  return withLayer(withLayer(document, 'mentions', mentions), 'entities', entities)
}
