/** The file `models/coreference/lexicon.json`: lists of folded words, parted by spaces. */
export interface LexiconFile {
  readonly feminine: string
  readonly masculine: string
  readonly both: string
  /** `given nickname` pairs, parted by commas. */
  readonly nicknames: string
}

/** Answers whether it holds a word. */
type WordList = Pick<ReadonlySet<string>, 'has'>

// What a given name may be, as bits.
const FEMININE = 1
const MASCULINE = 2
const BOTH = 4

/** What is known of given names before any text is read. All keys are folded as by `foldName`. */
export interface Lexicon {
  readonly feminine: WordList
  readonly masculine: WordList
  readonly given: WordList
  /** What the last three letters of a given name suggest, where nine names in ten with them agree: `ika` → feminine. */
  readonly endings: ReadonlyMap<string, 'feminine' | 'masculine'>
  /** Short forms and long forms of a given name, in both directions. */
  readonly nicknames: ReadonlyMap<string, ReadonlySet<string>>
}

/** Unpacks the lexicon file; empty lists give a lexicon that knows nothing. */
export function parseLexicon(file: LexiconFile): Lexicon {
  // 55,000 names in one table, since filling several takes longer than an account is read in
  const kinds = new Map<string, number>()
  const add = (list: string, kind: number): void => {
    for (const word of splitWords(list)) kinds.set(word, (kinds.get(word) ?? 0) | kind)
  }
  add(file.feminine, FEMININE)
  add(file.masculine, MASCULINE)
  add(file.both, BOTH)
  const listOf = (kind: number): WordList => ({ has: (word) => ((kinds.get(word) ?? 0) & kind) !== 0 })
  const nicknames = new Map<string, Set<string>>()
  const link = (from: string, to: string): void => {
    const known = nicknames.get(from)
    if (known === undefined) nicknames.set(from, new Set([to]))
    else known.add(to)
  }
  for (const pair of file.nicknames.split(',')) {
    const [long, short] = pair.split(' ')
    if (long === undefined || short === undefined) continue
    link(long, short)
    link(short, long)
  }
  return {
    feminine: listOf(FEMININE),
    masculine: listOf(MASCULINE),
    endings: learnEndings(kinds),
    given: listOf(FEMININE | MASCULINE | BOTH),
    nicknames,
  }
}

/** Names needed to trust an ending. */
const LEAST_NAMES = 12

// Counts of women and of men in one number.
const WOMAN = 1
const MAN = 2 ** 20

function learnEndings(kinds: ReadonlyMap<string, number>): ReadonlyMap<string, 'feminine' | 'masculine'> {
  const counts = new Map<string, number>()
  for (const [name, kind] of kinds) {
    const count = (kind & FEMININE ? WOMAN : 0) + (kind & MASCULINE ? MAN : 0)
    if (count === 0 || name.length < 3) continue
    const ending = name.slice(-3)
    counts.set(ending, (counts.get(ending) ?? 0) + count)
  }
  const endings = new Map<string, 'feminine' | 'masculine'>()
  for (const [ending, count] of counts) {
    const women = count % MAN
    const men = (count - women) / MAN
    if (women + men < LEAST_NAMES) continue
    if (women >= 9 * men) endings.set(ending, 'feminine')
    else if (men >= 9 * women) endings.set(ending, 'masculine')
  }
  return endings
}

function splitWords(list: string): readonly string[] {
  return list.split(' ').filter((word) => word !== '')
}
