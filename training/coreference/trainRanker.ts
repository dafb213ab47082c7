/**
 * Trains the ranker of antecedents on GAP development and GUM train, prints cross-validated figures, and writes
 * `models/coreference/ranker.json`.
 *
 * Usage: npx tsx training/coreference/trainRanker.ts [--dry]
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { loadLexicon, resolveDocument } from '../../src/annotate/coreference/index.js'
import { createRanker, type RankerFile } from '../../src/annotate/coreference/ranker.js'
import { chooseByRanker } from '../../src/annotate/coreference/resolve.js'
import { isLinked, renderGap, scoreGap } from '../../bench/quality/coreferenceGap.js'
import { readingPipeline, readNames } from '../../bench/quality/coreferencePipeline.js'
import type { Document } from '../../src/document/index.js'
import { corpusPath, readText, repositoryPath } from '../shared/corpora.js'
import { gapExample, genderExamples, gumExamples } from './examples.js'
import { type Example, learnRanker } from './logLinear.js'
import { type GapRow, readGap } from './readGap.js'
import { readGum } from './readGum.js'

const FOLDS = 5
const lexicon = loadLexicon()

interface ReadRow {
  readonly row: GapRow
  readonly document: Document
}

/** Two rounds: what other pronouns of a text mean is told by the ranker itself, so that it is trained again on its own choices. */
function train(rows: readonly ReadRow[], other: readonly Example[], start: RankerFile): RankerFile {
  let ranker = start
  for (let round = 0; round < 2; round++) {
    const choose = chooseByRanker(createRanker(ranker))
    const examples = rows.flatMap(({ row, document }) => gapExample(row, document, lexicon, choose) ?? [])
    ranker = learnRanker([...examples, ...other])
  }
  return ranker
}

/** Articles of the news texts that are read for examples that need no labels. */
const ARTICLES = Number(process.env.ARTICLES ?? 1500)

function readNews(components: ReturnType<typeof readingPipeline>): readonly Example[] {
  const lines = readText(corpusPath('news-text', '1.jsonl.gz')).split('\n').slice(0, ARTICLES)
  const guess = chooseByRanker(createRanker({ format: 1, weights: { person: {}, it: {}, they: {} } }))
  return lines.flatMap((line, index) => {
    const { text } = JSON.parse(line) as { text: string }
    return genderExamples(readNames(String(index), text, components), lexicon, guess, Number(process.env.NEWSW ?? 0.2))
  })
}

function evaluate(rows: readonly ReadRow[], ranker: RankerFile): Map<string, Document> {
  const choose = chooseByRanker(createRanker(ranker))
  return new Map(rows.map(({ row, document }) => [row.id, resolveDocument(document, { lexicon }, choose)]))
}

function main(): void {
  const started = performance.now()
  const components = readingPipeline()
  const read = (rows: readonly GapRow[]): readonly ReadRow[] =>
    rows.map((row) => ({ row, document: readNames(row.id, row.text, components) }))
  const development = read(readGap('development'))
  const validation = read(readGap('validation'))
  const gum = readGum('train').flatMap((document) =>
    gumExamples(document, readNames(document.id, document.text, components), lexicon),
  )
  console.log(`${gum.length} examples of GUM, read in ${((performance.now() - started) / 1000).toFixed(0)} s`)
  const news = readNews(components)
  console.log(`${news.length} examples of unlabelled news`)
  const path = repositoryPath('models', 'coreference', 'ranker.json')
  const start = JSON.parse(readFileSync(path, 'utf8')) as RankerFile
  const answers = new Map<string, Document>()
  for (let fold = 0; fold < FOLDS; fold++) {
    const inside = development.filter((_, index) => index % FOLDS !== fold)
    const outside = development.filter((_, index) => index % FOLDS === fold)
    for (const [id, document] of evaluate(outside, train(inside, [...gum, ...news], start))) answers.set(id, document)
  }
  const rows = development.map(({ row }) => row)
  console.log(
    `development, ${FOLDS}-fold: ${renderGap(scoreGap(rows, (row, name) => isLinked(answers.get(row.id) as Document, row, name)))}`,
  )
  const ranker = train(development, [...gum, ...news], start)
  const held = evaluate(validation, ranker)
  const heldRows = validation.map(({ row }) => row)
  console.log(
    `validation: ${renderGap(scoreGap(heldRows, (row, name) => isLinked(held.get(row.id) as Document, row, name)))}`,
  )
  if (!process.argv.includes('--dry')) writeFileSync(path, `${JSON.stringify(ranker, null, 1)}\n`)
  console.log(`done in ${((performance.now() - started) / 1000).toFixed(0)} s`)
}

main()
