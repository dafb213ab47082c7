import { findCasing, writePosFeatures } from '../../src/annotate/syntax/posFeatures.js'
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
    writeFeatures: (index, history, out) =>
      writePosFeatures(
        words,
        0,
        length,
        index,
        casing,
        index > 0 ? history[index - 1]! : start,
        index > 1 ? history[index - 2]! : start,
        none,
        out,
      ),
  }
}
