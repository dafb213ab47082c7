/**
 * Builds `models/coreference`: given names by gender, nicknames, and the ranker of antecedents.
 *
 *   npx tsx training/coreference/run.ts [--names FOLDER] [--dry] [--keep CLASSES]
 *
 * FOLDER is the unpacked npm package gender-detection-from-name 1.11.5; without it the lexicon of the present model is kept.
 * With `--keep it,they` so are the weights of these classes of pronouns.
 */
import { f1, renderGap } from '../../bench/quality/coreferenceGap.js'
import { readingPipeline } from '../../bench/quality/coreferencePipeline.js'
import { type LexiconFile, parseLexicon } from '../../src/annotate/coreference/lexicon.js'
import type { RankerFile } from '../../src/annotate/coreference/ranker.js'
import { defaultModelDirectory, readModel } from '../../src/model/index.js'
import { corpusPath, repositoryPath } from '../shared/corpora.js'
import { describeData, writeModel } from '../shared/writeModel.js'
import { buildLexicon } from './buildLexicon.js'
import { countNews } from './countGenders.js'
import { BOOST } from './boostTrees.js'
import { crossValidate, evaluateRanker, otherExamples, readRows, trainRanker } from './trainRanker.js'

const FOLDS = 5

function option(name: string): string | undefined {
  const at = process.argv.indexOf(name)
  return at < 0 ? undefined : process.argv[at + 1]
}

/** The ranker with the weights of some classes as the present model has them. */
function keepClasses(ranker: RankerFile, classes: readonly string[]): RankerFile {
  if (classes.length === 0) return ranker
  const present = JSON.parse(readModel(defaultModelDirectory('coreference')).text('ranker.json.gz')) as RankerFile
  const old = Object.fromEntries(Object.entries(present.weights).filter(([kind]) => classes.includes(kind)))
  return { ...ranker, weights: { ...ranker.weights, ...old } }
}

function main(): void {
  const started = performance.now()
  const folder = option('--names')
  const file: LexiconFile =
    folder === undefined
      ? (JSON.parse(readModel(defaultModelDirectory('coreference')).text('lexicon.json.gz')) as LexiconFile)
      : buildLexicon(countNews(), folder)
  const lexicon = parseLexicon(file)
  const components = readingPipeline()
  const development = readRows('development', components)
  const other = otherExamples(lexicon, components)
  const crossed = crossValidate(development, other, lexicon, FOLDS)
  console.log(`GAP development, ${FOLDS}-fold: ${renderGap(crossed)}`)
  const ranker = trainRanker(development, other, lexicon)
  const kept = keepClasses(ranker, option('--keep')?.split(',') ?? [])
  const held = evaluateRanker(readRows('validation', components), kept, lexicon)
  console.log(`GAP validation: ${renderGap(held)}`)
  if (!process.argv.includes('--dry')) {
    const round = (x: number): number => Math.round(1000 * x) / 1000
    const news = 'repository Apache-2.0, texts the publishers’'
    writeModel(
      repositoryPath('models', 'coreference'),
      {
        task: 'coreference',
        version: '1',
        labels: Object.keys(kept.weights),
        features: [
          'gender, type and number of the entity against the pronoun',
          'distance in sentences, rank by nearness, quotation in or out',
          'grammatical roles of both, clause of one against the clause of the other',
          'form, determiner, number of mentions, prominence, names that follow',
          'what the clauses around the pronoun say of the entity, the last pronoun of its kind, the words between',
          'for "it" and "they": what speaks for meaning nothing named',
        ],
        command: `npx tsx training/coreference/run.ts ${process.argv.slice(2).join(' ')}`.trim(),
        seed: BOOST.seed,
        data: [
          describeData('GAP development', 'Apache-2.0', corpusPath('coref', 'gap-development.tsv.gz')),
          describeData(
            'GUM news and interviews, train',
            'CC BY',
            corpusPath('coref', 'gum-news-interview-train.conll.gz'),
          ),
          describeData('nicknames', 'Apache-2.0', corpusPath('names', 'nicknames.csv')),
          ...[0, 1, 2, 3, 4].map((shard) =>
            describeData(`news-text ${shard} (counts; no text)`, news, corpusPath('news-text', `${shard}.jsonl.gz`)),
          ),
          { name: 'npm gender-detection-from-name 1.11.5', licence: 'MIT', sha256: '' },
        ],
        scores: {
          'GAP development F1, 5-fold': round(f1(crossed.all)),
          'GAP validation F1': round(f1(held.all)),
          'GAP validation F1, masculine': round(f1(held.masculine)),
          'GAP validation F1, feminine': round(f1(held.feminine)),
        },
      },
      { 'lexicon.json.gz': JSON.stringify(file), 'ranker.json.gz': JSON.stringify(kept) },
    )
  }
  console.log(`done in ${((performance.now() - started) / 1000).toFixed(0)} s`)
}

main()
