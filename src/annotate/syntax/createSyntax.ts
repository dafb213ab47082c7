import type { Diagnostic, Document } from '../../document/index.js'
import { withLayer } from '../../document/index.js'
import { normalizeWord } from '../../text/index.js'
import type { Component } from '../component.js'
import type { Sentence, Token } from '../layers.js'
import { type SentenceRange, splitSentences } from '../sentences/index.js'
import { splitTokens, type TokenSplit } from '../tokens/index.js'
import { guessPos } from './closedClass.js'

const NAME = 'annotate/syntax'
// 20,000 code units: the longest paragraph of 26,179 news articles has about half of that
const LONGEST_PARAGRAPH = 20_000

/** The component that provides `tokens` and `sentences`. */
export function createSyntax(): Component {
  return { name: NAME, requires: [], provides: ['tokens', 'sentences'], annotate: (document) => annotate(document) }
}

function annotate(document: Document): Document {
  const split = splitTokens(document.text)
  const ranges = splitSentences(document.text, split)
  const tokens: Token[] = []
  ranges.forEach((range, sentence) => {
    for (let index = range.firstToken; index < range.endToken; index += 1) {
      const start = split.starts[index]!
      const end = split.ends[index]!
      const word = document.text.slice(start, end)
      const norm = normalizeWord(word)
      const [pos, tag] = guessPos(word, norm, index === range.firstToken)
      const root = index === range.firstToken
      tokens.push({
        start,
        end,
        norm,
        pos,
        tag,
        lemma: norm,
        head: root ? -1 : range.firstToken,
        relation: root ? 'root' : 'dep',
        sentence,
      })
    }
  })
  const diagnostics = findDiagnostics(document, split, ranges)
  return withLayer(withLayer(document, 'tokens', tokens), 'sentences', createSentences(split, ranges), diagnostics)
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
