import { join } from 'node:path'
import type { NameClass } from '../../src/annotate/names/labels.js'
import { CLASSES } from '../../src/annotate/names/labels.js'
import type { WordText } from '../../src/annotate/names/rows.js'
import { splitSentences } from '../../src/annotate/sentences/index.js'
import { splitTokens } from '../../src/annotate/tokens/index.js'
import { corpora, readJsonLines } from '../vectors/paths.js'
import { readTagged } from './corpus.js'
import { encodeTags } from './labels.js'

/** A text with the label of each of its tokens. */
export interface LabelledText extends WordText {
  readonly id: string
  readonly labels: Uint8Array
}

/** One article of the corpus with its text: names as code-unit spans, inner ones left out. */
export interface SpannedArticle {
  readonly id: string
  readonly text: string
  readonly entities: readonly { readonly start: number; readonly end: number; readonly type: NameClass }[]
}

/** Articles whose tokens fit their text. */
export function readSpanned(side: 'train' | 'dev'): SpannedArticle[] {
  interface Entity {
    readonly start: number
    readonly end: number
    readonly type: NameClass
    readonly inner?: boolean
  }
  const records = readJsonLines<{ id: string; text: string; entities: Entity[] }>(
    join(corpora, 'ner', `${side}.jsonl.gz`),
  )
  return [...records].map(({ id, text, entities }) => ({
    id,
    text,
    entities: entities.filter((entity) => entity.inner !== true && CLASSES.includes(entity.type)),
  }))
}

/** The product's own tokens and sentences of a text, with the starts and ends of tokens. */
export function splitWords(text: string): WordText & { readonly starts: Int32Array; readonly ends: Int32Array } {
  const split = splitTokens(text)
  const words = Array.from({ length: split.count }, (_, index) => text.slice(split.starts[index], split.ends[index]))
  const sentences = splitSentences(text, split).map(({ firstToken, endToken }) => [firstToken, endToken] as const)
  return { words, sentences, starts: split.starts, ends: split.ends }
}

/** An article over the product's tokens; a name takes every token that it touches. */
export function labelSpanned(article: SpannedArticle): LabelledText {
  const { words, sentences, starts, ends } = splitWords(article.text)
  const labels = new Uint8Array(words.length)
  let token = 0
  for (const { start, end, type } of article.entities) {
    while (token < words.length && (ends[token] as number) <= start) token++
    let to = token
    while (to < words.length && (starts[to] as number) < end) to++
    const kind = 4 * CLASSES.indexOf(type)
    for (let index = token; index < to; index++) {
      labels[index] = kind + (index === token ? (index === to - 1 ? 4 : 1) : index === to - 1 ? 3 : 2)
    }
    token = to
  }
  return { id: article.id, words, labels, sentences: splitAtNames(sentences, labels) }
}

/** Sentences without a border inside a name: such a border is the splitter's slip and would break the labels. */
function splitAtNames(sentences: WordText['sentences'], labels: Uint8Array): WordText['sentences'] {
  const merged: [number, number][] = []
  for (const [from, to] of sentences) {
    const last = merged.at(-1)
    const part = labels[from] === 0 ? 0 : ((labels[from] as number) - 1) & 3
    if (last !== undefined && (part === 1 || part === 2)) last[1] = to
    else merged.push([from, to])
  }
  return merged
}

/** Articles over the corpus's own tokens; sentences end at full stops, question and exclamation marks. */
export function labelTagged(side: 'train' | 'dev'): LabelledText[] {
  return readTagged(side).map(({ id, words, tags, breaks }) => {
    const opens = new Set(breaks)
    words.forEach((word, index) => {
      if (word !== '.' && word !== '!' && word !== '?') return
      const next = words[index + 1] ?? ''
      opens.add(next === '"' || next === '”' || next === '’' || next === "'" || next === ')' ? index + 2 : index + 1)
    })
    const starts = [...opens].filter((index) => index < words.length).sort((a, b) => a - b)
    const sentences = starts.map((from, index) => [from, starts[index + 1] ?? words.length] as const)
    const labels = encodeTags(tags)
    return { id, words, labels, sentences: splitAtNames(sentences, labels) }
  })
}

/** Training texts: the product's tokens where the corpus has the text, the corpus's own tokens elsewhere. */
export function readTrainingTexts(): LabelledText[] {
  const spanned = readSpanned('train').map(labelSpanned)
  const known = new Set(spanned.map((text) => text.id))
  return [...spanned, ...labelTagged('train').filter((text) => !known.has(text.id))]
}
