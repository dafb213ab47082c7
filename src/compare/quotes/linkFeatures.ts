import type { WordPairs, WordWeight } from './alignWords.js'
import type { QuoteWord } from './quoteWords.js'
import { relateSpeakers, type StoryQuote } from './storyQuotes.js'
import { isSameStem } from './wordForms.js'
import type { WordRarity } from './wordRarity.js'
import { isLightWord } from './wordWeights.js'

/** What the decision rests on; the names are those of the trained weights. */
export interface LinkFeatures {
  readonly bias: 1
  /** Share of the lighter quotation's weight that is matched, [0, 1]. */
  readonly coverShort: number
  readonly coverLong: number
  /** Natural logarithm of 1 + matched weight. */
  readonly matched: number
  /** Natural logarithm of 1 + words in the longest unbroken run, of those with a word that tells something. */
  readonly run: number
  /** Matched words by all words between the first and the last match. */
  readonly density: number
  readonly oneWord: number
  readonly sameSpeaker: number
  readonly otherSpeaker: number
  /** One to three words that stand whole in the other's, by the same speaker, where the other account has them nowhere else. */
  readonly onlyThere: number
  /** Such words that the other account has elsewhere too, or by a speaker who may be another. */
  readonly alsoElsewhere: number
  /** Share of the lighter quotation's telling words that are matched, or stand in the other in another form, [0, 1]. */
  readonly forms: number
  /** Rarity in news of the rarest matched word that tells something, in tens of natural logarithms; 0 where none is. */
  readonly rare: number
}

// Learnt by logistic regression on the hand-annotated stories: training/attribute/learnQuoteLinks.ts, docs/quotes.md.
const WEIGHTS: Readonly<Record<keyof LinkFeatures, number>> = {
  bias: -8.857,
  coverShort: 3.45,
  coverLong: 2.036,
  matched: 1.206,
  run: 1.5,
  density: -0.664,
  oneWord: -0.642,
  sameSpeaker: 0.598,
  otherSpeaker: -0.517,
  onlyThere: 0.907,
  alsoElsewhere: -1.096,
  forms: 2.671,
  rare: 1.605,
}

// 0.45: out of fold on the annotated stories F1 is level from 0.45 to 0.49 (90.1).
export const THRESHOLD = 0.45

/** What the decision on a pair rests on; null where nothing telling is matched. */
export function readLinkFeatures(
  a: StoryQuote,
  b: StoryQuote,
  pairs: WordPairs,
  weight: WordWeight,
  rarity: WordRarity,
): LinkFeatures | null {
  const first = pairs[0]
  const last = pairs[pairs.length - 1]
  if (first === undefined || last === undefined) return null
  const matched = pairs.reduce((sum, [i]) => sum + weight(a.words[i]!.norm), 0)
  const total = (words: readonly QuoteWord[]): number => words.reduce((sum, word) => sum + weight(word.norm), 0)
  const totals = [total(a.words), total(b.words)].sort((x, y) => x - y)
  const reach = Math.min(last[0] - first[0], last[1] - first[1]) + 1
  const speakers = relateSpeakers(a, b)
  return {
    bias: 1,
    coverShort: matched / totals[0]!,
    coverLong: matched / totals[1]!,
    matched: Math.log(1 + matched),
    run: Math.log(1 + longestRun(pairs, a)),
    density: pairs.length / Math.max(reach, pairs.length),
    oneWord: Math.min(a.words.length, b.words.length) === 1 ? 1 : 0,
    sameSpeaker: speakers === 'same' ? 1 : 0,
    otherSpeaker: speakers === 'different' ? 1 : 0,
    ...readShort(a, b, pairs, speakers === 'same'),
    forms: shareOfForms(a, b),
    rare: rarestOf(pairs, a, rarity) / 10,
  }
}

/** Words so few that anybody may have said them. */
export const FEW_WORDS = 3

function readShort(
  a: StoryQuote,
  b: StoryQuote,
  pairs: WordPairs,
  isSame: boolean,
): Pick<LinkFeatures, 'onlyThere' | 'alsoElsewhere'> {
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a]
  const isWhole =
    short.words.length <= FEW_WORDS && pairs.length === short.words.length && long.words.length > pairs.length
  if (!isWhole) return { onlyThere: 0, alsoElsewhere: 0 }
  const words = short.words.map(({ norm }) => norm).join(' ')
  const isOnly = isSame && standsOnce(words, long.text)
  return { onlyThere: isOnly ? 1 : 0, alsoElsewhere: isOnly ? 0 : 1 }
}

function standsOnce(words: string, text: string): boolean {
  const plain = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  const first = plain.indexOf(` ${words} `)
  return first >= 0 && plain.indexOf(` ${words} `, first + 1) < 0
}

/** Share of the lighter quotation's telling words that stand in the other in some form, [0, 1]. */
export function shareOfForms(a: StoryQuote, b: StoryQuote): number {
  const [x, y] = [getTelling(a), getTelling(b)]
  const [short, long] = x.length <= y.length ? [x, y] : [y, x]
  if (short.length === 0) return 0
  return short.filter((word) => long.some((other) => other === word || isSameStem(word, other))).length / short.length
}

// A quotation meets dozens of others.
const tellingOf = new WeakMap<StoryQuote, readonly string[]>()

/** Its words that tell something, each once. */
function getTelling(quote: StoryQuote): readonly string[] {
  let telling = tellingOf.get(quote)
  if (telling === undefined) {
    telling = [...new Set(quote.words.map(({ norm }) => norm).filter((norm) => !isLightWord(norm)))]
    tellingOf.set(quote, telling)
  }
  return telling
}

function rarestOf(pairs: WordPairs, a: StoryQuote, rarity: WordRarity): number {
  let rarest = 0
  for (const [i] of pairs) {
    const { norm } = a.words[i]!
    if (!isLightWord(norm)) rarest = Math.max(rarest, rarity(norm))
  }
  return rarest
}

function longestRun(pairs: WordPairs, a: StoryQuote): number {
  let longest = 0
  let length = 0
  let telling = false
  let before: readonly [number, number] = [-9, -9]
  for (const pair of pairs) {
    const next = pair[0] === before[0] + 1 && pair[1] === before[1] + 1
    length = next ? length + 1 : 1
    telling = (next && telling) || !isLightWord(a.words[pair[0]]!.norm)
    if (telling && length > longest) longest = length
    before = pair
  }
  return longest
}

/** Probability that a pair gives one utterance. */
export function scoreLink(features: LinkFeatures): number {
  let sum = 0
  for (const key of Object.keys(WEIGHTS) as (keyof LinkFeatures)[]) sum += WEIGHTS[key] * features[key]
  return 1 / (1 + Math.exp(-sum))
}
