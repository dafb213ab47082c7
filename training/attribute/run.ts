import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { AttributionSettings } from '../../src/attribute/model/loadModels.js'
import { createWordClasses } from '../../src/attribute/model/wordClasses.js'
import { loadVectors } from '../../src/annotate/vectors/index.js'
import { writeModel } from '../shared/writeModel.js'
import { learnAttribution, type LearnOptions } from './learn.js'
import { createGround, learnCentres, prepareArticle, prepareStory } from './prepare.js'
import { quantize } from './quantize.js'
import { readCorpus } from './readCorpus.js'
import { readStories } from './readStories.js'

const limit = Number(process.env.ARTICLES ?? 10_000)
const options: LearnOptions = {
  folds: Number(process.env.FOLDS ?? 3),
  epochs: Number(process.env.EPOCHS ?? 4),
  rate: Number(process.env.RATE ?? 0.06),
  penalty: Number(process.env.PENALTY ?? 3e-3),
  bits: 18,
  dropout: Number(process.env.DROPOUT ?? 0.3),
  falseCues: Number(process.env.FALSE_CUES ?? 0),
  seed: 1,
  log: (line) => console.log(`${((Date.now() - began) / 1000).toFixed(0)} s  ${line}`),
}
const began = Date.now()
const corpus = readCorpus('train').slice(0, limit)
const centres = learnCentres(
  corpus.map(({ text }) => text),
  200,
)
const classes = createWordClasses(loadVectors(), centres)
const components = createGround()
const articles = corpus.map((article) => prepareArticle(components, article, classes))
const stories = readStories().map((story) => prepareStory(components, story, classes))
options.log(`${articles.length} articles and ${stories.length} stories annotated`)
const learnt = learnAttribution(articles, stories, options)
const packed = { cue: quantize(learnt.cue), role: quantize(learnt.role), keep: quantize(learnt.keep) }
const settings: AttributionSettings = {
  cue: { scale: packed.cue.scale, transitions: [...learnt.cue.transitions] },
  role: { scale: packed.role.scale, transitions: [...learnt.role.transitions] },
  keep: { scale: packed.keep.scale, transitions: [...learnt.keep.transitions] },
  quotation: learnt.quotation,
  keepThreshold: learnt.keepThreshold,
  quotationThreshold: learnt.quotationThreshold,
}
const folder = process.env.OUT ?? fileURLToPath(new URL('../../models/attribute', import.meta.url))
writeModel(
  folder,
  {
    task: 'attribute',
    version: '1',
    labels: ['source', 'cue', 'content'],
    features: [
      'words, lemmas, suffixes, shapes, word classes and tags of the token and its neighbours',
      'quotation marks around it, mentions beside it, place in the sentence',
      'seen from a cue: side, distance, what lies between, the path through the syntax tree',
    ],
    command: 'npx tsx training/attribute/run.ts',
    seed: options.seed,
    data: [
      {
        name: 'PolNeAR, train, first annotator of each article',
        licence: 'none stated; no text is kept',
        sha256: hashOf(corpus),
      },
    ],
    scores: {
      'candidates F1, articles not seen': Number(learnt.scores.candidates.toFixed(4)),
      'quotations F1, stories not seen': Number(learnt.scores.quotations.toFixed(4)),
    },
  },
  {
    'cue.bin.gz': packed.cue.bytes,
    'role.bin.gz': packed.role.bytes,
    'keep.bin.gz': packed.keep.bytes,
    'centres.bin.gz': new Uint8Array(centres.buffer),
    'settings.json': `${JSON.stringify(settings, null, 1)}\n`,
  },
)
options.log(`written to ${folder}`)

/** Of the articles with their annotation as read, so that a changed corpus shows. */
function hashOf(articles: typeof corpus): string {
  return createHash('sha256').update(JSON.stringify(articles)).digest('hex')
}
