import { readFileSync } from 'node:fs'
import { SynopticError } from '../../text/index.js'
import { createRanker, type Ranker, type RankerFile } from './ranker.js'
import { type Lexicon, type LexiconFile, parseLexicon } from './lexicon.js'

/** What coreference was taught: given names, and what speaks for an antecedent. */
export interface CoreferenceModels {
  readonly lexicon: Lexicon
  readonly ranker: Ranker
}

const FOLDER = new URL('../../../models/coreference/', import.meta.url)

/**
 * Reads the shipped models.
 *
 * @throws SynopticError `MODEL_MISSING` where a file cannot be read, `MODEL_DAMAGED` where it is no JSON
 */
export function loadCoreferenceModels(): CoreferenceModels {
  return {
    lexicon: loadLexicon(),
    ranker: createRanker(readModel('ranker.json') as RankerFile),
  }
}

/** Reads the shipped lexicon alone; errors as of {@link loadCoreferenceModels}. */
export function loadLexicon(): Lexicon {
  return parseLexicon(readModel('lexicon.json') as LexiconFile)
}

function readModel(name: string): unknown {
  const path = new URL(name, FOLDER)
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    throw new SynopticError('MODEL_MISSING', `model file ${path.pathname} cannot be read: reinstall the package`, {
      cause,
    })
  }
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new SynopticError('MODEL_DAMAGED', `model file ${path.pathname} is not JSON: reinstall the package`, {
      cause,
    })
  }
}
