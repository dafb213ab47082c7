import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { defaultModelDirectory, readModel } from '../../model/index.js'
import { type LemmaRules, readLemmaRules } from './lemmatize.js'
import { createParser, type Parser } from './parser.js'
import { createTagger, type Tagger } from './tagger.js'
import { readWordClasses, type WordClasses } from './wordClasses.js'
import { createWordTable, type WordInfo } from './wordTable.js'

const NO_PARSER: Parser = {
  relations: ['dep'],
  parse: (_words, _tags, from, to, heads, relations) => {
    for (let index = from; index < to; index += 1) {
      heads[index] = index === from ? -1 : from
      relations[index] = 0
    }
  },
}

/** Everything learnt that syntax needs. */
export interface SyntaxModels {
  readonly classes: WordClasses
  readonly lookup: (word: string) => WordInfo
  readonly tagger: Tagger
  readonly parser: Parser
  readonly lemmas: LemmaRules
}

/**
 * Reads the models of parts of speech, lemmas and dependencies; some 200 ms, 30 MB of memory.
 *
 * @throws SynopticError `MODEL_MISSING` or `MODEL_DAMAGED`
 */
export function readSyntaxModels(
  posDirectory = defaultModelDirectory('pos'),
  parseDirectory = defaultModelDirectory('parse'),
): SyntaxModels {
  const pos = readModel(posDirectory)
  const classes = readWordClasses(pos.text('words.tsv.gz'))
  const lookup = createWordTable(classes)
  const tagger = createTagger(pos, lookup(''))
  return {
    classes,
    lookup,
    tagger,
    parser: existsSync(join(parseDirectory, 'model.json'))
      ? createParser(readModel(parseDirectory), tagger.pos)
      : NO_PARSER,
    lemmas: readLemmaRules(pos.text('lemmas.tsv.gz')),
  }
}

let shipped: SyntaxModels | null = null

/** The shipped models, read on first use and kept. */
export function loadSyntaxModels(): SyntaxModels {
  shipped ??= readSyntaxModels()
  return shipped
}
