import type { Sentence, Token } from '../layers.js'

/**
 * For every token the number of the quotation it stands in, from 1; 0 outside and for the marks themselves.
 *
 * A coarse reading, enough to keep pronouns inside and outside apart: curly and straight double marks, a quotation that is
 * not closed ends with its paragraph. Linear.
 */
export function findQuotes(tokens: readonly Token[], sentences: readonly Sentence[]): Int32Array {
  const quotes = new Int32Array(tokens.length)
  let open = false
  let number = 0
  let paragraph = -1
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token
    const current = sentences[token.sentence]?.paragraph ?? 0
    if (current !== paragraph) {
      paragraph = current
      open = false
    }
    const norm = token.norm
    const isOpener = norm === '“' || norm === '«' || norm === '„' || norm === '``'
    const isCloser = norm === '”' || norm === '»' || norm === "''"
    if (isOpener || isCloser || norm === '"') {
      const opens: boolean = isOpener || (norm === '"' && !open)
      if (opens && !open) number++
      open = opens
    } else if (open) quotes[i] = number
  }
  return quotes
}

/** For every sentence the number of sentences up to it, itself included, that are not wholly inside a quotation. */
export function countTold(tokens: readonly Token[], sentences: readonly Sentence[], quotes: Int32Array): Int32Array {
  const told = new Int32Array(sentences.length)
  let count = 0
  sentences.forEach((sentence, index) => {
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      if (quotes[i] === 0 && (tokens[i] as Token).pos !== 'PUNCT') {
        count++
        break
      }
    }
    told[index] = count
  })
  return told
}
