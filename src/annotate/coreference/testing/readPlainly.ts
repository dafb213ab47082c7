import { createDocument, type Document, withLayer } from '../../../document/index.js'
import type { EntityType, Mention, Sentence, Token, Upos } from '../../layers.js'

const WORD = /[\p{L}\d]+(?:[-'’.][\p{L}\d]+)*\.?|[^\s\p{L}\d]/gu
const ABBREVIATIONS = new Set(['Mr.', 'Mrs.', 'Ms.', 'Sen.', 'Rep.', 'Gov.', 'Dr.', 'Jr.', 'Sr.', 'St.', 'U.S.'])

/**
 * A document with tokens, sentences and names for tests that must not need trained models: names are marked in the text as
 * `[type name]`, e.g. `[person Ada Quill] met [place Brno].`; the marks are not part of the document's text.
 */
export function readPlainly(marked: string, id = 'a', pos: (word: string) => Upos = guessPos): Document {
  const names: { start: number; end: number; type: EntityType }[] = []
  let text = ''
  for (const part of marked.split(/(\[[a-z]+ [^\]]+\])/)) {
    const match = /^\[([a-z]+) ([^\]]+)\]$/.exec(part)
    if (match === null) text += part
    else {
      const name = match[2] as string
      names.push({ start: text.length, end: text.length + name.length, type: match[1] as EntityType })
      text += name
    }
  }
  const { tokens, sentences } = tokenise(text, pos)
  const mentions = names.map(({ start, end, type }): Mention => {
    const last = tokens.findLastIndex((token) => token.start < end)
    return { start, end, type, form: 'name', token: last, entity: -1, members: [], probability: 1 }
  })
  const document = withLayer(withLayer(createDocument({ id, text }), 'tokens', tokens), 'sentences', sentences)
  return withLayer(document, 'mentions', mentions)
}

function tokenise(text: string, pos: (word: string) => Upos): { tokens: Token[]; sentences: Sentence[] } {
  const tokens: Token[] = []
  const sentences: Sentence[] = []
  let first = 0
  let paragraph = 0
  const close = (): void => {
    if (tokens.length === first) return
    const [start, end] = [(tokens[first] as Token).start, (tokens.at(-1) as Token).end]
    sentences.push({ start, end, firstToken: first, endToken: tokens.length, paragraph, kind: 'text' })
    first = tokens.length
  }
  for (const line of text.matchAll(/[^\n]+/g)) {
    for (const match of line[0].matchAll(WORD)) {
      for (const [offset, word] of split(match[0])) {
        const start = line.index + match.index + offset
        const norm = word.toLowerCase().replace(/[‘’]/g, "'")
        const base = { norm, pos: pos(word), tag: '', lemma: norm, head: -1, relation: '', sentence: sentences.length }
        tokens.push({ start, end: start + word.length, ...base })
        if (/^[.?!]$/.test(word)) close()
      }
    }
    close()
    paragraph++
  }
  return { tokens, sentences }
}

function split(word: string): readonly (readonly [number, string])[] {
  const clitic = /^(.+)(['’]s)$/.exec(word)
  if (clitic !== null)
    return [
      [0, clitic[1] as string],
      [(clitic[1] as string).length, clitic[2] as string],
    ]
  if (word.endsWith('.') && word.length > 2 && !ABBREVIATIONS.has(word) && !/^\p{Lu}\.$/u.test(word)) {
    return [
      [0, word.slice(0, -1)],
      [word.length - 1, '.'],
    ]
  }
  return [[0, word]]
}

const CLOSED: Readonly<Record<string, Upos>> = {
  the: 'DET',
  a: 'DET',
  an: 'DET',
  both: 'DET',
  two: 'NUM',
  three: 'NUM',
  of: 'ADP',
  in: 'ADP',
  for: 'ADP',
  with: 'ADP',
  to: 'ADP',
  from: 'ADP',
  by: 'ADP',
  at: 'ADP',
  on: 'ADP',
  and: 'CCONJ',
  is: 'AUX',
  was: 'AUX',
  are: 'AUX',
  were: 'AUX',
  had: 'AUX',
  has: 'AUX',
  not: 'PART',
  former: 'ADJ',
  old: 'ADJ',
  new: 'ADJ',
}

function guessPos(word: string): Upos {
  const lower = word.toLowerCase()
  const closed = CLOSED[lower]
  if (closed !== undefined) return closed
  if (/^(?:he|she|it|they|him|her|his|its|their|them|himself|herself|themselves|who|which|i|we|you)$/.test(lower))
    return 'PRON'
  if (/^['’]s$/.test(lower)) return 'PART'
  if (!/[\p{L}\d]/u.test(word)) return 'PUNCT'
  if (/^\d/.test(word)) return 'NUM'
  if (/^\p{Lu}/u.test(word)) return 'PROPN'
  return /(?:ed|said|met|told|says|left|won|spoke|saw)$/.test(lower) ? 'VERB' : 'NOUN'
}
