import { splitSentences } from '../../src/annotate/sentences/index.js'
import { splitTokens } from '../../src/annotate/tokens/index.js'
import type { TreebankSentence } from '../../training/shared/readConllu.js'
import { SENTENCE_CASES } from './syntaxSentenceCases.js'

/** Counts of boundaries found, wanted and both. */
export interface BoundaryScores {
  readonly right: number
  readonly found: number
  readonly wanted: number
}

/**
 * Sentence and token boundaries against a treebank. Each document is put together from its sentences, paragraphs parted
 * by line feeds as the treebank marks them, sentences by one space; a boundary is the place where one ends.
 */
export function scoreBoundaries(sentences: readonly TreebankSentence[]): {
  readonly sentences: BoundaryScores
  readonly tokens: BoundaryScores
} {
  const documents = new Map<string, TreebankSentence[]>()
  for (const sentence of sentences) {
    documents.set(sentence.document, [...(documents.get(sentence.document) ?? []), sentence])
  }
  const sums = { sentences: { right: 0, found: 0, wanted: 0 }, tokens: { right: 0, found: 0, wanted: 0 } }
  for (const list of documents.values()) {
    let text = ''
    const ends = new Set<number>()
    const words = new Set<string>()
    for (const sentence of list) {
      if (text !== '') text += sentence.startsParagraph ? '\n\n' : ' '
      addWords(sentence, text.length, words)
      text += sentence.text
      ends.add(text.length)
    }
    const tokens = splitTokens(text)
    const ranges = splitSentences(text, tokens)
    add(sums.sentences, new Set(ranges.map((range) => tokens.ends[range.endToken - 1]!)), ends)
    const spans = new Set<string>()
    for (let index = 0; index < tokens.count; index += 1) spans.add(`${tokens.starts[index]}-${tokens.ends[index]}`)
    add(sums.tokens, spans, words)
  }
  return sums
}

/** Finds the treebank's words in the sentence's text, one after the other; words spelled otherwise are left out. */
function addWords(sentence: TreebankSentence, offset: number, words: Set<string>): void {
  let at = 0
  for (const word of sentence.words) {
    const found = sentence.text.indexOf(word, at)
    if (found < 0 || sentence.text.slice(at, found).trim() !== '') continue
    at = found + word.length
    words.add(`${offset + found}-${offset + at}`)
  }
}

function add<T>(sum: { right: number; found: number; wanted: number }, found: Set<T>, wanted: Set<T>): void {
  for (const item of found) if (wanted.has(item)) sum.right += 1
  sum.found += found.size
  sum.wanted += wanted.size
}

/** The written cases whose sentences all come out right, and those that do not. */
export function scoreSentenceCases(): { readonly right: number; readonly total: number; readonly wrong: string[] } {
  const wrong = SENTENCE_CASES.filter((item) => {
    const wanted = item.split(/\n|¦/).map((part) => part.trim())
    const text = item.replaceAll(' ¦ ', ' ').replaceAll('¦', '')
    const tokens = splitTokens(text)
    const found = splitSentences(text, tokens).map((range) =>
      text.slice(tokens.starts[range.firstToken]!, tokens.ends[range.endToken - 1]!),
    )
    return found.length !== wanted.length || found.some((sentence, index) => sentence !== wanted[index])
  })
  return { right: SENTENCE_CASES.length - wrong.length, total: SENTENCE_CASES.length, wrong }
}
