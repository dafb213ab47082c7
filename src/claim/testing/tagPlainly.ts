import type { Sentence, Token, Upos } from '../../annotate/index.js'

/**
 * One sentence from words with their tags, e.g. `The/DET mayor/NOUN left/VERB`, for tests without models.
 *
 * A word may go on with head (counted from 0) and relation: `mayor/NOUN/2/nsubj`. A finite verb is a `VERB` that does not end in "ing".
 */
export function tagPlainly(words: string): { text: string; tokens: Token[]; sentence: Sentence } {
  const parts = words.split(' ').map((word) => word.split('/'))
  const text = parts.map(([word]) => word).join(' ')
  let at = 0
  const tokens = parts.map(([word, pos, head, relation], i): Token => {
    const start = at
    at += word!.length + 1
    return {
      start,
      end: start + word!.length,
      norm: word!.toLowerCase(),
      pos: pos as Upos,
      tag: pos === 'VERB' ? (word!.endsWith('ing') ? 'VBG' : 'VBD') : '',
      lemma: word!.toLowerCase(),
      head: head === undefined ? (i === 0 ? -1 : 0) : Number(head),
      relation: relation ?? (i === 0 ? 'root' : 'dep'),
      sentence: 0,
    }
  })
  const sentence: Sentence = {
    start: 0,
    end: text.length,
    firstToken: 0,
    endToken: tokens.length,
    paragraph: 0,
    kind: 'text',
  }
  return { text, tokens, sentence }
}
