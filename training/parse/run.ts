/**
 * Builds `models/parse`, the dependency parser; needs `models/pos`. `npx tsx training/parse/run.ts`, some 15 minutes on
 * one core. The folder is written after every seed, so that a run that is stopped leaves a model.
 */
import { createTransitions } from '../../src/annotate/syntax/transitions.js'
import { ParserInput } from '../../src/annotate/syntax/parserFeatures.js'
import { createTagger } from '../../src/annotate/syntax/tagger.js'
import { readSyntaxModels } from '../../src/annotate/syntax/index.js'
import { readWordClasses } from '../../src/annotate/syntax/wordClasses.js'
import { createWordTable } from '../../src/annotate/syntax/wordTable.js'
import { defaultModelDirectory, readModel } from '../../src/model/index.js'
import { repositoryPath } from '../shared/corpora.js'
import { mixRows } from '../shared/mixRows.js'
import { packRows } from '../shared/packRows.js'
import type { TrainedRows } from '../shared/perceptron.js'
import { describeTreebanks, readTreebank } from '../shared/treebanks.js'
import { writeModel } from '../shared/writeModel.js'
import { toGoldTree } from './dynamicOracle.js'
import { jackknifeTags } from './jackknifeTags.js'
import { listTransitions } from './listTransitions.js'
import { projectivize } from './projectivize.js'
import { scoreParse } from './scoreParse.js'
import { trainParser } from './trainParser.js'

// Trainings that differ in the order of the sentences and in what is hidden err in different places; their mean errs less.
const SEEDS = [1, 2, 3]
const EPOCHS = 9
// 100: longer sentences of the treebanks are lists
const LONGEST = 100
const directory = repositoryPath('models', 'parse')
const posDirectory = defaultModelDirectory('pos')

const pos = readModel(posDirectory)
const lookup = createWordTable(readWordClasses(pos.text('words.tsv.gz')))
const tagger = createTagger(pos, lookup(''))
const sentences = [...readTreebank('ewt-train'), ...readTreebank('gum-news-interview-train')]
const tags = jackknifeTags(sentences, pos.manifest.labels, lookup)
const heads = sentences.map((sentence) => projectivize(sentence.heads))
const names = listTransitions(sentences, heads)
const system = createTransitions(names)
const examples = sentences
  .map((sentence, index) => {
    const input = new ParserInput(tagger.pos)
    input.fill(sentence.words.map(lookup), tags[index]!, 0, sentence.words.length)
    return { input, gold: toGoldTree(heads[index]!, sentence.relations, system) }
  })
  .filter(({ input }) => input.length > 1 && input.length <= LONGEST)
const development = [readTreebank('ewt-dev'), readTreebank('gum-news-interview-dev')] as const

const trainings: TrainedRows[] = []
for (const seed of SEEDS) {
  trainings.push(
    trainParser(examples, system, {
      seed,
      epochs: EPOCHS,
      explore: 0.9,
      dropout: 0.1,
      leastChanges: 6,
      onEpoch: (epoch, right) =>
        console.log(`seed ${seed}, epoch ${epoch}: ${(right * 100).toFixed(2)} % right while training`),
    }),
  )
  build(mixRows(trainings))
}

function build(rows: TrainedRows): void {
  // Steps of a quarter, rows without a weight of 1.5 left out, and cells below 0.5: on the development parts no worse, half the size
  const sections = { 'weights.bin.gz': packRows(rows, { scale: 4, least: 6, leastCell: 2 }) }
  const manifest = {
    task: 'parse',
    version: '1',
    labels: names,
    features: [
      'top of the stack and next four words: word, tag, classes, and pairs of these',
      'heads and children of both, their relations, numbers and sets',
      'distance, and verbs, marks and conjunctions between',
    ],
    command: 'npx tsx training/parse/run.ts',
    seed: SEEDS[0]!,
    data: describeTreebanks(['ewt-train', 'gum-news-interview-train', 'ewt-dev', 'gum-news-interview-dev']),
    scores: {},
  }
  writeModel(directory, manifest, sections)
  const models = readSyntaxModels(posDirectory, directory)
  const [ewt, gum] = development.map((part) => scoreParse(models, part)) as [
    ReturnType<typeof scoreParse>,
    ReturnType<typeof scoreParse>,
  ]
  const scores = {
    'EWT dev tokens': ewt.tokens,
    'EWT dev UAS': ewt.uas,
    'EWT dev LAS': ewt.las,
    'EWT dev LAS by relation': ewt.byRelation,
    'GUM dev tokens': gum.tokens,
    'GUM dev UAS': gum.uas,
    'GUM dev LAS': gum.las,
  }
  const { files } = writeModel(directory, { ...manifest, scores }, sections)
  console.log(`${rows.length} rows, ${files[0]!.bytes} bytes; EWT ${ewt.uas} ${ewt.las}; GUM ${gum.uas} ${gum.las}`)
}
