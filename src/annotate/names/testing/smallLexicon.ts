import { COLUMNS, FLAGS, type Lexicon } from '../wordColumns.js'

/** A lexicon for tests: knows which small words are often or never inside names, and nothing else. */
export function createSmallLexicon(strong: readonly string[], closed: readonly string[]): Lexicon {
  return {
    describe(_word, norm, row, offset) {
      const at = offset + COLUMNS.flags
      if (strong.includes(norm)) row[at] = (row[at] as number) | FLAGS.strong
      if (closed.includes(norm)) row[at] = (row[at] as number) | FLAGS.closed
    },
  }
}
