/**
 * Trains the aligner and writes `models/align`: `npx tsx training/align/run.ts`.
 *
 * Counts words of running news, reads the gold stories with the shipped components, trains both pair scorers, chooses the thresholds,
 * learns importance and the brief from them and from our own marks, and writes the out-of-fold figures into the manifest. Some ten
 * minutes; the counts are kept in `.cache/align`. With `--brief` words, pair scorers, thresholds and their figures stay as they are shipped;
 * pair scorers are then trained for the folds only, so that rows are out of fold.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readGoldStories, shared } from '../../bench/quality/alignGold.js'
import { addTallies, bootstrapF1, figures } from '../../bench/quality/alignScore.js'
import { loadVectors } from '../../src/annotate/vectors/index.js'
import { createReader } from '../../src/claim/index.js'
import { readCounts } from '../../src/compare/align/aligner.js'
import { BRIEF_FEATURES } from '../../src/compare/brief/gain.js'
import { ROW_FEATURES } from '../../src/compare/importance/rowFeatures.js'
import type { BoostedTrees } from '../../src/compare/align/boostedTrees.js'
import { CONTEXT_FEATURES } from '../../src/compare/align/contextFeatures.js'
import { PAIR_FEATURES } from '../../src/compare/align/pairFeatures.js'
import { defaultModelDirectory, type ModelManifest, readModel } from '../../src/model/index.js'
import { describeData, writeModel } from '../shared/writeModel.js'
import { cacheFolder, root } from '../vectors/paths.js'
import { chooseOutOfFold, chooseSettings, type Settings } from './chooseSettings.js'
import { countWords, NEWS_FILES } from './countWords.js'
import { type PairModels, scoreOutOfFold, trainModels } from './crossValidate.js'
import { preparePairs } from './goldPairs.js'
import {
  type BriefTally,
  loadOwnRows,
  prepareRows,
  scoreBrief,
  trainRanking,
  trainRankingOutOfFold,
} from './importance.js'

const FOLDS = 7

function readWords(): string {
  const file = join(cacheFolder('align'), 'words.txt')
  if (!existsSync(file)) writeFileSync(file, countWords())
  return readFileSync(file, 'utf8')
}

interface Shipped {
  readonly words: string
  readonly models: PairModels
  readonly settings: Settings
  readonly scores: ModelManifest['scores']
}

/** Words, pair scorers, thresholds and figures as they are shipped. */
function readShipped(): Shipped {
  const model = readModel(defaultModelDirectory('align'))
  return {
    words: model.text('words.txt.gz'),
    scores: model.manifest.scores,
    models: {
      pairs: JSON.parse(model.text('pairs.json.gz')) as BoostedTrees,
      contexts: JSON.parse(model.text('contexts.json.gz')) as BoostedTrees,
    },
    settings: JSON.parse(model.text('settings.json')) as Settings,
  }
}

function main(): void {
  const shipped = process.argv.includes('--brief') ? readShipped() : null
  const words = shipped?.words ?? readWords()
  const read = createReader()
  const stories = readGoldStories().map((gold) =>
    preparePairs(gold, read, { news: readCounts(words), vectors: loadVectors() }),
  )
  const scores = scoreOutOfFold(stories, FOLDS)
  const chosen = chooseOutOfFold(stories, scores, FOLDS)
  const tallies = chosen.map(({ result }) => result.tally)
  const { precision, recall, f1 } = figures(addTallies(tallies))
  const [low, high] = bootstrapF1(tallies)
  const right = chosen.reduce((sum, { result }) => sum + result.pairsRight, 0)
  const all = chosen.reduce((sum, { result }) => sum + result.pairs, 0)
  const models = shipped?.models ?? trainModels(stories, FOLDS)
  const settings = shipped?.settings ?? chooseSettings(stories, scores)
  const ranked = stories.map((story, s) => prepareRows(story, scores[s]!, chosen[s]!.settings))
  const own = loadOwnRows(read, { ...models, ...settings, news: readCounts(words), vectors: loadVectors() })
  const outOfFold = trainRankingOutOfFold(ranked, own, FOLDS)
  const briefs = ranked.map((story, s) => scoreBrief(story, outOfFold[s]!))
  const { importance, brief } = trainRanking([...ranked, ...own])
  const sum = (key: keyof BriefTally): number => briefs.reduce((total, brief) => total + brief[key], 0)
  const share = (value: number | null): number => Number(((value ?? 0) / 100).toFixed(3))
  writeModel(
    join(root, 'models', 'align'),
    {
      task: 'align',
      version: '1',
      labels: ['same'],
      features: [...PAIR_FEATURES, ...CONTEXT_FEATURES, ...ROW_FEATURES, ...BRIEF_FEATURES],
      command: `npx tsx training/align/run.ts${shipped === null ? '' : ' --brief'}`,
      seed: 12_345,
      data: [
        ...NEWS_FILES.map((path, shard) =>
          describeData(`news-text shard ${shard}`, 'amber: counts of single words', path),
        ),
        ...stories.map(({ gold }) =>
          describeData(
            `gold story ${gold.name}`,
            'amber: weights carry no text',
            join(shared, 'gold', gold.name, 'gold.json'),
          ),
        ),
        describeData(
          `our marks of ${own.length} development stories`,
          'amber: ids and offsets, no text',
          join(root, 'training', 'align', 'facts.tsv'),
        ),
      ],
      scores: {
        linkPrecision: share(precision),
        linkRecall: share(recall),
        linkF1: share(f1),
        linkF1Low: share(low),
        linkF1High: share(high),
        claimPairPrecision: Number((right / all).toFixed(3)),
        ...shipped?.scores,
        briefTopFactsCovered: share((100 * sum('covered')) / sum('top')),
        briefLinesWorthIt: share((100 * sum('worthy')) / sum('lines')),
        stories: stories.length,
      },
    },
    {
      'words.txt.gz': words,
      'pairs.json.gz': JSON.stringify(models.pairs),
      'contexts.json.gz': JSON.stringify(models.contexts),
      'importance.json.gz': JSON.stringify(importance),
      'summary.json.gz': JSON.stringify(brief.summary),
      'worth.json.gz': JSON.stringify(brief.worth),
      'settings.json': `${JSON.stringify(settings)}\n`,
    },
  )
  console.log(`claims shared by two accounts, out of fold: P ${precision} R ${recall} F1 ${f1} [${low}, ${high}]`)
  console.log(`brief: ${sum('covered')} of ${sum('top')} top facts, ${sum('worthy')} of ${sum('lines')} lines worth it`)
  console.log(`pairs of claims in rows that tell one fact: ${right} of ${all}; settings ${JSON.stringify(settings)}`)
}

main()
