import { createDocument, type Document, withLayer } from '../../../document/index.js'
import type { Mention, Sentence, Token, Upos } from '../../layers.js'

/**
 * Reads a hand-given parse: one token a line, `word tag head relation [lemma]`, heads counted from 1 within the sentence; an
 * empty line ends a sentence. Words are joined by blanks, marks to the word before. For tests only.
 */
export function readParse(source: string): Document {
  let text = ''
  const tokens: Token[] = []
  const sentences: Sentence[] = []
  for (const block of source.trim().split(/\n\s*\n/)) {
    const firstToken = tokens.length
    for (const line of block.trim().split('\n')) {
      const [word = '', tag = '', head = '0', relation = 'root', lemma] = line.trim().split(/\s+/)
      if (text !== '' && !/^[.,;:?!)]$|^n't$|^'s$/.test(word) && !text.endsWith('(')) text += ' '
      const start = text.length
      text += word
      tokens.push({
        start,
        end: text.length,
        norm: word.toLowerCase(),
        pos: getPos(tag, relation),
        tag,
        lemma: lemma ?? word.toLowerCase(),
        head: head === '0' ? -1 : firstToken + Number(head) - 1,
        relation,
        sentence: sentences.length,
      })
    }
    sentences.push({
      start: tokens[firstToken]!.start,
      end: text.length,
      firstToken,
      endToken: tokens.length,
      paragraph: sentences.length,
      kind: 'text',
    })
  }
  let document = createDocument({ id: 'a', text })
  document = withLayer(withLayer(document, 'tokens', tokens), 'sentences', sentences)
  document = withLayer(withLayer(document, 'times', []), 'quantities', [])
  return withLayer(withLayer(document, 'mentions', []), 'entities', [])
}

const POS: readonly (readonly [start: string, pos: Upos])[] = [
  ['VB', 'VERB'],
  ['NNP', 'PROPN'],
  ['NN', 'NOUN'],
  ['JJ', 'ADJ'],
  ['RB', 'ADV'],
  ['PRP', 'PRON'],
  ['WP', 'PRON'],
  ['WDT', 'PRON'],
  ['WRB', 'ADV'],
  ['EX', 'PRON'],
  ['DT', 'DET'],
  ['CD', 'NUM'],
  ['CC', 'CCONJ'],
  ['TO', 'PART'],
  ['POS', 'PART'],
  ['MD', 'AUX'],
]

function getPos(tag: string, relation: string): Upos {
  if (relation === 'cop' || relation.startsWith('aux')) return 'AUX'
  if (tag === 'IN') return relation === 'mark' ? 'SCONJ' : 'ADP'
  return POS.find(([start]) => tag.startsWith(start))?.[1] ?? 'PUNCT'
}

/** A mention of one token, for tests. */
export function makeMention(document: Document, token: number, entity: number, type: Mention['type']): Mention {
  const { start, end } = document.layers.tokens![token]!
  return { start, end, type, form: 'name', token, entity, members: [], probability: 1 }
}
