import type { Mention, Sentence, Token, Upos } from '../../annotate/index.js'
import { findQuotations, type Quotation } from '../quotations/findQuotations.js'

/** A document as the feature functions see it: one number per token and question, so that inner loops touch arrays only. */
export interface Reading {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
  readonly quotations: readonly Quotation[]
  readonly size: number
  /** Hash of the norm; of the lemma; of the last three letters. */
  readonly word: Int32Array
  readonly lemma: Int32Array
  readonly suffix: Int32Array
  /** Number of the universal tag, and hash of the Penn tag. */
  readonly pos: Uint8Array
  readonly tag: Int32Array
  /** 0 lower case, 1 capital first, 2 all capitals, 3 digits, 4 punctuation, 5 other. */
  readonly shape: Uint8Array
  /** Word class of the norm, 0 where unknown. */
  readonly cluster: Uint16Array
  /** False where no parser ran: then heads and relations tell nothing. */
  readonly parsed: boolean
  readonly head: Int32Array
  /** Hash of the relation to the head without its subtype. */
  readonly relation: Int32Array
  readonly sentence: Int32Array
  /** Index of the outermost quotation the token stands in; -1 outside. Marks themselves are outside. */
  readonly quotation: Int32Array
  /** First token of each quotation's words, and one past the last; equal where it holds none or is nested. */
  readonly quotationStart: Int32Array
  readonly quotationEnd: Int32Array
  /** 1 opening mark, 2 closing mark, 0 other. */
  readonly mark: Uint8Array
  /** 0 none, else 1 name, 2 nominal, 3 pronoun, plus 3 where the mention starts here; the type of entity in `who`. */
  readonly mention: Uint8Array
  /** 0 none, 1 person, 2 organization, 3 place, 4 group, 5 other. */
  readonly who: Uint8Array
}

const POSES: readonly Upos[] = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
]
const POS_NUMBERS: ReadonlyMap<string, number> = new Map(POSES.map((pos, i) => [pos, i + 1]))

/** Number of a universal tag in {@link Reading.pos}. */
export function numberOfPos(pos: Upos): number {
  return POS_NUMBERS.get(pos) ?? 0
}

/** 32-bit FNV-1a over the UTF-16 code units from `from`. */
export function hashText(text: string, from = 0): number {
  let hash = 0x811c9dc5
  for (let i = from; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash | 0
}

const hashes = new Map<string, number>()

/** {@link hashText}, remembered: tags, relations and common words come again and again. */
function hashOf(text: string): number {
  let hash = hashes.get(text)
  if (hash === undefined) {
    hash = hashText(text)
    if (hashes.size < 50_000) hashes.set(text, hash)
  }
  return hash
}

/** Gives the number of a word's class; 0 where the word is not known. */
export type WordClasses = (norm: string) => number

/** Prepares a document's layers for the feature functions. O(n). */
export function createReading(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  classOf: WordClasses,
): Reading {
  const size = tokens.length
  const quotations = findQuotations(text)
  const reading: Reading = {
    text,
    tokens,
    sentences,
    quotations,
    size,
    word: new Int32Array(size),
    lemma: new Int32Array(size),
    suffix: new Int32Array(size),
    pos: new Uint8Array(size),
    tag: new Int32Array(size),
    shape: new Uint8Array(size),
    cluster: new Uint16Array(size),
    parsed: tokens.some(({ relation }) => relation === 'nsubj'),
    head: new Int32Array(size),
    relation: new Int32Array(size),
    sentence: new Int32Array(size),
    quotation: new Int32Array(size).fill(-1),
    quotationStart: new Int32Array(quotations.length),
    quotationEnd: new Int32Array(quotations.length),
    mark: new Uint8Array(size),
    mention: new Uint8Array(size),
    who: new Uint8Array(size),
  }
  for (let i = 0; i < size; i++) {
    const token = tokens[i]!
    reading.word[i] = hashOf(token.norm)
    reading.lemma[i] = hashOf(token.lemma === '' ? token.norm : token.lemma)
    reading.suffix[i] = hashText(token.norm, Math.max(0, token.norm.length - 3))
    reading.pos[i] = POS_NUMBERS.get(token.pos) ?? 0
    reading.tag[i] = hashOf(token.tag)
    reading.shape[i] = shapeOf(text, token)
    reading.cluster[i] = classOf(token.norm)
    reading.head[i] = token.head
    const colon = token.relation.indexOf(':')
    reading.relation[i] = hashOf(colon === -1 ? token.relation : token.relation.slice(0, colon))
    reading.sentence[i] = token.sentence
  }
  markQuotations(reading)
  markMentions(reading, mentions)
  return reading
}

function shapeOf(text: string, token: Token): number {
  const first = text.charCodeAt(token.start)
  if (first >= 97 && first <= 122) return 0
  if (first >= 65 && first <= 90) {
    const second = token.end > token.start + 1 ? text.charCodeAt(token.start + 1) : 0
    return second >= 65 && second <= 90 ? 2 : 1
  }
  if (first >= 48 && first <= 57) return 3
  return first < 0xc0 || (first >= 0x2000 && first <= 0x206f) ? 4 : 5
}

function markQuotations(reading: Reading): void {
  const { tokens, quotations } = reading
  let at = 0
  quotations.forEach((quotation, index) => {
    if (quotation.depth > 0) return
    while (at < tokens.length && tokens[at]!.end <= quotation.open) at++
    let i = at
    for (; i < tokens.length && tokens[i]!.start < quotation.close; i++) {
      const token = tokens[i]!
      if (token.end <= quotation.start) {
        if (token.start >= quotation.open && token.start === quotation.open && quotation.open < quotation.start)
          reading.mark[i] = 1
      } else if (token.start >= quotation.end && token.end >= quotation.close && quotation.closed) {
        reading.mark[i] = 2
      } else {
        if (reading.quotationEnd[index] === 0) reading.quotationStart[index] = i
        reading.quotationEnd[index] = i + 1
        reading.quotation[i] = index
      }
    }
  })
}

const WHO: ReadonlyMap<string, number> = new Map([
  ['person', 1],
  ['organization', 2],
  ['place', 3],
  ['group', 4],
])

function markMentions(reading: Reading, mentions: readonly Mention[]): void {
  const { tokens } = reading
  let at = 0
  for (const mention of mentions) {
    while (at > 0 && tokens[at - 1]!.end > mention.start) at--
    while (at < tokens.length && tokens[at]!.end <= mention.start) at++
    const form = mention.form === 'name' ? 1 : mention.form === 'nominal' ? 2 : 3
    for (let i = at; i < tokens.length && tokens[i]!.start < mention.end; i++) {
      // A longer mention that holds this one came first; the name inside it tells more.
      reading.mention[i] = i === at ? form + 3 : form
      reading.who[i] = WHO.get(mention.type) ?? 5
    }
  }
}
