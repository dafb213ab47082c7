import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { WordInfo } from '../../src/annotate/syntax/wordTable.js'
import { FeatureList, LinearModel, tagGreedily } from '../../src/model/index.js'
import { toPosExample } from '../pos/posExamples.js'
import { repositoryPath } from '../shared/corpora.js'
import { packRows } from '../shared/packRows.js'
import type { TreebankSentence } from '../shared/readConllu.js'
import { trainGreedy } from '../shared/trainTagger.js'

// 4 folds and 3 epochs: the tags come out as good as the shipped tagger's on texts it has not seen
const FOLDS = 4
const EPOCHS = 3

/**
 * Tags for training sentences by taggers that have not seen them, so that the parser learns to live with wrong tags.
 *
 * Folds part whole documents. Kept in the cache under a name that says what they were made from.
 */
export function jackknifeTags(
  sentences: readonly TreebankSentence[],
  labels: readonly string[],
  lookup: (word: string) => WordInfo,
): Uint8Array[] {
  const file = repositoryPath('.cache', 'syntax', `tags-${labels.length}-${sentences.length}.json`)
  if (existsSync(file)) {
    return (JSON.parse(readFileSync(file, 'utf8')) as number[][]).map((tags) => Uint8Array.from(tags))
  }
  const examples = sentences.map((sentence) => toPosExample(sentence, labels, lookup))
  const documents = [...new Set(sentences.map((sentence) => sentence.document))]
  const folds = new Map(documents.map((document, index) => [document, index % FOLDS]))
  const tags = new Array<Uint8Array>(sentences.length)
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const isOutside = (_: unknown, index: number): boolean => folds.get(sentences[index]!.document) !== fold
    const rows = trainGreedy(examples.filter(isOutside), {
      labels: labels.length,
      epochs: EPOCHS,
      seed: 1,
      leastChanges: 2,
    })
    const model = new LinearModel(labels, packRows(rows, { scale: 20 }))
    const features = new FeatureList()
    examples.forEach((example, index) => {
      if (isOutside(example, index)) return
      tags[index] = new Uint8Array(example.gold.length)
      tagGreedily(model, example.gold.length, example.writeFeatures, features, tags[index])
    })
  }
  mkdirSync(repositoryPath('.cache', 'syntax'), { recursive: true })
  writeFileSync(file, JSON.stringify(tags.map((list) => [...list])))
  return tags
}
