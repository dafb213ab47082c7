/**
 * Trains the aligner and writes `models/align`: `npx tsx training/align/run.ts`.
 *
 * Counts words of running news, reads the gold stories with the shipped components, trains both pair scorers, chooses the thresholds
 * and writes the out-of-fold figures into the manifest. Some five minutes; the counts are kept in `.cache/align`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readGoldStories, shared } from '../../bench/quality/alignGold.js'
import { addTallies, bootstrapF1, figures } from '../../bench/quality/alignScore.js'
import { loadVectors } from '../../src/annotate/vectors/index.js'
import { createReader } from '../../src/claim/index.js'
import { readCounts } from '../../src/compare/align/aligner.js'
import { ROW_FEATURES } from '../../src/compare/importance/rowFeatures.js'
import { CONTEXT_FEATURES } from '../../src/compare/align/contextFeatures.js'
import { PAIR_FEATURES } from '../../src/compare/align/pairFeatures.js'
import { describeData, writeModel } from '../shared/writeModel.js'
import { cacheFolder, root } from '../vectors/paths.js'
import { chooseOutOfFold, chooseSettings } from './chooseSettings.js'
import { countWords, NEWS_FILES } from './countWords.js'
import { scoreOutOfFold, trainModels } from './crossValidate.js'
import { preparePairs } from './goldPairs.js'
import { type BriefTally, prepareRows, rankOutOfFold, scoreBrief, trainImportance } from './importance.js'

const FOLDS = 7

function readWords(): string {
  const file = join(cacheFolder('align'), 'words.txt')
  if (!existsSync(file)) writeFileSync(file, countWords())
  return readFileSync(file, 'utf8')
}

function main(): void {
  const words = readWords()
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
  const models = trainModels(stories, FOLDS)
  const settings = chooseSettings(stories, scores)
  const ranked = stories.map((story, s) => prepareRows(story, scores[s]!, chosen[s]!.settings))
  const outOfFold = rankOutOfFold(ranked, FOLDS)
  const briefs = stories.map((story, s) => scoreBrief(story, outOfFold[s]!))
  const sum = (key: keyof BriefTally): number => briefs.reduce((total, brief) => total + brief[key], 0)
  const share = (value: number | null): number => Number(((value ?? 0) / 100).toFixed(3))
  writeModel(
    join(root, 'models', 'align'),
    {
      task: 'align',
      version: '1',
      labels: ['same'],
      features: [...PAIR_FEATURES, ...CONTEXT_FEATURES, ...ROW_FEATURES],
      command: 'npx tsx training/align/run.ts',
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
      ],
      scores: {
        linkPrecision: share(precision),
        linkRecall: share(recall),
        linkF1: share(f1),
        linkF1Low: share(low),
        linkF1High: share(high),
        claimPairPrecision: Number((right / all).toFixed(3)),
        briefTopFactsCovered: share((100 * sum('covered')) / sum('top')),
        briefLinesWorthIt: share((100 * sum('worthy')) / sum('lines')),
        stories: stories.length,
      },
    },
    {
      'words.txt.gz': words,
      'pairs.json.gz': JSON.stringify(models.pairs),
      'contexts.json.gz': JSON.stringify(models.contexts),
      'importance.json.gz': JSON.stringify(trainImportance(ranked)),
      'settings.json': `${JSON.stringify(settings)}\n`,
    },
  )
  console.log(`claims shared by two accounts, out of fold: P ${precision} R ${recall} F1 ${f1} [${low}, ${high}]`)
  console.log(`brief: ${sum('covered')} of ${sum('top')} top facts, ${sum('worthy')} of ${sum('lines')} lines worth it`)
  console.log(`pairs of claims in rows that tell one fact: ${right} of ${all}; settings ${JSON.stringify(settings)}`)
}

main()
