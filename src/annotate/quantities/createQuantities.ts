import { type Document, getLayer, withLayer } from '../../document/index.js'
import type { Component } from '../component.js'
import type { Quantity, Sentence, Time, Token } from '../layers.js'
import { getPieces } from '../numbers/pieces.js'
import { findCounted, REACH } from './findCounted.js'
import { findQuantities } from './findQuantities.js'
import { FATES, HARM_VERBS, PEOPLE } from './lexicon.js'

/**
 * The component that finds numbers with their unit, what they count and how they are hedged.
 *
 * What a time covers is no quantity. Rules only, no model; linear in the text.
 */
export function createQuantities(): Component {
  return {
    name: 'quantities',
    requires: ['tokens', 'sentences', 'times'],
    provides: ['quantities'],
    annotate(document: Document): Document {
      const tokens = getLayer(document, 'tokens')
      const quantities = readQuantities(
        document.text,
        tokens,
        getLayer(document, 'sentences'),
        getLayer(document, 'times'),
      )
      return withLayer(document, 'quantities', quantities)
    },
  }
}

/** The quantities of one text, sorted by start, none overlapping one another or a time. */
export function readQuantities(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  times: readonly Time[],
): readonly Quantity[] {
  const pieces = getPieces(text, tokens)
  let time = 0
  // Pieces are asked for in rising order but for a few steps back, so one pointer follows them.
  const isTaken = (piece: number): boolean => {
    const start = pieces.start[piece]!
    while (time > 0 && times[time - 1]!.end > start) time--
    while (time < times.length && times[time]!.end <= start) time++
    const at = times[time]
    return at !== undefined && at.start < pieces.end[piece]!
  }
  let token = 0
  let ahead = 0
  // Where the last people were counted: "killing two and injuring 14 others" counts people twice.
  let peopleIn = -1
  return findQuantities(pieces, isTaken).map((draft) => {
    const start = pieces.start[draft.first]!
    const end = pieces.end[draft.end - 1]!
    while (token < tokens.length && tokens[token]!.end <= start) token++
    let after = token
    while (after < tokens.length && tokens[after]!.start < end) after++
    while (ahead < times.length && times[ahead]!.start < end) ahead++
    const nextTime = times[ahead]?.start ?? text.length
    let limit = sentences[tokens[token]?.sentence ?? -1]?.endToken ?? tokens.length
    // "five officers Thursday night": a time ends what is counted.
    for (let index = after; index < Math.min(limit, after + REACH); index++) {
      if (tokens[index]!.start >= nextTime) limit = index
    }
    const counts =
      draft.kind === 'count' ||
      draft.kind === 'percent' ||
      draft.kind === 'ratio' ||
      draft.kind === 'ordinal' ||
      draft.kind === 'measure'
    const counted = counts ? findCounted(text, tokens, token - 1, after, limit) : null
    const sentence = tokens[token]?.sentence ?? -1
    const people =
      draft.kind === 'count' &&
      counted !== null &&
      (isPeople(counted.text, counted.head) || (counted.head === 'others' && peopleIn === sentence))
    if (people) peopleIn = sentence
    const { kind, low, high, approximation } = draft
    return { start, end, kind, low, high, unit: people ? 'person' : draft.unit, counted, approximation }
  })
}

const HUMAN_FATES: ReadonlySet<string> = new Set(
  'dead killed injured wounded arrested detained hospitalized hospitalised'.split(' '),
)

function isPeople(text: string, head: string): boolean {
  if (PEOPLE.has(head) || FATES.has(head)) return true
  const word = text.toLowerCase()
  // "two Navy SEALs were killed": whatever they are called, they are people.
  if (HUMAN_FATES.has(word.slice(word.lastIndexOf(' ') + 1))) return true
  return HARM_VERBS.has(word) || PEOPLE.has(word)
}
