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
  const classes = new Map<string, WordClass>()
  for (const line of text.split('\n')) {
    const [word, fine, coarse, meaning, capitals] = line.split('\t')
    if (word === undefined || capitals === undefined) continue
    classes.set(word, {
      fine: Number(fine) + 1,
      coarse: Number(coarse) + 1,
      meaning: Number(meaning),
      capitals: Number(capitals),
    })
  }
  return (norm) => classes.get(norm) ?? UNLISTED
}
