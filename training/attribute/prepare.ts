import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import {
  type Component,
  createCoreference,
  createNames,
  createSyntax,
  createTimes,
  type Mention,
  runPipeline,
} from '../../src/annotate/index.js'
import { loadVectors } from '../../src/annotate/vectors/index.js'
import { type Children, findChildren } from '../../src/attribute/cue/cueFeatures.js'
import { createReading, type Reading, type WordClasses } from '../../src/attribute/reading/reading.js'
import { createDocument, type Document, getLayer } from '../../src/document/index.js'
import { type TokenAttribution, tokensIn, toTokens } from './goldTokens.js'
import type { GoldArticle } from './readCorpus.js'
import type { GoldStory } from './readStories.js'
import { createRandom } from './trainCrf.js'

/** An annotated article ready to be encoded. */
export interface PreparedArticle {
  readonly id: string
  readonly document: Document
  readonly reading: Reading
  readonly children: Children
  readonly gold: readonly TokenAttribution[]
}

/** A hand-annotated story ready to learn from: its accounts, and which of their tokens are quoted words. */
export interface PreparedStory {
  readonly slug: string
  readonly accounts: readonly {
    readonly reading: Reading
    readonly children: Children
    readonly quoted: ReadonlySet<number>
  }[]
}

/** The components whose layers attribution stands on, in order. */
export function createGround(): readonly Component[] {
  return [createSyntax(), createNames(), createTimes(), createCoreference()]
}

/** A document with the layers attribution needs. */
export function annotateText(components: readonly Component[], id: string, text: string): Document {
  return runPipeline(components, createDocument({ id, text }))
}

/**
 * {@link annotateText}, taken from `.cache/attribute/` where an earlier run left it and `REUSE=1` is set.
 *
 * Annotating takes longer than learning; what is reused is only right while the components stay as they are.
 */
export function annotateOnce(components: readonly Component[], id: string, text: string): Document {
  const file = new URL(`../../.cache/attribute/${encodeURIComponent(id)}.json`, import.meta.url)
  if (process.env.REUSE === '1' && existsSync(file)) {
    const layers = JSON.parse(readFileSync(file, 'utf8')) as Document['layers']
    return { ...createDocument({ id, text }), layers }
  }
  const document = annotateText(components, id, text)
  const { tokens, sentences, mentions, entities, times } = document.layers
  mkdirSync(new URL('.', file), { recursive: true })
  writeFileSync(file, JSON.stringify({ tokens, sentences, mentions, entities, times }))
  return document
}

/** Annotates an article and lays its gold over the tokens. */
export function prepareArticle(
  components: readonly Component[],
  article: GoldArticle,
  classOf: WordClasses,
): PreparedArticle {
  const document = annotateOnce(components, article.id, article.text)
  const tokens = getLayer(document, 'tokens')
  const mentions: readonly Mention[] = getLayer(document, 'mentions')
  const reading = createReading(article.text, tokens, getLayer(document, 'sentences'), mentions, classOf)
  return {
    id: article.id,
    document,
    reading,
    children: findChildren(reading),
    gold: toTokens(tokens, article.attributions),
  }
}

/** Annotates a story's accounts and lays the annotated quotations over the tokens. */
export function prepareStory(components: readonly Component[], story: GoldStory, classOf: WordClasses): PreparedStory {
  const accounts = story.documents.map(({ id, text }) => {
    const { layers } = annotateOnce(components, `${story.slug}-${id}`, text)
    const reading = createReading(text, layers.tokens!, layers.sentences!, layers.mentions!, classOf)
    const spans = story.quotes.filter(({ document }) => document === id).flatMap(({ parts }) => parts)
    return { reading, children: findChildren(reading), quoted: new Set(tokensIn(layers.tokens!, spans)) }
  })
  return { slug: story.slug, accounts }
}

/**
 * Centres of word classes: k-means over the vectors of the words the articles use at least five times, by direction.
 *
 * Returns `count` rows of whole numbers in [-127, 127]. Deterministic.
 */
export function learnCentres(texts: readonly string[], count: number): Int8Array {
  const vectors = loadVectors()
  const uses = new Map<string, number>()
  for (const text of texts) {
    for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) uses.set(word, (uses.get(word) ?? 0) + 1)
  }
  const rows = [...uses]
    .filter(([, n]) => n >= 5)
    .map(([word]) => word)
    .sort()
    .flatMap((word) => vectors.vectorOf(word) ?? [])
    .map((row) => normalize(Float32Array.from(row)))
  const random = createRandom(7)
  let centres = Array.from({ length: count }, () => rows[Math.floor(random() * rows.length)]!)
  for (let round = 0; round < 12; round++) {
    const sums = centres.map(() => new Float32Array(vectors.dimensions))
    for (const row of rows) {
      const sum = sums[nearest(row, centres)]!
      for (let k = 0; k < row.length; k++) sum[k]! += row[k]!
    }
    centres = sums.map((sum, i) => (sum.some((x) => x !== 0) ? normalize(sum) : centres[i]!))
  }
  return Int8Array.from(centres.flatMap((centre) => [...centre].map((x) => Math.round(x * 127))))
}

function nearest(row: Float32Array, centres: readonly Float32Array[]): number {
  let best = 0
  let high = Number.NEGATIVE_INFINITY
  centres.forEach((centre, i) => {
    let product = 0
    for (let k = 0; k < row.length; k++) product += row[k]! * centre[k]!
    if (product > high) {
      high = product
      best = i
    }
  })
  return best
}

function normalize(row: Float32Array): Float32Array {
  const length = Math.hypot(...row)
  return length === 0 ? row : row.map((x) => x / length)
}
