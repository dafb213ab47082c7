import type { FoundName } from './findNames.js'
import { extendPhrase, type Gazetteer, PHRASE_KINDS } from './gazetteer.js'
import { hashText, normOf } from './wordColumns.js'

/**
 * Mends names by the words inside them: "Oak & Ruiz" is one body, "Ada Quill the Medal of Honour" are two names, and so are "the
 * Harbour Laboratory in Port Alder" and "Quill Ada Jane Quill", whom a link repeats.
 *
 * Names stay in order and never overlap. Linear in names and words.
 */
export function partNames(
  names: readonly FoundName[],
  words: readonly string[],
  gazetteer: Gazetteer,
): readonly FoundName[] {
  return joinAmpersands(names, words)
    .flatMap((name) => partRepeats(name, words))
    .flatMap((name) => part(name, words, gazetteer))
}

const isCapital = (word: string | undefined): boolean => /^\p{Lu}/u.test(word ?? '')

// Of more capitals in a row the first belong to something else.
const MOST_BEFORE = 3

/** One name for the capitals on both sides of "&", whatever was found there. */
function joinAmpersands(names: readonly FoundName[], words: readonly string[]): readonly FoundName[] {
  const byEnd = new Map(names.map((name) => [name.to, name]))
  const byStart = new Map(names.map((name) => [name.from, name]))
  const joined: FoundName[] = []
  words.forEach((word, index) => {
    if (word !== '&' || !isCapital(words[index - 1]) || !isCapital(words[index + 1])) return
    const before = byEnd.get(index)
    let from = before?.from ?? index - 1
    if (before === undefined) while (index - from < MOST_BEFORE && from > 1 && isCapital(words[from - 1])) from--
    let to = byStart.get(index + 1)?.to ?? index + 2
    // "Oak & Ruiz’s, the maker": where nothing follows that it could own, the ending is the name's.
    if (/^['’]s$/.test(words[to] ?? '') && /^[,;:.!?)]$/.test(words[to + 1] ?? '')) to++
    const last = joined.at(-1)
    if (last !== undefined && last.to > from) joined[joined.length - 1] = { ...last, to }
    else joined.push({ from, to, label: 'Organization', probability: before?.probability ?? 0.5 })
  })
  if (joined.length === 0) return names
  let at = 0
  const apart = names.filter((name) => {
    while (at < joined.length && joined[at]!.to <= name.from) at++
    return at === joined.length || joined[at]!.from >= name.to
  })
  return [...apart, ...joined].sort((x, y) => x.from - y.from)
}

/** Two names of one person in a row: "Quill | Ada Jane Quill", "Ada Quill | Ada Jane Quill". */
function partRepeats(name: FoundName, words: readonly string[]): readonly FoundName[] {
  const { from, to, label } = name
  if (label !== 'Person') return [name]
  for (let index = from + 2; index < to; index++) {
    if (words[index] !== words[from] || words[from]!.length < 3) continue
    const cut = index === to - 1 ? from + 1 : index
    return [
      { ...name, to: cut },
      { ...name, from: cut },
    ]
  }
  return [name]
}

// Behind these an article goes on with the name: "Organisation for the Prohibition of Weapons", "Duke of the North".
const HOLDING: ReadonlySet<string> = new Set('of for and to on with by from at de & against under over'.split(' '))
const BODIES: ReadonlySet<string> = new Set(
  `laboratory institute university college school center centre office agency department ministry company hospital bank museum
  association commission council court committee authority foundation academy`.split(/\s+/),
)
const PERSON = PHRASE_KINDS.given | PHRASE_KINDS.person

function part(name: FoundName, words: readonly string[], gazetteer: Gazetteer): readonly FoundName[] {
  const { from, to } = name
  for (let index = from + 1; index < to - 1; index++) {
    const word = words[index]!
    if (word === 'the' && isCapital(words[index + 1]) && !HOLDING.has(words[index - 1]!.toLowerCase())) {
      const kinds = gazetteer.kindsOf(extendPhrase(0, hashText(normOf(words[from]!))))
      const isPerson = name.label === 'Misc' && index - from <= 3 && (kinds & PERSON) !== 0
      return [
        { ...name, to: index, ...(isPerson ? { label: 'Person' as const } : {}) },
        ...part({ ...name, from: index + 1 }, words, gazetteer),
      ]
    }
    if (word === 'in' && BODIES.has(normOf(words[index - 1]!)) && isCapital(words[index + 1])) {
      const label = name.label === 'Misc' ? ('Organization' as const) : name.label
      return [
        { ...name, to: index, label },
        { ...name, from: index + 1, label: 'Location' },
      ]
    }
  }
  return [name]
}
