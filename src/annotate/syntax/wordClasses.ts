/** What unlabelled text taught of a word: see `training/pos/buildLexicon.ts`. */
export interface WordClass {
  /** Class of words with like neighbours, from 1; 0 for words not in the list. */
  readonly fine: number
  /** The same, fewer and larger classes. */
  readonly coarse: number
  /** Class of words with like meaning. */
  readonly meaning: number
  /** How often it is capitalised within sentences: 0 never … 4 always, 5 too rare to tell, 6 not in the list. */
  readonly capitals: number
}

const UNLISTED: WordClass = { fine: 0, coarse: 0, meaning: 0, capitals: 6 }

/** Looks up the classes of a normal form; unlisted words share one entry. */
export type WordClasses = (norm: string) => WordClass

/** Reads the list as `training/pos/buildLexicon.ts` writes it: word and four numbers a line, parted by tabs. */
export function readWordClasses(text: string): WordClasses {
  // Where each word's numbers start; a text holds few of the 30,000 words, so numbers are read when a word is met.
  const places = new Map<string, number>()
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start)
    const stop = end < 0 ? text.length : end
    const tab = text.indexOf('\t', start)
    if (tab >= 0 && tab < stop) places.set(text.slice(start, tab), tab + 1)
    start = stop + 1
  }
  const met = new Map<string, WordClass>()
  return (norm) => {
    const known = met.get(norm)
    if (known !== undefined) return known
    const place = places.get(norm)
    if (place === undefined) return UNLISTED
    const read = readNumbers(text, place)
    met.set(norm, read)
    return read
  }
}

function readNumbers(text: string, place: number): WordClass {
  const end = text.indexOf('\n', place)
  const [fine, coarse, meaning, capitals] = text.slice(place, end < 0 ? text.length : end).split('\t')
  if (capitals === undefined) return UNLISTED
  return { fine: Number(fine) + 1, coarse: Number(coarse) + 1, meaning: Number(meaning), capitals: Number(capitals) }
}
