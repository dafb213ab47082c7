/**
 * Scores sentences, tokens, parts of speech, lemmas and dependencies on the development parts of the treebanks.
 *
 *   npx tsx bench/quality/syntax.ts
 */
import { loadSyntaxModels } from '../../src/annotate/syntax/index.js'
import { scoreParse } from '../../training/parse/scoreParse.js'
import { scorePos } from '../../training/pos/scorePos.js'
import { readTreebank, type TreebankPart } from '../../training/shared/treebanks.js'
import { type BoundaryScores, scoreBoundaries, scoreSentenceCases } from './syntaxBoundaries.js'

const percent = (share: number): string => (share * 100).toFixed(2)
const f1 = (scores: BoundaryScores): string => percent((2 * scores.right) / (scores.found + scores.wanted))

const models = loadSyntaxModels()
console.log('| part | words | UPOS | XPOS | lemmas | UAS | LAS |\n|---|---|---|---|---|---|---|')
for (const part of ['ewt-dev', 'gum-news-interview-dev'] as const) {
  const sentences = readTreebank(part)
  const pos = scorePos(models, sentences)
  const parse = scoreParse(models, sentences)
  const cells = [pos.upos, pos.xpos, pos.lemmas, parse.uas, parse.las].map(percent)
  console.log(`| ${part} | ${pos.tokens} | ${cells.join(' | ')} |`)
  if (process.argv.includes('--relations')) console.log(JSON.stringify(parse.byRelation))
}
console.log('\n| part | sentences | sentence F1 | tokens | token F1 |\n|---|---|---|---|---|')
const parts: readonly TreebankPart[] = ['gum-news-interview-train', 'gum-news-interview-dev', 'ewt-dev']
for (const part of parts) {
  const scores = scoreBoundaries(readTreebank(part))
  console.log(
    `| ${part} | ${scores.sentences.wanted} | ${f1(scores.sentences)} | ${scores.tokens.wanted} | ${f1(scores.tokens)} |`,
  )
}
const cases = scoreSentenceCases()
console.log(`\nhard sentence cases: ${cases.right} of ${cases.total}`)
for (const wrong of cases.wrong) console.log(`  ${wrong}`)
