import type { Span } from '../../text/index.js'
import type { Attribution } from '../layers.js'

/** Quotations a word is looked for in: more have it in common texts only for words that tell nothing. */
const MOST_HOLDERS = 50
/** Anywhere but in headings, fewer words may be said by several people. */
const LONG_STRETCH = 5
/** Units of a heading. */
const LONGEST_HEADING = 120
/** A single word says who speaks only where it is a rare one. */
const LONG_WORD = 8

interface Holder {
  readonly index: number
  /** The words with a space on either side of each. */
  readonly words: string
}

/**
 * Gives quotations whose own place does not tell who speaks (headings, first sentences: “…” without a cue or by nobody known) the speaker
 * of the quotation of the same account that has the same words and a cue: the next one, else the one before. Others stay as they are;
 * near linear in the number of quoted words.
 */
export function nameRepeated(text: string, attributions: readonly Attribution[]): readonly Attribution[] {
  const holders = new Map<string, Holder[]>()
  attributions.forEach((attribution, index) => {
    if (!isSure(attribution, text)) return
    const words = wordsOf(text, attribution.content)
    const holder = { index, words: ` ${words.join(' ')} ` }
    for (const word of new Set(words)) {
      const list = holders.get(word)
      if (list === undefined) holders.set(word, [holder])
      else if (list.length < MOST_HOLDERS) list.push(holder)
    }
  })
  return attributions.map((attribution, index) => {
    if (attribution.kind === 'indirect' || isSure(attribution, text)) return attribution
    const words = wordsOf(text, attribution.content)
    const least = announces(text, attribution.content[0]!) ? 2 : LONG_STRETCH
    if (words.length < least && !(least === 2 && (words[0]?.length ?? 0) >= LONG_WORD)) return attribution
    const rarest = words.reduce((a, b) => (b.length > a.length ? b : a), '')
    const same = (holders.get(rarest) ?? []).filter((holder) => holder.words.includes(` ${words.join(' ')} `))
    const chosen = same.find((holder) => holder.index > index) ?? same[same.length - 1]
    return chosen === undefined ? attribution : { ...attribution, speaker: attributions[chosen.index]!.speaker }
  })
}

/** Headings and the first paragraph announce what the account quotes below: the words stand in a line without an end,
 * in one of their own, or in the first. */
function announces(text: string, { start, end }: Span): boolean {
  const from = text.lastIndexOf('\n', start) + 1
  if (from <= text.search(/\S/u)) return true
  const feed = text.indexOf('\n', end)
  const until = feed < 0 ? text.length : feed
  if (start - from <= 1 && until - end <= 2) return true
  const line = text.slice(from, until).trim()
  return line.length <= LONGEST_HEADING && !/[.!?,]["'”’»)]*$/u.test(line)
}

/** Cue and quotation in one paragraph, and a speaker who is known. */
function isSure({ kind, cue, content, speaker }: Attribution, text: string): boolean {
  if (kind === 'indirect' || cue.length === 0 || speaker.entities.length === 0) return false
  const a = content[content.length - 1]!
  const c = cue[0]!
  const between = c.start >= a.end ? text.slice(a.end, c.start) : text.slice(c.end, content[0]!.start)
  return !between.includes('\n')
}

function wordsOf(text: string, spans: readonly Span[]): readonly string[] {
  return spans.flatMap(
    ({ start, end }) =>
      text
        .slice(start, end)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [],
  )
}
