import type { Sentence, Token, Upos } from '../../layers.js'

/** A text for a test with its tokens and sentences, and the spans that stood in square brackets. */
export interface Marked {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
  readonly spans: readonly { readonly start: number; readonly end: number }[]
}

const POS: Readonly<Record<string, Upos>> = {
  VBD: 'VERB',
  VBZ: 'VERB',
  VBP: 'VERB',
  VBN: 'VERB',
  VBG: 'VERB',
  VB: 'VERB',
  MD: 'AUX',
  NN: 'NOUN',
  NNS: 'NOUN',
  NNP: 'PROPN',
  JJ: 'ADJ',
  CD: 'NUM',
  AUX: 'AUX',
}

/**
 * Reads a marked text: `They met_VBD on [Friday].` has a tag and one expected span. Words without a tag get none. Each
 * line is a paragraph and one sentence. For tests only.
 */
export function readMarked(marked: string): Marked {
  let text = ''
  const tokens: Token[] = []
  const sentences: Sentence[] = []
  const spans: { start: number; end: number }[] = []
  const opened: number[] = []
  for (const [paragraph, line] of marked.split('\n').entries()) {
    if (paragraph > 0) text += '\n'
    const firstToken = tokens.length
    for (const [part] of line.matchAll(/\s+|[\p{L}\p{N}]+(?:[.,]\d+)*(?:_[A-Z]+)?|./gu)) {
      if (part === '[') opened.push(text.length)
      else if (part === ']') spans.push({ start: opened.pop() ?? 0, end: text.length })
      else if (/^\s+$/.test(part)) text += part
      else {
        const [word = '', tag = ''] = part.split('_')
        const start = text.length
        text += word
        tokens.push({
          start,
          end: text.length,
          norm: word.toLowerCase(),
          pos: /^[\p{L}\p{N}]/u.test(word) ? (POS[tag] ?? 'X') : 'PUNCT',
          tag: tag === 'AUX' ? '' : tag,
          lemma: word.toLowerCase(),
          head: -1,
          relation: 'dep',
          sentence: sentences.length,
        })
      }
    }
    if (tokens.length > firstToken) {
      sentences.push({
        start: tokens[firstToken]!.start,
        end: tokens[tokens.length - 1]!.end,
        firstToken,
        endToken: tokens.length,
        paragraph,
        kind: 'text',
      })
    }
  }
  return { text, tokens, sentences, spans: spans.sort((a, b) => a.start - b.start) }
}
