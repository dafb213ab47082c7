import { defaultModelDirectory, type Model, readModel } from '../../model/index.js'
import { type Lexicon, type LexiconFile, parseLexicon } from './lexicon.js'
import { createRanker, type Ranker, type RankerFile } from './ranker.js'

/** What coreference was taught: given names, and what speaks for an antecedent. */
export interface CoreferenceModels {
  readonly lexicon: Lexicon
  readonly ranker: Ranker
}

/**
 * Reads the models; those of the package where no folder is given.
 *
 * @throws SynopticError `MODEL_MISSING` where a file cannot be read, `MODEL_DAMAGED` where it is not what the manifest says
 */
export function loadCoreferenceModels(directory: string = defaultModelDirectory('coreference')): CoreferenceModels {
  const model = readModel(directory)
  return {
    lexicon: directory === defaultModelDirectory('coreference') ? shareLexicon(model) : readLexicon(model),
    ranker: createRanker(JSON.parse(model.text('ranker.json.gz')) as RankerFile),
  }
}

let shipped: Lexicon | null = null

/** The shipped lexicon alone, read on first use and kept; errors as of {@link loadCoreferenceModels}. */
export function loadLexicon(): Lexicon {
  return shipped ?? shareLexicon(readModel(defaultModelDirectory('coreference')))
}

function shareLexicon(model: Model): Lexicon {
  shipped ??= readLexicon(model)
  return shipped
}

function readLexicon(model: Model): Lexicon {
  return parseLexicon(JSON.parse(model.text('lexicon.json.gz')) as LexiconFile)
}
