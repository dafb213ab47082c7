import { defaultModelDirectory, readModel } from '../../model/index.js'
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
    lexicon: parseLexicon(JSON.parse(model.text('lexicon.json.gz')) as LexiconFile),
    ranker: createRanker(JSON.parse(model.text('ranker.json.gz')) as RankerFile),
  }
}

/** Reads the shipped lexicon alone; errors as of {@link loadCoreferenceModels}. */
export function loadLexicon(): Lexicon {
  const model = readModel(defaultModelDirectory('coreference'))
  return parseLexicon(JSON.parse(model.text('lexicon.json.gz')) as LexiconFile)
}
