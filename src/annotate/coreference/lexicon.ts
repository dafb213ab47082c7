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
  return { feminine, masculine, given: new Set([...feminine, ...masculine, ...splitWords(file.both)]), nicknames }
}

function splitWords(list: string): readonly string[] {
  return list.split(' ').filter((word) => word !== '')
}
