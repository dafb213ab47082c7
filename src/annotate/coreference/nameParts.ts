import { foldName } from './foldName.js'
import { genderOfTitle, isNameSuffix, isTitle } from './titles.js'

/** A name taken apart; every word folded. */
export interface NameParts {
  /** The name's own words: titles, suffixes, nicknames in quotes and a leading article left off. Never empty for a non-empty name. */
  readonly words: readonly string[]
  /** `words` joined by spaces: equal keys are equal names. */
  readonly key: string
  readonly suffix: string | null
  /** What the titles inside the name tell. */
  readonly titleGender: 'feminine' | 'masculine' | null
  readonly titled: boolean
  /** Written in capitals throughout, two letters or more: an acronym, or any name in a headline of capitals. */
  readonly capitals: boolean
}

const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'an'])

/**
 * Takes a name apart. Titles are stripped from the front and suffixes from the end as long as a word remains, and only
 * from people's names: "General Motors" keeps its general.
 */
export function parseName(text: string, person: boolean): NameParts {
  const all = foldName(withoutNickname(text))
    .split(' ')
    .filter((word) => word !== '')
  let start = 0
  let end = all.length
  let titleGender: NameParts['titleGender'] = null
  if (end - start > 1 && ARTICLES.has(all[start] as string)) start++
  let suffix: string | null = null
  if (person) {
    while (end - start > 1 && isTitle(all[start] as string)) {
      titleGender = genderOfTitle(all[start] as string) ?? titleGender
      start++
    }
    while (end - start > 1 && isNameSuffix(all[end - 1] as string)) suffix = all[--end] as string
  }
  const words = all.slice(start, end)
  const letters = text.replace(/^(?:the|an?)\s|\P{L}/giu, '')
  const capitals = letters.length >= 2 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
  return { words, key: words.join(' '), suffix, titleGender, titled: person && start > 0, capitals }
}

/** Drops `"Chuck"` in `Charles "Chuck" Schumer`, and brackets; keeps the text where nothing else would remain. */
function withoutNickname(text: string): string {
  const open = text.search(/["“(]/)
  if (open <= 0) return text
  const close = text.slice(open + 1).search(/["”)]/)
  return close < 0 ? text : `${text.slice(0, open)} ${text.slice(open + close + 2)}`
}

/** True for a single letter or a run of initials: `j`, `w`, `hw`. */
export function isInitial(word: string): boolean {
  return word.length === 1 || (word.length === 2 && !/[aeiouy]/.test(word))
}
