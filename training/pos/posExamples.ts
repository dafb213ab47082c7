import {
  findCasing,
  writeAfterFeatures,
  writeBeforeFeatures,
  writeOwnFeatures,
  writePlaceFeatures,
} from '../../src/annotate/syntax/posFeatures.js'
import type { WordInfo } from '../../src/annotate/syntax/wordTable.js'
import type { TreebankSentence } from '../shared/readConllu.js'
import type { Example } from '../shared/trainTagger.js'

/** Label of a word: both tags, `VERB|VBD`. */
export function joinTags(upos: string, xpos: string): string {
  return `${upos}|${xpos}`
}

/** Labels seen at least `least` times, most frequent first. */
export function collectLabels(sentences: readonly TreebankSentence[], least: number): string[] {
  const counts = new Map<string, number>()
  for (const sentence of sentences) {
    sentence.upos.forEach((upos, index) => {
      const label = joinTags(upos, sentence.xpos[index]!)
      counts.set(label, (counts.get(label) ?? 0) + 1)
    })
  }
  return [...counts]
    .filter(([, count]) => count >= least)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([label]) => label)
}

/** A sentence as a tagging example; a rare pair of tags takes the most frequent label with its universal tag. */
export function toPosExample(
  sentence: TreebankSentence,
  labels: readonly string[],
  lookup: (word: string) => WordInfo,
): Example {
  const words = sentence.words.map(lookup)
  const none = lookup('')
  const length = words.length
  const casing = findCasing(words, 0, length)
  const gold = Uint8Array.from(sentence.upos, (upos, index) => {
    const exact = labels.indexOf(joinTags(upos, sentence.xpos[index]!))
    return exact >= 0 ? exact : labels.findIndex((label) => label.startsWith(`${upos}|`))
  })
  const start = labels.length
  return {
    gold,
    writeFeatures: (index, history, out) => {
      writeOwnFeatures(words[index]!, out)
      writeBeforeFeatures(index > 0 ? words[index - 1]! : none, out)
      writeAfterFeatures(index + 1 < length ? words[index + 1]! : none, out)
      const label1 = index > 0 ? history[index - 1]! : start
      const label2 = index > 1 ? history[index - 2]! : start
      writePlaceFeatures(words, 0, length, index, casing, label1, label2, none, out)
    },
  }
}

// 20 times with one label and at most one slip in 500: the label is the word's own. Open classes need 100: most nouns and
// adjectives of English are verbs somewhere (`to free`, `to head`)
const LEAST_SEEN = 20
const LEAST_SEEN_OPEN = 100
const MOST_SLIPS = 0.002
const OPEN = /^(ADJ|NOUN|PROPN|VERB|X|INTJ|SYM)/

/** Words, as written, that have one label only, as `word⇥label number` lines; the tagger need not score them. */
export function collectFixed(sentences: readonly TreebankSentence[], labels: readonly string[]): string {
  const seen = new Map<string, Map<string, number>>()
  for (const sentence of sentences) {
    sentence.words.forEach((word, index) => {
      const counts = seen.get(word) ?? new Map<string, number>()
      seen.set(word, counts)
      const label = joinTags(sentence.upos[index]!, sentence.xpos[index]!)
      counts.set(label, (counts.get(label) ?? 0) + 1)
    })
  }
  const lines: string[] = []
  for (const [word, counts] of seen) {
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
    const [label, most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!
    const least = OPEN.test(label) ? LEAST_SEEN_OPEN : LEAST_SEEN
    if (total >= least && total - most <= total * MOST_SLIPS) lines.push(`${word}\t${labels.indexOf(label)}`)
  }
  return `${lines.sort().join('\n')}\n`
}
