import { type Diagnostic, type Document, getLayer, withLayer } from '../../document/index.js'
import type { Component } from '../component.js'
import type { Sentence, Time, Token } from '../layers.js'
import { getPieces, type Pieces, WORD } from '../numbers/pieces.js'
import { isCapital, wordAt, wordBefore } from '../numbers/reading.js'
import { type DayNumber, toDayNumber } from './calendar.js'
import { findStyle, parsePublished } from './context.js'
import type { Expression } from './expression.js'
import { findExpressions } from './findExpressions.js'
import { resolveExpressions } from './resolve.js'
import { type Direction, findDirection } from './tense.js'

/**
 * The component that finds dates, times, durations and frequencies and says which days they mean.
 *
 * Counts from the document's day of publication; where that is needed and unknown, times are left unanchored and one
 * `TIME_UNANCHORED` diagnostic says so. Rules only, no model; linear in the text.
 */
export function createTimes(): Component {
  return {
    name: 'times',
    requires: ['tokens', 'sentences'],
    provides: ['times'],
    annotate(document: Document): Document {
      const tokens = getLayer(document, 'tokens')
      const times = findTimes(document.text, tokens, getLayer(document, 'sentences'), document.publishedAt)
      const open = times.find((time) => !time.anchored)
      const diagnostics: Diagnostic[] = []
      if (open !== undefined) {
        diagnostics.push({
          code: 'TIME_UNANCHORED',
          documentId: document.id,
          message: `"${document.text.slice(open.start, open.end)}" counts from the day of publication, which is unknown: give publishedAt to have such times resolved`,
          component: 'annotate/times',
          span: { start: open.start, end: open.end },
        })
      }
      return withLayer(document, 'times', times, diagnostics)
    },
  }
}

/** The times of one text, sorted by start, none overlapping. `publishedAt` as a document carries it; null when unknown. */
export function findTimes(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  publishedAt: string | null,
): readonly Time[] {
  const pieces = getPieces(text, tokens)
  const expressions = findExpressions(pieces)
  if (expressions.length === 0) return []
  const published: DayNumber | null = parsePublished(publishedAt) ?? findPrintedDate(expressions, pieces, sentences)
  const place = createPlace(tokens, sentences)
  return resolveExpressions(expressions, {
    pieces,
    published,
    style: findStyle(expressions, published),
    directionOf(expression: Expression): Direction {
      if (isDescription(pieces, expression)) return 'none'
      return place(pieces.start[expression.first]!, pieces.end[expression.end - 1]!).direction()
    },
    paragraphOf(expression: Expression): number {
      return place(pieces.start[expression.first]!, pieces.end[expression.end - 1]!).paragraph
    },
    sentenceOf(expression: Expression): number {
      return place(pieces.start[expression.first]!, pieces.end[expression.end - 1]!).sentence
    },
  })
}

// A date line is a place, an agency and a date at most: this many code units besides the date.
const DATELINE_REST = 40

/**
 * The day an account prints above its text ("Friday, September 9, 2016", "LIMA, Aug. 15, 2025 —"): a full date that is
 * nearly all of one of its first three lines. Null where none is so clear.
 */
function findPrintedDate(
  expressions: readonly Expression[],
  pieces: Pieces,
  sentences: readonly Sentence[],
): DayNumber | null {
  for (const sentence of sentences.slice(0, 3)) {
    for (const expression of expressions) {
      const start = pieces.start[expression.first]!
      if (start >= sentence.end) break
      if (start < sentence.start || expression.kind !== 'calendar') continue
      const { year, month, day, shortYear } = expression
      if (year === null || month === null || day === null || shortYear) continue
      const rest = sentence.end - sentence.start - (pieces.end[expression.end - 1]! - start)
      if (
        sentence.kind === 'dateline' ||
        rest <= DATELINE_REST / 4 ||
        (sentence.kind === 'heading' && rest <= DATELINE_REST)
      ) {
        return toDayNumber(year, month, day)
      }
    }
  }
  return null
}

/** "Tuesday's vote", "his November speech": the noun is dated, not the clause, so its verb says nothing of when. */
function isDescription(pieces: Pieces, expression: Expression): boolean {
  if (wordAt(pieces, expression.end) === "'") return true
  const before = wordBefore(pieces, expression.first)
  if (before !== 's' && !OWNERS.has(before)) return false
  return pieces.kind[expression.end] === WORD && !isCapital(pieces, expression.end)
}

const OWNERS: ReadonlySet<string> = new Set(['a', 'an', 'his', 'her', 'their', 'its', 'our', 'my', 'your'])

interface Place {
  readonly paragraph: number
  readonly sentence: number
  readonly direction: () => Direction
}

/** Finds the sentence of a span by bisection; a text without sentences has one paragraph and no tense. */
function createPlace(tokens: readonly Token[], sentences: readonly Sentence[]): (start: number, end: number) => Place {
  return (start, end) => {
    const sentence = sentences[findLast(sentences, start)]
    if (sentence === undefined) return { paragraph: 0, sentence: -1, direction: () => 'none' }
    return {
      paragraph: sentence.paragraph,
      sentence: findLast(sentences, start),
      direction: () => {
        const first = findLast(tokens, start)
        let stop = first
        while (stop < sentence.endToken && tokens[stop]!.start < end) stop++
        return findDirection(tokens, sentence, first, stop)
      },
    }
  }
}

/** Index of the last item that starts at or before the offset; -1 where none does. */
function findLast(items: readonly { readonly start: number }[], offset: number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (items[middle]!.start <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}
