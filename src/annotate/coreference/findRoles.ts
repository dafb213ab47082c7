import type { Token } from '../layers.js'
import type { DraftMention, Reading } from './draft.js'
import type { Phrase } from './findPhrases.js'
import { nounClass, singularOf } from './nouns.js'
import { isTitle } from './titles.js'

/** Words of a text that say what a named person or body is. */
export interface FoundRole {
  /** Index of the name among the drafts. */
  readonly name: number
  /** Tokens `[firstToken, endToken)` of the whole role, complements included. */
  readonly firstToken: number
  readonly endToken: number
  /** Token of the noun that says it: "secretary" in "Secretary of State". */
  readonly head: number
  readonly how: 'title' | 'apposition' | 'copula' | 'identification'
}

/** Complements followed: "a member of the board of the bank in Brno". */
const MOST_COMPLEMENTS = 4
const COMPLEMENT_MARKERS: ReadonlySet<string> = new Set(['of', 'for', 'in', 'at', 'from', 'with', 'on', 'to'])
/** Words before a title that are none: "former" alone says nothing. */
const STATES: ReadonlySet<string> = new Set(
  'former ex acting interim elect incoming presumptive mr. mr mrs. mrs ms. ms miss sir madam'.split(' '),
)
/** Words inside a compound title. */
const INSIDE: ReadonlySet<string> = new Set(['in', 'at', 'of', 'to', 'de'])
const CLOSERS: ReadonlySet<string> = new Set([
  ',',
  '.',
  ';',
  '—',
  '–',
  '--',
  ':',
  ')',
  '"',
  '”',
  'who',
  'which',
  'and',
  '?',
  '!',
])
const LINKS: ReadonlySet<string> = new Set(['is', 'was', 'became', 'becomes', 'remains', 'remained', "'s", 'been'])

/**
 * Roles in titles ("Budget Minister Ada Quill"), appositions on either side, copulas ("Quill is the mayor") and identifications
 * ("identified the gunman as Tomas Orr"). Reads phrases and punctuation only; linear.
 */
export function findRoles(
  reading: Reading,
  names: readonly DraftMention[],
  phrases: readonly Phrase[],
): readonly FoundRole[] {
  const finder = new RoleFinder(reading, names, phrases)
  return names.flatMap((_, index) => finder.rolesOf(index))
}

class RoleFinder {
  readonly #tokens: readonly Token[]
  readonly #names: readonly DraftMention[]
  readonly #reading: Reading
  /** Longest phrase that starts at a token, and the one that ends at it. */
  readonly #starting = new Map<number, Phrase>()
  readonly #ending = new Map<number, Phrase>()
  readonly #nameAt = new Map<number, number>()
  readonly #nameEnd = new Map<number, number>()

  constructor(reading: Reading, names: readonly DraftMention[], phrases: readonly Phrase[]) {
    this.#reading = reading
    this.#tokens = reading.tokens
    this.#names = names
    for (const phrase of phrases) {
      const known = this.#starting.get(phrase.firstToken)
      if (known === undefined || known.endToken < phrase.endToken) this.#starting.set(phrase.firstToken, phrase)
      const ended = this.#ending.get(phrase.endToken)
      if (ended === undefined || ended.firstToken > phrase.firstToken) this.#ending.set(phrase.endToken, phrase)
    }
    names.forEach((name, index) => {
      this.#nameAt.set(name.firstToken, index)
      this.#nameEnd.set(name.endToken, index)
    })
  }

  rolesOf(index: number): readonly FoundRole[] {
    const name = this.#names[index] as DraftMention
    if (name.type !== 'person' && name.type !== 'organization' && name.type !== 'other') return []
    const title = name.type === 'person' ? this.#title(index, name) : null
    const found = [
      title,
      this.#appositionAfter(index, name),
      this.#appositionBefore(index, name, title?.firstToken ?? name.firstToken),
      this.#copula(index, name),
      this.#identification(index, name),
    ]
    return found.filter((role) => role !== null)
  }

  #norm(index: number): string {
    return this.#tokens[index]?.norm ?? ''
  }

  #sameSentence(a: number, b: number): boolean {
    return this.#tokens[a] !== undefined && this.#tokens[a]?.sentence === this.#tokens[b]?.sentence
  }

  /** Whether a noun can say what such a name is: people are persons, bodies are bodies. */
  #fits(name: DraftMention, head: number): boolean {
    const norm = this.#norm(head)
    const kind = nounClass(singularOf(norm).noun)?.kind
    if (name.type === 'person')
      return kind === 'person' || (isTitle(norm.replace(/\.$/, '')) && kind === undefined && !STATES.has(norm))
    return kind === 'body' || kind === 'place'
  }

  /** "Budget Minister Ada Quill", "Secretary of State Ada Quill", "publisher and editor Ada Quill". */
  #title(index: number, name: DraftMention): FoundRole | null {
    const last = name.firstToken - 1
    if (last < 0 || !this.#sameSentence(last, name.firstToken)) return null
    let head = last
    let first = last
    if (!this.#fits(name, head)) {
      // "Secretary of State": the noun stands before "of" and capitalised words.
      let i = last
      while (i > 0 && last - i < 5 && isCapital(this.#reading, i)) i--
      if (i === last || !['of', 'for'].includes(this.#norm(i)) || !this.#fits(name, i - 1)) return null
      head = i - 1
      first = head
    }
    first = this.#titleStart(first)
    const token = this.#tokens[last] as Token
    if (token.pos === 'VERB' || token.pos === 'AUX') return null
    // "the victims Ada Quill met": many are none of them, unless the name opens a list ("senators Ada Quill and Piet Orr").
    if (singularOf(this.#norm(head)).plural && !['and', ',', '&'].includes(this.#norm(name.endToken))) return null
    return { name: index, firstToken: first, endToken: last + 1, head, how: 'title' }
  }

  #titleStart(from: number): number {
    let first = from
    for (let i = from - 1; i >= 0 && from - i < 12 && this.#sameSentence(i, from); i--) {
      const token = this.#tokens[i] as Token
      const { norm, pos } = token
      const joins = norm === 'and' || norm === '&' || norm === '/' || norm === '-'
      if (joins) {
        const before = i - 1
        // "editor-in-chief"
        if (norm === '-' && INSIDE.has(this.#norm(before)) && this.#norm(before - 1) === '-') {
          i = before - 1
          continue
        }
        const isFigure = norm === '-' && this.#tokens[before]?.pos === 'NUM'
        if (norm === '-' ? !this.#isModifier(before) && !isFigure : !this.#isPersonNoun(before)) break
        // "five-time champion", "20-year-old player": half a compound says nothing.
        if (isFigure) first = i -= 1
        continue
      }
      if (pos === 'PART' && (norm === "'s" || norm === "'")) continue
      if (!this.#isModifier(i)) break
      first = i
    }
    return first
  }

  #isModifier(index: number): boolean {
    const token = this.#tokens[index]
    if (token === undefined) return false
    if (this.#nameEnd.has(index + 1)) return true
    return (
      token.pos === 'NOUN' || token.pos === 'PROPN' || token.pos === 'ADJ' || isTitle(token.norm.replace(/\.$/, ''))
    )
  }

  #isPersonNoun(index: number): boolean {
    const token = this.#tokens[index]
    return token !== undefined && token.pos !== 'VERB' && nounClass(singularOf(token.norm).noun)?.kind === 'person'
  }

  /** "Ada Quill, 52, the mayor of Brno,". */
  #appositionAfter(index: number, name: DraftMention): FoundRole | null {
    let i = name.endToken
    if (this.#norm(i) !== ',' && this.#norm(i) !== '(' && this.#norm(i) !== '—' && this.#norm(i) !== '–') return null
    i++
    if (/^\d{1,3}$/.test(this.#norm(i)) && this.#norm(i + 1) === ',') i += 2
    if (this.#norm(i) === 'now' || this.#norm(i) === 'then') i++
    return this.#roleAt(index, name, i, 'apposition', true)
  }

  /** "Quill is the mayor", "Quill, who was once a judge", "Quill served as a judge". */
  #copula(index: number, name: DraftMention): FoundRole | null {
    let i = name.endToken
    if (this.#norm(i) === ',' && this.#norm(i + 1) === 'who') i += 2
    else if (this.#norm(i) === 'who') i++
    if (['has', 'had'].includes(this.#norm(i))) i++
    if (['serves', 'served', 'works', 'worked', 'acts', 'acted'].includes(this.#norm(i)) && this.#norm(i + 1) === 'as')
      i += 2
    else if (LINKS.has(this.#norm(i)) && this.#tokens[i]?.pos !== 'PART') i++
    else return null
    if (['once', 'also', 'now', 'still', 'then', 'currently'].includes(this.#norm(i))) i++
    return this.#roleAt(index, name, i, 'copula', false)
  }

  #roleAt(index: number, name: DraftMention, first: number, how: FoundRole['how'], closed: boolean): FoundRole | null {
    const phrase = this.#starting.get(first)
    if (phrase === undefined || phrase.plural || !this.#sameSentence(first, name.token)) return null
    if (this.#nameEnd.has(phrase.endToken) || !this.#fits(name, phrase.head)) return null
    if (phrase.determiner === 'bare' && how === 'copula') return null
    const end = this.#withComplements(phrase.endToken)
    if (closed) {
      const next = this.#tokens[end]
      if (next !== undefined && next.sentence === this.#tokens[first]?.sentence && !CLOSERS.has(next.norm)) return null
    }
    return { name: index, firstToken: phrase.firstToken, endToken: end, head: phrase.head, how }
  }

  /** End of a phrase with "of the board", "at the bank" and "and editor" after it. */
  #withComplements(from: number): number {
    let end = from
    for (let count = 0; count < MOST_COMPLEMENTS; count++) {
      const marker = this.#norm(end)
      if (!this.#sameSentence(end, from - 1)) break
      const next = this.#starting.get(end + 1)
      if (next === undefined || !this.#sameSentence(end + 1, from - 1)) break
      if (COMPLEMENT_MARKERS.has(marker)) end = next.endToken
      // "head of a food and beverage company": the article belongs to what follows "and".
      else if (marker === 'and' && count > 0 && this.#opensSingular(end) && next.determiner === 'bare' && !next.plural)
        end = next.endToken
      else if (marker === 'and' && next.nounClass?.kind === 'person' && next.determiner === 'bare') end = next.endToken
      else break
    }
    return end
  }

  /** True where a phrase with "a" or "an" ends at a token. */
  #opensSingular(end: number): boolean {
    return this.#ending.get(end)?.determiner === 'indefinite'
  }

  /** "The mayor of Brno, Ada Quill, said": a definite phrase before the comma, and the name closed in turn. */
  #appositionBefore(index: number, name: DraftMention, start: number): FoundRole | null {
    if (this.#norm(start - 1) !== ',') return null
    const next = this.#tokens[name.endToken]
    const closes = next === undefined || next.sentence !== this.#tokens[name.token]?.sentence || CLOSERS.has(next.norm)
    if (!closes || next?.norm === 'and') return null
    const end = start - 1
    let inner = this.#ending.get(end)
    let phrase = inner
    for (let count = 0; count < MOST_COMPLEMENTS && inner !== undefined; count++) {
      if (!COMPLEMENT_MARKERS.has(this.#norm(inner.firstToken - 1))) break
      inner = this.#ending.get(inner.firstToken - 1)
      // "a carpet on Friday for the president, Ada Quill": what stands before may be no person at all.
      if (inner !== undefined && this.#fits(name, inner.head)) phrase = inner
    }
    if (phrase === undefined || phrase.plural || !this.#sameSentence(phrase.firstToken, name.token)) return null
    if (this.#nameEnd.has(phrase.endToken) || !this.#fits(name, phrase.head)) return null
    if (phrase.determiner === 'bare' || phrase.determiner === 'quantity') return null
    // In a list ("the mayor, Ada Quill, and others") a comma before the phrase gives it away.
    if (this.#norm(phrase.firstToken - 1) === ',') return null
    return { name: index, firstToken: phrase.firstToken, endToken: end, head: phrase.head, how: 'apposition' }
  }

  /** "police identified the gunman as Tomas Orr", "the gunman, identified as Tomas Orr". */
  #identification(index: number, name: DraftMention): FoundRole | null {
    if (name.type !== 'person' || this.#norm(name.firstToken - 1) !== 'as') return null
    let named = -1
    for (let i = name.firstToken - 2; i >= 0 && name.firstToken - i < 14 && this.#sameSentence(i, name.token); i--) {
      if (named < 0 && ['identified', 'named', 'known'].includes(this.#norm(i))) named = i
      const phrase = this.#ending.get(i + 1)
      if (phrase === undefined || phrase.plural || phrase.determiner === 'indefinite') continue
      if (phrase.nounClass?.kind !== 'person' || this.#nameEnd.has(phrase.endToken)) continue
      if (named < 0 && !['identified', 'named'].includes(this.#norm(phrase.firstToken - 1))) return null
      return {
        name: index,
        firstToken: phrase.firstToken,
        endToken: phrase.endToken,
        head: phrase.head,
        how: 'identification',
      }
    }
    return null
  }
}

function isCapital(reading: Reading, index: number): boolean {
  const code = reading.text.charCodeAt((reading.tokens[index] as Token).start)
  return code >= 65 && code <= 90
}
