/** Words that only say that a body is a company; a name with and without them is one. */
const LEGAL_FORMS: ReadonlySet<string> = new Set(
  'inc incorporated corp corporation co company companies ltd limited llc plc group holdings holding gmbh ag sa nv bv lp llp pty'.split(
    ' ',
  ),
)

/** Words that name a kind of body, and alone no body in particular. */
const KINDS: ReadonlySet<string> = new Set(
  `committee commission council court department ministry office agency bureau authority service services board union association
  university college school hospital institute center centre foundation fund bank party force forces army navy police government
  administration campaign team club league times post news press daily journal street road airport station house hall county city
  state states republic kingdom island islands river lake sea park district province region international national federal general
  public united american british american's group company organization organisation network system church party party's security`.split(
    /\s+/,
  ),
)

/** Before a name these make another place: York is not New York. */
const DIRECTIONS: ReadonlySet<string> = new Set(
  'new north south east west northern southern eastern western central upper lower saint st san los las el la port fort'.split(
    ' ',
  ),
)

const SMALL: ReadonlySet<string> = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'de', 'du', 'la', 'des', 'del', '&'])

/** The folded words without legal forms at the end; never empty for a non-empty name. */
export function withoutLegalForm(words: readonly string[]): readonly string[] {
  let end = words.length
  while (end > 1 && LEGAL_FORMS.has(words[end - 1] as string)) end--
  return words.slice(0, end)
}

/**
 * Whether `short` is a shorter name of the body `full`: its acronym, its name without a place before it ("the Senate" for
 * "the U.S. Senate"), its first word where the rest says only what kind of body it is ("Harvard" for "Harvard University"),
 * or its last word where that is a name rather than a kind ("the Gazette").
 */
export function isShortBody(
  short: readonly string[],
  full: readonly string[],
  isPlaceWord: (word: string) => boolean,
): boolean {
  const core = withoutLegalForm(full)
  const brief = withoutLegalForm(short)
  if (brief.join(' ') === core.join(' ')) return true
  if (short.length === 1 && isAcronymOf(short[0] as string, full)) return true
  if (brief.length >= core.length) return false
  const offset = core.length - brief.length
  if (brief.every((word, i) => word === core[offset + i])) {
    const front = core.slice(0, offset)
    if (SMALL.has(front.at(-1) as string) || DIRECTIONS.has(front.at(-1) as string)) return false
    if (front.every(isPlaceWord)) return true
    return brief.length >= 2 ? front.length === 1 : !KINDS.has(brief[0] as string) && core.length <= 3
  }
  if (brief.every((word, i) => word === core[i])) {
    const rest = core.slice(brief.length)
    if (SMALL.has(rest[0] as string)) return false
    const plain = !KINDS.has(brief[0] as string) && !brief.every(isPlaceWord)
    return plain && rest.length <= 2 && (rest.every((word) => KINDS.has(word)) || core.length === 2)
  }
  return false
}

/** True where the letters of `word` are the first letters of the words of `full`, small words counted or not. */
export function isAcronymOf(word: string, full: readonly string[]): boolean {
  if (word.length < 2 || word.length > 8 || full.length < 2) return false
  return word === initials(full, false) || (word.length > 2 && word === initials(full, true))
}

/** First letters: `international criminal court` → `icc`. */
export function initials(words: readonly string[], withSmall: boolean): string {
  let out = ''
  for (const word of words) if (withSmall || !SMALL.has(word)) out += word[0]
  return out
}
