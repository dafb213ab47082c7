import type { SyntaxModels } from '../../src/annotate/syntax/index.js'
import type { TreebankSentence } from '../shared/readConllu.js'

/** Shares of gold tokens with the right head (UAS), and right relation too (LAS); LAS by gold relation. */
export interface ParseScores {
  readonly tokens: number
  readonly uas: number
  readonly las: number
  readonly byRelation: { readonly [relation: string]: number }
}

/** Scores the parser on gold tokens under the tagger's own tags; punctuation and subtypes of relations count. */
export function scoreParse(models: SyntaxModels, sentences: readonly TreebankSentence[]): ParseScores {
  let tokens = 0
  let heads = 0
  let both = 0
  const found = new Map<string, [right: number, total: number]>()
  for (const sentence of sentences) {
    const words = sentence.words.map(models.lookup)
    const tags = new Uint8Array(words.length)
    const guessed = new Int32Array(words.length)
    const relations = new Uint8Array(words.length)
    models.tagger.tag(words, 0, words.length, tags)
    models.parser.parse(words, tags, 0, words.length, guessed, relations)
    sentence.heads.forEach((head, index) => {
      const gold = sentence.relations[index]!
      const pair = found.get(gold) ?? [0, 0]
      found.set(gold, pair)
      tokens += 1
      pair[1] += 1
      if (guessed[index] !== head) return
      heads += 1
      if (head >= 0 && models.parser.relations[relations[index]!] !== gold) return
      both += 1
      pair[0] += 1
    })
  }
  const frequent = [...found].filter(([, [, total]]) => total >= 30).sort((a, b) => b[1][1] - a[1][1])
  return {
    tokens,
    uas: round(heads / tokens),
    las: round(both / tokens),
    byRelation: Object.fromEntries(frequent.map(([relation, [right, total]]) => [relation, round(right / total)])),
  }
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000
}
