/** The file `models/coreference/lexicon.json`: lists of folded words, parted by spaces. */
export interface LexiconFile {
  readonly feminine: string
  readonly masculine: string
  readonly both: string
  /** `given nickname` pairs, parted by commas. */
  readonly nicknames: string
}

/** What is known of given names before any text is read. All keys are folded as by `foldName`. */
export interface Lexicon {
  readonly feminine: ReadonlySet<string>
  readonly masculine: ReadonlySet<string>
  readonly given: ReadonlySet<string>
  /** What the last three letters of a given name suggest, where nine names in ten with them agree: `ika` → feminine. */
  readonly endings: ReadonlyMap<string, 'feminine' | 'masculine'>
  /** Short forms and long forms of a given name, in both directions. */
  readonly nicknames: ReadonlyMap<string, ReadonlySet<string>>
}

/** Unpacks the lexicon file; empty lists give a lexicon that knows nothing. */
export function parseLexicon(file: LexiconFile): Lexicon {
  const feminine = new Set(splitWords(file.feminine))
  const masculine = new Set(splitWords(file.masculine))
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
  const endings = learnEndings(feminine, masculine)
  return {
    feminine,
    masculine,
    endings,
    given: new Set([...feminine, ...masculine, ...splitWords(file.both)]),
    nicknames,
  }
}

/** Names needed to trust an ending. */
const LEAST_NAMES = 12

function learnEndings(
  feminine: ReadonlySet<string>,
  masculine: ReadonlySet<string>,
): ReadonlyMap<string, 'feminine' | 'masculine'> {
  const counts = new Map<string, [number, number]>()
  const add = (names: ReadonlySet<string>, side: 0 | 1): void => {
    for (const name of names) {
      const ending = name.slice(-3)
      const count = counts.get(ending) ?? [0, 0]
      count[side]++
      counts.set(ending, count)
    }
  }
  add(feminine, 0)
  add(masculine, 1)
  const endings = new Map<string, 'feminine' | 'masculine'>()
  for (const [ending, [women, men]] of counts) {
    if (women + men < LEAST_NAMES || ending.length < 3) continue
    if (women >= 9 * men) endings.set(ending, 'feminine')
    else if (men >= 9 * women) endings.set(ending, 'masculine')
  }
  return endings
}

function splitWords(list: string): readonly string[] {
  return list.split(' ').filter((word) => word !== '')
}
