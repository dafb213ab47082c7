import { createRandom } from './crf.js'
import type { LabelledText } from './texts.js'

// One sentence in twelve for each way of writing: enough to learn that capitals may say nothing, without crowding out prose.
const SHARE = 1 / 12
// Headlines are short; longer sentences are hardly ever set this way.
const LONGEST = 20

/**
 * Copies of some short sentences as headlines write them, all in capitals or (nearly) each word with one, as texts of their own.
 *
 * Labels stay. Deterministic for a seed.
 */
export function recaseTexts(texts: readonly LabelledText[], seed: number): LabelledText[] {
  const random = createRandom(seed)
  const copies: LabelledText[] = []
  for (const text of texts) {
    for (const recase of [toCapitals, toTitle, toFullTitle]) {
      const words: string[] = []
      const labels: number[] = []
      const sentences: [number, number][] = []
      for (const [from, to] of text.sentences) {
        if (to - from > LONGEST || to - from < 4 || random() > SHARE) continue
        sentences.push([words.length, words.length + to - from])
        for (let index = from; index < to; index++) {
          words.push(recase(text.words[index] as string))
          labels.push(text.labels[index] as number)
        }
      }
      if (words.length > 0) copies.push({ id: `${text.id}#recased`, words, labels: Uint8Array.from(labels), sentences })
    }
  }
  return copies
}

function toCapitals(word: string): string {
  return word.toUpperCase()
}

/** As most American papers set titles: short words stay small. */
function toTitle(word: string): string {
  return word.length < 4 ? word : toFullTitle(word)
}

function toFullTitle(word: string): string {
  return (word[0] as string).toUpperCase() + word.slice(1)
}
