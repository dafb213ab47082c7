import { pick } from './seed.js'
import { splitRoughly } from './sharedSentences.js'

/** One way to edit a text without changing what it says. */
export type LightEdit = 'synonyms' | 'typography' | 'order'

export const LIGHT_EDITS: readonly LightEdit[] = ['synonyms', 'typography', 'order']

/**
 * A copy of a text that says the same: some words swapped for synonyms, marks in another style, or two neighbouring sentences
 * inside a paragraph swapped. Never touches quoted or capitalised words or numbers.
 */
export function editLightly(
  text: string,
  edit: LightEdit,
  synonyms: ReadonlyMap<string, readonly string[]>,
  random: () => number,
): string {
  if (edit === 'typography') return editTypography(text, random)
  return edit === 'synonyms' ? swapWords(text, synonyms, random) : swapSentences(text, random)
}

// One word in eight, as a rewriting desk leaves a wire story.
const SHARE = 0.125

// The list has "million" beside "mln" and "billion", "two" beside "both": those change what is said.
const SAYS_HOW_MANY =
  /^(?:hundreds?|thousands?|[mb]illions?|trillions?|dozens?|two|three|four|five|six|seven|eight|nine|ten|first|second|third|half|double|little|none|today|yesterday|tomorrow)$/

function swapWords(text: string, synonyms: ReadonlyMap<string, readonly string[]>, random: () => number): string {
  // Another word inside quotation marks is another quotation, so those stay as they are; what is left open runs on to the end of the paragraph.
  return text.replace(/["“][^"“”\n]*(?:["”]|(?=\n)|$)|(?<![\p{L}\p{N}’'-])\p{Ll}{4,}(?![\p{L}\p{N}’'-])/gu, (word) => {
    const others = synonyms.get(word)
    return others === undefined || SAYS_HOW_MANY.test(word) || random() >= SHARE ? word : pick(others, random)
  })
}

function editTypography(text: string, random: () => number): string {
  const curly = random() < 0.5
  const plain = text
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s[—–]\s|—/g, ' - ')
  if (!curly) return plain
  return plain
    .replace(/(^|[\s([])"/g, '$1“')
    .replace(/"/g, '”')
    .replace(/(\p{L})'/gu, '$1’')
    .replace(/ - /g, ' — ')
}

function swapSentences(text: string, random: () => number): string {
  return text
    .split('\n')
    .map((paragraph) => {
      const spans = splitRoughly(paragraph)
      // A quotation may run over sentences, and a pronoun needs its antecedent: only plain paragraphs of three or more.
      if (spans.length < 3 || /["“”]/.test(paragraph)) return paragraph
      const at = 1 + Math.floor(random() * (spans.length - 2))
      const x = spans[at]!
      const y = spans[at + 1]!
      return `${paragraph.slice(0, x.start)}${paragraph.slice(y.start, y.end)} ${paragraph.slice(x.start, x.end)}${paragraph.slice(y.end)}`
    })
    .join('\n')
}
