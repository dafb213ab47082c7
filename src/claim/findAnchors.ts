import type { Frame, Token } from '../annotate/index.js'
import { type Document, getLayer } from '../document/index.js'
import type { Span } from '../text/index.js'
import type { Anchor } from './layers.js'

// A value deeper than this in one phrase is in a list or a damaged tree.
const MOST_STEPS = 12
const MOST_NOUNS = 3

/**
 * What each time and number of an account hangs on: the nouns above it and the verb it belongs to, with who takes part.
 *
 * "a 48-page indictment released on Friday" hangs 48 on page and indictment, Friday on release. Times first, then numbers, each in
 * its layer's order. Linear in the values.
 */
export function findAnchors(document: Document): readonly Anchor[] {
  const tokens = getLayer(document, 'tokens')
  const frames = new Map(getLayer(document, 'frames').map((frame) => [frame.predicate, frame]))
  const read =
    (of: Anchor['of']) =>
    (value: Span, index: number): Anchor => ({ of, index, ...readAnchor(value, tokens, frames) })
  return [...getLayer(document, 'times').map(read('time')), ...getLayer(document, 'quantities').map(read('quantity'))]
}

function readAnchor(
  value: Span,
  tokens: readonly Token[],
  frames: ReadonlyMap<number, Frame>,
): Omit<Anchor, 'of' | 'index'> {
  const nouns: string[] = []
  let at = findVerbBefore(value, tokens, frames) ?? findTop(value, tokens)
  for (let step = 0; step < MOST_STEPS && at >= 0; step++) {
    const token = tokens[at]!
    const frame = frames.get(at)
    const inside = token.start < value.end && token.end > value.start
    if (frame !== undefined && (!inside || token.pos !== 'NUM' || token.head < 0)) {
      return {
        verb: token.pos === 'VERB' ? token.lemma.toLowerCase() : 'be',
        nouns: token.pos === 'VERB' || inside ? nouns : addNoun(nouns, token),
        negated: frame.negated,
        modality: frame.modality,
        tense: frame.tense,
        parts: frame.participants
          .filter((part) => part.end <= value.start || part.start >= value.end || part.role === 'agent')
          .map(({ role, entity, token: head }) => ({
            role,
            entity,
            head: tokens[head]?.lemma.toLowerCase() ?? '',
          })),
      }
    }
    // Nouns within the value are its unit, which the value tells by itself.
    if (!inside && (token.pos === 'NOUN' || token.pos === 'PROPN')) addNoun(nouns, token)
    at = token.head
  }
  return { verb: '', nouns, negated: false, modality: 'asserted', tense: 'none', parts: [] }
}

function addNoun(nouns: string[], token: Token): string[] {
  const lemma = token.lemma.toLowerCase()
  if (nouns.length < MOST_NOUNS && !nouns.includes(lemma)) nouns.push(lemma)
  return nouns
}

/** The verb right before a value: what follows it at once is its object ("killing two night-shift workers"), whatever the tree says. */
function findVerbBefore(value: Span, tokens: readonly Token[], frames: ReadonlyMap<number, Frame>): number | null {
  const before = findFirst(value, tokens) - 1
  return before >= 0 && tokens[before]!.pos === 'VERB' && frames.has(before) ? before : null
}

/** The token of the value whose head stands outside it; the last one where the tree says nothing; -1 where there is none. */
function findTop(value: Span, tokens: readonly Token[]): number {
  const low = findFirst(value, tokens)
  let end = low
  while (end < tokens.length && tokens[end]!.start < value.end) end++
  for (let at = low; at < end; at++) {
    const { head } = tokens[at]!
    if (head < low || head >= end) return at
  }
  return end - 1
}

/** Index of the first token that ends behind the value's start. */
function findFirst(value: Span, tokens: readonly Token[]): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.end <= value.start) low = middle + 1
    else high = middle
  }
  return low
}
