import type { FoundName } from './findNames.js'
import { extendPhrase, type Gazetteer, PHRASE_KINDS } from './gazetteer.js'
import { hashText, normOf } from './wordColumns.js'

/** What the words around the names of one text are. */
export interface NameSetting {
  readonly words: readonly string[]
  /** True for tokens of a dateline: "LARKIN, Ohio —". */
  readonly isDateline: (token: number) => boolean
  readonly gazetteer: Gazetteer
}

/**
 * Mends what the layout and the wording of a text say against the tagger: places in datelines and behind "the town of", a place and
 * a person that meet at the end of a phrase ("On the way to Alaska Smith said"), buildings and storms taken for people ("Joint Base
 * Lewis", "Hurricane Ada"), saints that are places ("St. Paul"), two people before one noun ("the Quill-Orr talks").
 *
 * A name so shown to be a place is one wherever else the text has it alone. Names stay in order; linear in them.
 */
export function settleNames(names: readonly FoundName[], setting: NameSetting): readonly FoundName[] {
  const lasts = countLastWords(names, setting.words)
  const ends = collectEnds(names, setting)
  const parted = names
    .flatMap((name) => partPlace(name, lasts, setting))
    .flatMap((name) => partPair(name, ends, setting))
    .map((name, index, all) => takeSaint(name, all[index - 1]?.to ?? 0, setting))
  const shown = new Set(parted.filter((name) => isShownPlace(name, setting)).map((name) => keyOf(name, setting.words)))
  const people = new Set(
    parted
      .filter(({ label, from, to }) => label === 'Person' && to - from > 1)
      .map(({ to }) => normAt(setting, to - 1)),
  )
  return parted.map((name) => {
    const { label, from, to } = name
    if (label !== 'Person' && label !== 'Misc') return name
    if (label === 'Person' && isBuilding(name, setting.words)) return { ...name, label: 'Facility' }
    if (label === 'Person' && to - from > 1 && (STORMS.has(normAt(setting, from)) || isCase(name, setting.words)))
      return { ...name, label: 'Misc' }
    // Somebody of the same surname in the text: "Ms. Lincoln of Lincoln" must not lose her name.
    const alike = shown.has(keyOf(name, setting.words)) && (to - from > 1 || !people.has(normAt(setting, from)))
    return alike || isShownPlace(name, setting) ? { ...name, label: 'Location' } : name
  })
}

function keyOf({ from, to }: FoundName, words: readonly string[]): string {
  return words.slice(from, to).map(normOf).join(' ')
}

function normAt({ words }: NameSetting, index: number): string {
  return normOf(words[index] as string)
}

/** How often each word ends a person's name. */
function countLastWords(names: readonly FoundName[], words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { label, to } of names) {
    if (label !== 'Person') continue
    const last = normOf(words[to - 1] as string)
    counts.set(last, (counts.get(last) ?? 0) + 1)
  }
  return counts
}

const WHERE: ReadonlySet<string> = new Set(
  'to in from at near across through toward towards outside inside around'.split(' '),
)
const PLACE = PHRASE_KINDS.city | PHRASE_KINDS.country | PHRASE_KINDS.region
const PERSON = PHRASE_KINDS.given | PHRASE_KINDS.person

/**
 * Parts "to Alaska Smith" where the list knows the first word as a place and no given name, and the text has the last one as a
 * person's name elsewhere.
 */
function partPlace(name: FoundName, lasts: ReadonlyMap<string, number>, setting: NameSetting): readonly FoundName[] {
  const { from, to, label } = name
  if (label !== 'Person' || to - from < 2 || !WHERE.has(normOf(setting.words[from - 1] ?? ''))) return [name]
  if ((lasts.get(normAt(setting, to - 1)) ?? 0) < 2) return [name]
  const kinds = setting.gazetteer.kindsOf(extendPhrase(0, hashText(normAt(setting, from))))
  if ((kinds & PLACE) === 0 || (kinds & PERSON) !== 0) return [name]
  return [
    { ...name, to: from + 1, label: 'Location' },
    { ...name, from: from + 1 },
  ]
}

/** First and last words of people's names, those with a hyphen left out. */
function collectEnds(names: readonly FoundName[], setting: NameSetting): ReadonlySet<string> {
  const ends = new Set<string>()
  for (const { label, from, to } of names) {
    if (label !== 'Person' || setting.words.slice(from, to).includes('-')) continue
    ends.add(normAt(setting, from))
    ends.add(normAt(setting, to - 1))
  }
  return ends
}

/** Parts "Quill-Orr" where both are people of the text by themselves; a double name has no such halves. */
function partPair(name: FoundName, ends: ReadonlySet<string>, setting: NameSetting): readonly FoundName[] {
  const { from, to, label } = name
  if (label !== 'Person' || to - from !== 3 || !/^[-–]$/.test(setting.words[from + 1]!)) return [name]
  if (!ends.has(normAt(setting, from)) || !ends.has(normAt(setting, to - 1))) return [name]
  return [
    { ...name, to: from + 1 },
    { ...name, from: to - 1 },
  ]
}

/** "St. Paul" for a "Paul" behind "St.", and a place: of the saints themselves news seldom tells. */
function takeSaint(name: FoundName, free: number, { words }: NameSetting): FoundName {
  const { from, to, label } = name
  const isSaint =
    label === 'Person' && to - from === 1 && from > free && /^(?:St\.?|Ste\.|Saint)$/.test(words[from - 1]!)
  return isSaint ? { ...name, from: from - 1, label: 'Location' } : name
}

/** "Quill v. Orr" is a case, not a person. */
function isCase({ from, to }: FoundName, words: readonly string[]): boolean {
  return words.slice(from + 1, to - 1).some((word) => word === 'v.' || word === 'vs.' || word === 'v')
}

const STORMS: ReadonlySet<string> = new Set('hurricane typhoon cyclone superstorm storm'.split(' '))

const PLACE_NOUNS: ReadonlySet<string> = new Set(
  'town city village county province state district island port capital municipality hamlet suburb prefecture borough'.split(
    ' ',
  ),
)

/** A name in a dateline, or behind "the town of". */
function isShownPlace({ from, label }: FoundName, { words, isDateline }: NameSetting): boolean {
  if (label === 'Organization' || label === 'Facility') return false
  if (isDateline(from)) return true
  return normOf(words[from - 1] ?? '') === 'of' && PLACE_NOUNS.has(normOf(words[from - 2] ?? ''))
}

const BUILDINGS: ReadonlySet<string> = new Set(
  'base airport hospital bridge stadium prison airfield arena cathedral courthouse museum library airbase barracks'.split(
    ' ',
  ),
)

/** True where a word of the name, first or last, is what is built and not who: "Base Elm-Ridge", "Lewis Airfield". */
function isBuilding({ from, to }: FoundName, words: readonly string[]): boolean {
  if (to - from < 2) return false
  return BUILDINGS.has(normOf(words[from] as string)) || BUILDINGS.has(normOf(words[to - 1] as string))
}
