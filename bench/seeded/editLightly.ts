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

// The list has "million" beside "mln" and "billion", "two" beside "both", "over" beside "finished": those change what is said.
const TURNS_WHAT_IS_SAID =
  /^(?:over|more|less|least|most|about|average|around|close|many|cannot|never|neither|nobody|nothing|without|nearly|almost|some|roughly|approximately|exactly|minimum|maximum|several|hundreds?|thousands?|[mb]illions?|trillions?|dozens?|two|three|four|five|six|seven|eight|nine|ten|first|second|third|half|double|little|none|today|yesterday|tomorrow)$/

// A passage between double or single marks, or a word of four letters or more.
const QUOTED_OR_WORD =
  /["“][^"“”\n]*["”]|(?<![\p{L}\p{N}])['‘][^\n]*?\p{L}{2,}[^\n]*?['’](?![\p{L}\p{N}])|(?<![\p{L}\p{N}’'-])\p{Ll}{4,}(?![\p{L}\p{N}’'-])/gu

/** Another word inside quotation marks is another quotation, so those stay as they are. */
function swapWords(text: string, synonyms: ReadonlyMap<string, readonly string[]>, random: () => number): string {
  let open = false
  return text
    .split('\n')
    .map((paragraph) => {
      if (paragraph.trim() === '') return paragraph
      // What is left open may run on through paragraphs without marks.
      open = isOpenQuotation(paragraph) || (open && !/["“”]/.test(paragraph))
      // A printed post, "A Name (@name)", is a quotation without marks.
      if (open || /@\w/.test(paragraph)) return paragraph
      return paragraph.replace(QUOTED_OR_WORD, (word) => {
        const others = synonyms.get(word)
        return others === undefined || TURNS_WHAT_IS_SAID.test(word) || random() >= SHARE ? word : pick(others, random)
      })
    })
    .join('\n')
}

/** True for a paragraph whose quotation opens or closes elsewhere, or holds another one. */
function isOpenQuotation(paragraph: string): boolean {
  const marks = [...paragraph.matchAll(/["“”]/g)].map(([mark]) => mark)
  const isInside = (mark: string, at: number): boolean => (mark === '“' ? at % 2 === 1 : mark === '”' && at % 2 === 0)
  return marks.length % 2 === 1 || marks.some(isInside)
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
