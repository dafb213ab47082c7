import { join } from 'node:path'
import { CLASSES, LABEL_COUNT } from '../../src/annotate/names/labels.js'
import { TRANSITION } from '../../src/annotate/names/findNames.js'
import { unpackLexicon } from '../../src/annotate/names/lexicon.js'
import { buildRows } from '../../src/annotate/names/rows.js'
import { mix } from '../../src/annotate/names/wordColumns.js'
import { packRows } from '../shared/packRows.js'
import type { TrainedRow } from '../shared/perceptron.js'
import { describeData, writeModel } from '../shared/writeModel.js'
import { corpora, root } from '../vectors/paths.js'
import { buildLexicon } from './buildLexicon.js'
import { type CrfWeights, trainCrf } from './crf.js'
import { type FeatureIndex, hashTexts, indexFeatures, numberFeatures } from './encode.js'
import { readTrainingTexts } from './texts.js'

// Chosen on dev; see docs/names.md.
const VOCABULARY = 341_479
const MINIMUM_COUNT = 3
const EPOCHS = Number(process.env.SYNOPTIC_EPOCHS ?? 7)
const SEED = 7
/** A weight of 1 becomes this many steps. */
const SCALE = 16
/** Rows whose largest weight is below this many steps are left out. */
const LEAST = 3

function main(): void {
  const lexiconBytes = buildLexicon(VOCABULARY)
  const lexicon = unpackLexicon(lexiconBytes)
  const texts = readTrainingTexts()
  const hashed = hashTexts(texts.map((text) => ({ rows: buildRows(text, lexicon), sequences: text.sentences })))
  const index = indexFeatures(hashed.hashes, MINIMUM_COUNT)
  console.log(`${texts.length} texts, ${hashed.starts.length - 1} tokens, ${index.size} features`)
  const labels = Uint8Array.from(texts.flatMap((text) => [...text.labels]))
  const model = trainCrf(
    { ...numberFeatures(hashed, index), labels, sequences: hashed.sequences, featureCount: index.size },
    { epochs: EPOCHS, rate: 0.05, dropout: 0.4, decay: 0, seed: SEED, log: (epoch, loss) => console.log(epoch, loss) },
  )
  const manifest = writeModel(
    join(root, 'models', 'names'),
    {
      task: 'names',
      version: '1',
      labels: ['O', ...CLASSES.flatMap((name) => ['B', 'I', 'E', 'S'].map((part) => `${part}-${name}`))],
      features: ['words', 'shapes', 'affixes', 'word clusters', 'word classes', 'kinds of words', 'capitalised runs'],
      command: 'npx tsx training/names/run.ts',
      seed: SEED,
      data: [describeData('ner/train', 'see card.md', join(corpora, 'ner', 'train.jsonl.gz'))],
      scores: { scale: SCALE },
    },
    {
      'weights.bin.gz': packRows(collectRows(model, index), { scale: SCALE, least: LEAST }),
      'lexicon.bin.gz': lexiconBytes,
    },
  )
  console.log(manifest.files)
}

function collectRows(model: CrfWeights, index: FeatureIndex): TrainedRow[] {
  const rows: TrainedRow[] = []
  const push = (hash: number, values: Float32Array): void => {
    rows.push({
      hash,
      cells: [...values].map((value, label) => [label, value] as const).filter(([, value]) => value !== 0),
    })
  }
  for (let slot = 0; slot < index.keys.length; slot++) {
    if (index.keys[slot] === 0) continue
    const number = index.values[slot] as number
    push(index.keys[slot] as number, model.weights.subarray(number * LABEL_COUNT, (number + 1) * LABEL_COUNT))
  }
  for (let label = 0; label < LABEL_COUNT; label++) {
    push(mix(TRANSITION, label), model.transitions.subarray(label * LABEL_COUNT, (label + 1) * LABEL_COUNT))
  }
  return rows
}

main()
