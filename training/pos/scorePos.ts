import type { SyntaxModels } from '../../src/annotate/syntax/index.js'
import { lemmatize } from '../../src/annotate/syntax/lemmatize.js'
import type { TreebankSentence } from '../shared/readConllu.js'

/** Shares of gold tokens with the right tag or lemma, and of each universal tag found. */
export interface PosScores {
  readonly tokens: number
  readonly upos: number
  readonly xpos: number
  readonly lemmas: number
  readonly recall: { readonly [upos: string]: number }
}

/** Scores tagging and lemmas on the treebank's own tokens, lemmas under the predicted tags. */
export function scorePos(models: SyntaxModels, sentences: readonly TreebankSentence[]): PosScores {
  const { tagger, lookup } = models
  let tokens = 0
  let upos = 0
  let xpos = 0
  let lemmas = 0
  const found = new Map<string, [right: number, total: number]>()
  for (const sentence of sentences) {
    const words = sentence.words.map(lookup)
    const numbers = new Uint8Array(words.length)
    tagger.tag(words, 0, words.length, numbers)
    words.forEach((word, index) => {
      const gold = sentence.upos[index]!
      const pair = found.get(gold) ?? [0, 0]
      found.set(gold, pair)
      tokens += 1
      pair[1] += 1
      const tag = tagger.tags[numbers[index]!]!
      if (tagger.pos[numbers[index]!] === gold) {
        upos += 1
        pair[0] += 1
      }
      if (tag === sentence.xpos[index]) xpos += 1
      if (lemmatize(word, tag, models.lemmas, models.classes) === sentence.lemmas[index]) lemmas += 1
    })
  }
  const recall = Object.fromEntries([...found].sort().map(([tag, [right, total]]) => [tag, round(right / total)]))
  return { tokens, upos: round(upos / tokens), xpos: round(xpos / tokens), lemmas: round(lemmas / tokens), recall }
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000
}
