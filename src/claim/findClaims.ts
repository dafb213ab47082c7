import type { Component, Mention, Sentence, Token } from '../annotate/index.js'
import type { Attribution } from '../attribute/index.js'
import { type Document, getLayer, withLayer } from '../document/index.js'
import { compareSpans, type Span } from '../text/index.js'
import { findAnchors } from './findAnchors.js'
import type { Claim } from './layers.js'
import { createLocator } from './locate.js'
import { createClauseReader } from './readClause.js'
import { splitClauses } from './splitClauses.js'

/**
 * Finds the claims of an account: its clauses, with who asserts them, how surely, and what they speak of.
 *
 * Every token of a sentence is in exactly one claim's own words; the span of a claim may enclose another one (a relative clause).
 * Headings, datelines and furniture give no claims. An empty text gives none. Linear in the text.
 */
export function createClaimFinder(): Component {
  return {
    name: 'claims',
    requires: ['tokens', 'sentences', 'entities', 'mentions', 'times', 'quantities', 'attributions', 'frames'],
    provides: ['claims', 'anchors'],
    annotate: (document) =>
      withLayer(withLayer(document, 'claims', findClaims(document)), 'anchors', findAnchors(document)),
  }
}

function findClaims(document: Document): readonly Claim[] {
  const tokens = getLayer(document, 'tokens')
  const sentences = getLayer(document, 'sentences')
  const attributions = getLayer(document, 'attributions')
  const locators = {
    mentions: createLocator<Mention>(getLayer(document, 'mentions')),
    times: createLocator<Span>(getLayer(document, 'times')),
    quantities: createLocator<Span>(getLayer(document, 'quantities')),
    contents: createLocator<Span & { readonly attribution: number }>(contentsOf(attributions)),
  }
  const readClause = createClauseReader(document, locators)
  return sentences
    .flatMap((sentence, index) => (isProse(tokens, sentence) ? clausesOf(tokens, sentence, index, readClause) : []))
    .sort(compareSpans)
}

function clausesOf(
  tokens: readonly Token[],
  sentence: Sentence,
  index: number,
  readClause: ReturnType<typeof createClauseReader>,
): Claim[] {
  return splitClauses(tokens, sentence).map((clause) => readClause(clause, index))
}

const TELLING: ReadonlySet<Sentence['kind']> = new Set(['text', 'list'])

/** Headings and datelines assert nothing of their own, what stands around an article nothing of the event, a run of marks nothing at all. */
function isProse(tokens: readonly Token[], sentence: Sentence): boolean {
  if (!TELLING.has(sentence.kind)) return false
  for (let i = sentence.firstToken; i < sentence.endToken; i++) if (tokens[i]!.pos !== 'PUNCT') return true
  return false
}

function contentsOf(attributions: readonly Attribution[]): (Span & { readonly attribution: number })[] {
  return attributions
    .flatMap((found, attribution) => found.content.map(({ start, end }) => ({ start, end, attribution })))
    .sort(compareSpans)
}
