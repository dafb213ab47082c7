import { foldName } from './foldName.js'
import type { Mention, Token } from '../layers.js'
import { type DraftMention, type Reading, tokenAt } from './draft.js'
import { parseName } from './nameParts.js'
import { nounClass } from './nouns.js'
import { countryOf } from './places.js'
import { genderOfTitle, isTitle, STRONG_TITLES } from './titles.js'

/**
 * Drafts of the names that an earlier component found, and of people whom only a title gives away ("Sen. …", "Mr. …" before
 * capitalised words that it left out). Sorted by start, without overlaps among the added ones.
 */
export function draftNames(
  reading: Reading,
  mentions: readonly Mention[],
  isGiven: (folded: string) => boolean = () => false,
): DraftMention[] {
  const { tokens } = reading
  const taken = new Uint8Array(tokens.length)
  const drafts: DraftMention[] = []
  let covered = 0
  for (const mention of mentions) {
    if (mention.form !== 'name' || mention.end <= mention.start) continue
    if (isDate(reading.text.slice(mention.start, mention.end))) continue
    const firstToken = tokenAt(tokens, mention.start)
    // Taken into the name before: "Trade" in "Department of Trade".
    if (firstToken < covered) continue
    let endToken = firstToken
    while (endToken < tokens.length && (tokens[endToken] as Token).start < mention.end) endToken++
    if (endToken === firstToken) continue
    const named = endToken
    endToken = maskedEnd(reading, endToken)
    if (mention.type === 'person') endToken = suffixEnd(reading, endToken)
    else if (mention.type === 'organization') endToken = ownPossessiveEnd(reading, remitEnd(reading, endToken))
    if (endToken > named) covered = endToken
    taken.fill(1, firstToken, endToken)
    const end = Math.max(mention.end, (tokens[endToken - 1] as Token).end)
    drafts.push(draftName(reading, { ...mention, end }, firstToken, endToken))
  }
  for (let i = 0; i + 1 < tokens.length; i++) {
    if (taken[i + 1] === 1 || !isCapitalised(wordOf(reading, i + 1))) continue
    const word = wordOf(reading, i)
    const least = STRONG_TITLES.has(foldName(word)) ? 1 : isRoleNoun(word) ? 2 : 0
    const run = least === 0 ? i + 1 : capitalisedRun(reading, taken, i + 1)
    if (run === i + 1 || run - i - 1 < least) continue
    const start = (tokens[i + 1] as Token).start
    const end = (tokens[run - 1] as Token).end
    for (let j = i + 1; j < run; j++) taken[j] = 1
    drafts.push(draftName(reading, { start, end, type: 'person', token: run - 1, probability: 0.9 }, i + 1, run))
  }
  addRepeatedSurnames(reading, taken, drafts)
  addGivenNames(reading, taken, drafts, isGiven)
  return drafts.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Surnames of people that were found elsewhere by their full names: one reading of a word per account. */
function addRepeatedSurnames(reading: Reading, taken: Uint8Array, drafts: DraftMention[]): void {
  const surnames = new Set<string>()
  for (const draft of drafts) {
    const last = draft.parts?.words.at(-1)
    if (draft.type === 'person' && last !== undefined && (draft.parts?.words.length ?? 0) > 1) surnames.add(last)
  }
  reading.tokens.forEach((token, index) => {
    // Three letters: shorter ones are too often other words.
    if (taken[index] === 1 || token.end - token.start < 3) return
    const word = wordOf(reading, index)
    if (word.toLowerCase() === word || word.toUpperCase() === word || !surnames.has(foldName(word))) return
    if (taken[index - 1] === 1 || taken[index + 1] === 1 || !standsAsName(reading, index)) return
    taken[index] = 1
    const { start, end } = token
    drafts.push(draftName(reading, { start, end, type: 'person', token: index, probability: 0.8 }, index, index + 1))
  })
}

/** Given names alone that do something ("Rose shows her"), where no name stands beside them. */
function addGivenNames(
  reading: Reading,
  taken: Uint8Array,
  drafts: DraftMention[],
  given: (folded: string) => boolean,
): void {
  reading.tokens.forEach((token, index) => {
    if (taken[index] === 1 || token.tag !== 'NNP' || !ACTING.has(token.relation)) return
    const word = wordOf(reading, index)
    if (word.toUpperCase() === word || !isCapitalised(word) || isDate(word)) return
    const folded = foldName(word)
    if (
      !given(folded) ||
      folded === 'god' ||
      isTitle(folded) ||
      nounClass(folded) !== null ||
      countryOf(folded) !== null
    )
      return
    if (!isFiniteVerb(reading.tokens[index + 1]) && token.relation !== 'nmod:poss') return
    if (isCapitalised(wordOfAny(reading, index - 1)) && reading.sentences[token.sentence]?.firstToken !== index - 1)
      return
    if (isCapitalised(wordOfAny(reading, index + 1))) return
    taken[index] = 1
    const { start, end } = token
    drafts.push(draftName(reading, { start, end, type: 'person', token: index, probability: 0.6 }, index, index + 1))
  })
}

function isFiniteVerb(token: Token | undefined): boolean {
  return token !== undefined && (token.tag === 'VBD' || token.tag === 'VBZ')
}

/** Roles in which a word is somebody rather than what something is called after. */
const ACTING: ReadonlySet<string> = new Set(['nsubj', 'nsubj:pass', 'nmod:poss'])

/** Days and months are no names of anything that acts. */
function isDate(text: string): boolean {
  return foldName(text)
    .split(' ')
    .every((word) => DATE_WORDS.has(word) || /^\d+$/.test(word))
}

const DATE_WORDS: ReadonlySet<string> = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december'.split(
    ' ',
  ),
)

/** A lower-case noun for one person, before which names stand: "reporter Ada Quill". */
function isRoleNoun(word: string): boolean {
  return word === word.toLowerCase() && nounClass(word)?.kind === 'person'
}

/** A word of a surname used as one: not "May 12", and at the start of a sentence only before a verb or a possessive. */
function standsAsName(reading: Reading, index: number): boolean {
  const token = reading.tokens[index] as Token
  const next = reading.tokens[index + 1]
  if (next !== undefined && /^\d/.test(next.norm)) return false
  if (reading.tokens[index - 1]?.norm === 'in') return false
  if (reading.sentences[token.sentence]?.firstToken !== index) return true
  // "Long, the administrator, said"
  const after = reading.tokens[index + 2]
  if (next?.norm === ',' && after !== undefined && (after.norm === 'the' || after.norm === 'who')) return true
  return next !== undefined && (next.pos === 'VERB' || next.pos === 'AUX' || next.pos === 'PART') && next.norm !== 'be'
}

/** End of a name whose letters are masked inside a word: "Bol*var". */
function maskedEnd({ tokens }: Reading, endToken: number): number {
  let end = endToken
  for (;;) {
    const mask = tokens[end]
    const rest = tokens[end + 1]
    if (mask?.norm !== '*' || mask.start !== tokens[end - 1]?.end || rest?.start !== mask.end) return end
    if (!/^\p{Ll}/u.test(rest.norm)) return end
    end += 2
  }
}

/** Takes in a possessive that possesses nothing: "Holm & Orr's, the bank", "at Brandt's." */
function ownPossessiveEnd(reading: Reading, endToken: number): number {
  const mark = reading.tokens[endToken]
  if (mark === undefined || mark.norm !== "'s" || mark.pos !== 'PART') return endToken
  const next = reading.tokens[endToken + 1]
  const isFree =
    next === undefined ||
    next.sentence !== mark.sentence ||
    next.norm === ',' ||
    next.norm === '.' ||
    next.pos === 'AUX'
  return isFree ? endToken + 1 : endToken
}

/** Takes in "Jr." and "III" that were left outside a name, with a comma before them. */
function suffixEnd(reading: Reading, endToken: number): number {
  const at = reading.tokens[endToken]?.norm === ',' ? endToken + 1 : endToken
  if (at >= reading.tokens.length || !SUFFIX_WORDS.has(wordOf(reading, at))) return endToken
  return at + 1
}

/** Takes in the remit of a body: "on Trade" after "Select Committee", "of Energy" after "Department". */
function remitEnd(reading: Reading, endToken: number): number {
  const { tokens } = reading
  const last = tokens[endToken - 1]
  if (last === undefined || !WITH_REMIT.has(last.norm)) return endToken
  if (!['on', 'of', 'for'].includes(tokens[endToken]?.norm ?? '')) return endToken
  let end = endToken + 1
  while (end < tokens.length && end - endToken < 6 && tokens[end]?.sentence === last.sentence) {
    if (isCapitalised(wordOf(reading, end))) end++
    else if (
      ['and', 'the', ','].includes(tokens[end]?.norm ?? '') &&
      end + 1 < tokens.length &&
      isCapitalised(wordOf(reading, end + 1))
    )
      end += 2
    else break
  }
  return end > endToken + 1 ? end : endToken
}

const WITH_REMIT: ReadonlySet<string> = new Set([
  'committee',
  'subcommittee',
  'commission',
  'department',
  'ministry',
  'bureau',
  'institute',
  'institutes',
  'council',
  'office',
])

const SUFFIX_WORDS: ReadonlySet<string> = new Set(['Jr', 'Jr.', 'Sr', 'Sr.', 'II', 'III', 'IV'])

type Found = Pick<Mention, 'start' | 'end' | 'type' | 'token' | 'probability'>

function draftName(reading: Reading, found: Found, firstToken: number, endToken: number): DraftMention {
  const parts = parseName(reading.text.slice(found.start, found.end), found.type === 'person')
  const token = found.token >= firstToken && found.token < endToken ? found.token : endToken - 1
  return {
    start: found.start,
    end: found.end,
    token,
    firstToken,
    endToken,
    sentence: (reading.tokens[token] as Token).sentence,
    type: found.type,
    form: 'name',
    parts,
    pronoun: null,
    phrase: null,
    gender: found.type === 'person' ? (parts.titleGender ?? genderBefore(reading, firstToken)) : null,
    entity: -1,
    probability: found.probability,
    members: [],
  }
}

/** Gender told by the titles right before a name: "Mrs.", "Congressman". */
function genderBefore(reading: Reading, firstToken: number): 'feminine' | 'masculine' | null {
  for (let i = firstToken - 1; i >= 0 && i >= firstToken - 3; i--) {
    const word = foldName(wordOf(reading, i))
    if (word === '') continue
    if (!isTitle(word)) return null
    const gender = genderOfTitle(word)
    if (gender !== null) return gender
  }
  return null
}

function capitalisedRun(reading: Reading, taken: Uint8Array, from: number): number {
  let end = from
  // Four words: longer runs after a title are headlines.
  while (end < reading.tokens.length && end - from < 4 && taken[end] === 0 && isCapitalised(wordOf(reading, end))) end++
  return end
}

function wordOfAny(reading: Reading, index: number): string {
  return reading.tokens[index] === undefined ? '' : wordOf(reading, index)
}

function wordOf(reading: Reading, index: number): string {
  const token = reading.tokens[index] as Token
  return reading.text.slice(token.start, token.end)
}

function isCapitalised(word: string): boolean {
  const code = word.charCodeAt(0)
  // Most words are lower case.
  if (code >= 97 && code <= 122) return false
  return /^\p{Lu}\p{L}*[’'-]?\p{L}/u.test(word) || /^\p{Lu}\.$/u.test(word)
}
