import { corpusPath, readText } from '../shared/corpora.js'
import { readConllu } from '../shared/readConllu.js'

/** A gold mention; offsets in the rebuilt text. */
export interface GoldMention {
  readonly start: number
  readonly end: number
  /** Start of its head word. */
  readonly head: number
  readonly chain: string
  /** As annotated: person, organization, place, abstract … */
  readonly type: string
}

/** One document of GUM with its text rebuilt from the treebank and its coreference chains. */
export interface GumDocument {
  readonly id: string
  readonly text: string
  readonly mentions: readonly GoldMention[]
}

/** Documents of the news and interview part; sentences that start a paragraph are parted by an empty line. */
export function readGum(side: 'train' | 'dev'): readonly GumDocument[] {
  const chains = readChains(readText(corpusPath('coref', `gum-news-interview-${side}.conll.gz`)))
  const sentences = readConllu(readText(corpusPath('ud', `gum-news-interview-${side}.conllu.gz`)))
  const documents = new Map<string, { text: string; starts: number[]; ends: number[]; heads: number[] }>()
  for (const sentence of sentences) {
    let document = documents.get(sentence.document)
    if (document === undefined) {
      document = { text: '', starts: [], ends: [], heads: [] }
      documents.set(sentence.document, document)
    }
    if (document.text !== '') document.text += sentence.startsParagraph ? '\n\n' : ' '
    const base = document.text.length
    const first = document.starts.length
    let at = 0
    sentence.words.forEach((word, index) => {
      const found = sentence.text.indexOf(word, at)
      const start = found < 0 ? at : found
      at = start + word.length
      document.starts.push(base + start)
      document.ends.push(base + at)
      const head = sentence.heads[index] as number
      document.heads.push(head < 0 ? -1 : first + head)
    })
    document.text += sentence.text
  }
  return [...documents].map(([id, { text, starts, ends, heads }]) => ({
    id,
    text,
    mentions: (chains.get(id) ?? []).map(({ first, last, chain, type }) => {
      let head = last
      for (let i = first; i <= last; i++) {
        const over = heads[i] as number
        if (over < first || over > last) {
          head = i
          break
        }
      }
      return { start: starts[first] as number, end: ends[last] as number, head: starts[head] as number, chain, type }
    }),
  }))
}

interface ChainMention {
  readonly first: number
  readonly last: number
  readonly chain: string
  readonly type: string
}

/** Mentions in tokens from the bracket column: `(person-1` opens, `person-1)` closes, `(time-4)` is one token. */
export function readChains(text: string): Map<string, readonly ChainMention[]> {
  const out = new Map<string, ChainMention[]>()
  let current: ChainMention[] = []
  let open = new Map<string, number[]>()
  for (const line of text.split('\n')) {
    const begin = /^# begin document (\S+)/.exec(line)
    if (begin !== null) {
      current = []
      open = new Map()
      out.set(begin[1] as string, current)
      continue
    }
    const [number, , brackets] = line.split('\t')
    if (brackets === undefined || brackets === '_') continue
    const token = Number(number)
    for (const [piece] of brackets.matchAll(/\([^()]+\)|\([^()]+|[^()]+\)/g)) {
      const [, type = '', chain = piece] = /^\(?([a-z]+)-(\d+)/.exec(piece) ?? []
      if (piece.startsWith('(') && piece.endsWith(')')) current.push({ first: token, last: token, chain, type })
      else if (piece.startsWith('(')) open.set(chain, [...(open.get(chain) ?? []), token])
      else {
        const first = open.get(chain)?.pop()
        if (first !== undefined) current.push({ first, last: token, chain, type })
      }
    }
  }
  return out
}
