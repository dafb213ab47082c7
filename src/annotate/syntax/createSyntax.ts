import type { Diagnostic, Document } from '../../document/index.js'
import { withLayer } from '../../document/index.js'
import type { Component } from '../component.js'
import type { Sentence, Token } from '../layers.js'
import { type SentenceRange, splitSentences } from '../sentences/index.js'
import { partGlued, splitTokens, type TokenSplit } from '../tokens/index.js'
import type { WordInfo } from './wordTable.js'
import { lemmatize } from './lemmatize.js'
import { loadSyntaxModels, type SyntaxModels } from './syntaxModels.js'

const NAME = 'annotate/syntax'
// 20,000 code units: the longest paragraph of 26,179 news articles has about half of that
const LONGEST_PARAGRAPH = 20_000

/** The component that provides `tokens` and `sentences`; the shipped models are read when the first text is. */
export function createSyntax(models?: SyntaxModels): Component {
  return {
    name: NAME,
    requires: [],
    provides: ['tokens', 'sentences'],
    annotate: (document) => annotate(document, models ?? loadSyntaxModels()),
  }
}

function annotate(document: Document, models: SyntaxModels): Document {
  const { text } = document
  const whole = splitTokens(text)
  const split = { ...partGlued(text, whole), longRuns: whole.longRuns }
  const ranges = splitSentences(text, split)
  const words = new Array<WordInfo>(split.count)
  for (let index = 0; index < split.count; index += 1) {
    words[index] = models.lookup(text.slice(split.starts[index]!, split.ends[index]!))
  }
  const tokens = createTokens(split, ranges, words, models)
  const diagnostics = findDiagnostics(document, split, ranges)
  return withLayer(withLayer(document, 'tokens', tokens), 'sentences', createSentences(split, ranges), diagnostics)
}

function createTokens(
  split: TokenSplit,
  ranges: readonly SentenceRange[],
  words: readonly WordInfo[],
  models: SyntaxModels,
): Token[] {
  const { tagger, parser } = models
  const numbers = new Uint8Array(split.count)
  const heads = new Int32Array(split.count)
  const relations = new Uint8Array(split.count)
  const tokens = new Array<Token>(split.count)
  ranges.forEach(({ firstToken, endToken }, sentence) => {
    tagger.tag(words, firstToken, endToken, numbers)
    parser.parse(words, numbers, firstToken, endToken, heads, relations)
    for (let index = firstToken; index < endToken; index += 1) {
      const info = words[index]!
      const tag = tagger.tags[numbers[index]!]!
      const head = heads[index]!
      tokens[index] = {
        start: split.starts[index]!,
        end: split.ends[index]!,
        norm: info.norm,
        pos: tagger.pos[numbers[index]!]!,
        tag,
        lemma: lemmatize(info, tag, models.lemmas, models.classes),
        head,
        relation: head < 0 ? 'root' : parser.relations[relations[index]!]!,
        sentence,
      }
    }
  })
  return tokens
}

function createSentences(split: TokenSplit, ranges: readonly SentenceRange[]): Sentence[] {
  return ranges.map((range) => ({
    start: split.starts[range.firstToken]!,
    end: split.ends[range.endToken - 1]!,
    ...range,
  }))
}

function findDiagnostics(document: Document, split: TokenSplit, ranges: readonly SentenceRange[]): Diagnostic[] {
  const found: Diagnostic[] = split.longRuns.map((span) => ({
    code: 'TOKEN_TOO_LONG',
    documentId: document.id,
    message: `a run of ${span.end - span.start} characters without white space was cut into pieces of 1,000: check the input`,
    component: NAME,
    span,
  }))
  for (let index = 0; index < ranges.length; ) {
    const { paragraph, firstToken } = ranges[index]!
    let last = index
    while (last + 1 < ranges.length && ranges[last + 1]!.paragraph === paragraph) last += 1
    const span = { start: split.starts[firstToken]!, end: split.ends[ranges[last]!.endToken - 1]! }
    if (span.end - span.start > LONGEST_PARAGRAPH) {
      found.push({
        code: 'PARAGRAPH_TOO_LONG',
        documentId: document.id,
        message: `a paragraph of ${span.end - span.start} characters, more than ${LONGEST_PARAGRAPH}, was read in parts: check that its line ends were kept`,
        component: NAME,
        span,
      })
    }
    index = last + 1
  }
  return found
}
