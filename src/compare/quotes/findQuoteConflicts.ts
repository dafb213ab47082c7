import type { Document, DocumentId, Evidence } from '../../document/index.js'
import type { Span } from '../../text/index.js'
import type { Conflict, ConflictSide, QuoteGroup, StoryEntity } from '../findings.js'
import { alignWords } from './alignWords.js'
import { compareWording, type WordingChange } from './compareWording.js'
import { weighChange } from './weighChange.js'
import { collectQuotes, relateSpeakers, type StoryQuote } from './storyQuotes.js'
import { createWordWeight } from './wordWeights.js'

/** A pair of quotations that differ, before pairs are joined into sides. */
interface Finding {
  readonly a: StoryQuote
  readonly b: StoryQuote
  readonly aSpan: Span
  readonly bSpan: Span
  readonly rule: string
  readonly strength: Conflict['strength']
  readonly probability: number
  readonly inputs: Readonly<Record<string, string | number | boolean | null>>
}

/**
 * Finds where accounts give one utterance in different words, or to different speakers.
 *
 * Words changed inside the shared stretch are a contradiction where enough of the utterance is shared to tell that it is the same,
 * and a tension where the change may be grammar or the accounts quote fragments; masking, brackets, contractions and cuts that do
 * not show are tensions. Quotations of one account are never set against each other. A difference that several pairs of a group
 * share is one conflict with all accounts on its sides. The order of the documents changes nothing.
 */
export function findQuoteConflicts(
  unsorted: readonly Document[],
  entities: readonly StoryEntity[],
  groups: readonly QuoteGroup[],
): readonly Conflict[] {
  const documents = [...unsorted].sort((a, b) => (a.id < b.id ? -1 : 1))
  const quotes = collectQuotes(documents, entities)
  const weight = createWordWeight(quotes.map(({ words }) => words))
  const places = new Map(quotes.map((quote) => [`${quote.documentId}\u0000${quote.index}`, quote]))
  const found = new Map<string, Conflict>()
  for (const group of groups) {
    const members = group.members.flatMap(({ documentId, index }) => places.get(`${documentId}\u0000${index}`) ?? [])
    const findings: Finding[] = []
    members.forEach((a, i) => {
      for (const b of members.slice(i + 1)) {
        if (a.documentId === b.documentId || (isTitle(a) && isTitle(b))) continue
        const pairs = alignWords(a.words, b.words, weight)
        const worst = findWording(a, b, compareWording(a, b, pairs), pairs.length)
        if (worst !== null) findings.push(worst)
        const speakers = findSpeakers(a, b, pairs.length)
        if (speakers !== null) findings.push(speakers)
      }
    })
    for (const conflict of joinFindings(findings)) found.set(conflict.id, conflict)
  }
  return [...found.values()]
}

function findWording(a: StoryQuote, b: StoryQuote, changes: readonly WordingChange[], matched: number): Finding | null {
  let worst: Finding | null = null
  for (const change of changes) {
    const verdict = weighChange(change, a, b, matched)
    if (verdict === null || (worst !== null && worst.probability * rank(worst) >= verdict.probability * rank(verdict)))
      continue
    worst = {
      a,
      b,
      aSpan: change.a,
      bSpan: change.b,
      rule: `quote-wording/${change.kind}`,
      strength: verdict.strength,
      probability: verdict.probability,
      inputs: {
        change: change.kind,
        a: change.aWords === '' ? null : change.aWords,
        b: change.bWords === '' ? null : change.bWords,
        matchedWords: matched,
        wordsHeldBeside: change.hold,
      },
    }
  }
  return worst
}

function rank(finding: { readonly strength: Conflict['strength'] }): number {
  return finding.strength === 'contradiction' ? 2 : 1
}

// 3 words: two people may say two words alike; three in a row with a telling one are one utterance in the annotated stories.
const LEAST_SHARED = 3

function findSpeakers(a: StoryQuote, b: StoryQuote, matched: number): Finding | null {
  if (relateSpeakers(a, b) !== 'different' || matched < LEAST_SHARED) return null
  if (!namesSource(a) || !namesSource(b) || !hasName(a) || !hasName(b)) return null
  if (standsBeside(a, b) && standsBeside(b, a)) return null
  const whole = (quote: StoryQuote): Span => ({ start: quote.attribution.start, end: quote.attribution.end })
  return {
    a,
    b,
    aSpan: whole(a),
    bSpan: whole(b),
    rule: 'quote-attribution/speaker',
    // Both may be right (a spokesman reads out a statement), so the accounts are set side by side and no more.
    strength: 'tension',
    probability: 0.6,
    inputs: {
      a: a.attribution.speaker.name,
      b: b.attribution.speaker.name,
      matchedWords: matched,
    },
  }
}

// The sentence, or the next one.
const BESIDE = 80

/** True where the speaker of one quotation is named near the other too: where both are near both, one of them was only read otherwise. */
function standsBeside(quote: StoryQuote, { text, attribution }: StoryQuote): boolean {
  const { speaker, source } = quote.attribution
  const beside = text.slice(Math.max(0, attribution.start - BESIDE), attribution.end + BESIDE)
  const names = [speaker.name ?? '', ...source.map(({ start, end }) => quote.text.slice(start, end))]
  return names.some((name) => {
    const family = /\p{Lu}[\p{L}.]+(?=\P{Lu}*$)/u.exec(name)?.[0]
    return family !== undefined && beside.includes(family)
  })
}

/** A name stands beside the quotation: who a pronoun means, or who goes on speaking, is too easily misread to accuse anyone of an error. */
function namesSource({ text, attribution }: StoryQuote): boolean {
  return attribution.source.some(({ start, end }) => {
    const words = text.slice(start, end)
    return /\p{Lu}[\p{L}.]+/u.test(words) && !/^(?:he|she|they|we|it|who|i)$/i.test(words)
  })
}

/** "State of the Union", "Medicare for All": capitals on all words but the small ones, which is a title that anybody may say. */
function isTitle({ words }: StoryQuote): boolean {
  return (
    words.length >= 3 &&
    words.every(({ exact }) => /^[\p{Lu}\p{N}]/u.test(exact) || exact.length <= 4) &&
    words.filter(({ exact }) => /^\p{Lu}.*\p{Ll}/u.test(exact)).length >= 2
  )
}

// Written with a capital and yet no name: "the Oregon Democrat".
const PARTISAN =
  /\s(?:Democrat|Republican|Independent|Conservative|Liberal|Socialist|Tory|MP|Senator|Congress(?:man|woman))$/

/** "The Oregon senator" may be anybody whom the other account names. */
function hasName({ attribution }: StoryQuote): boolean {
  const name = attribution.speaker.name ?? ''
  return /(?:^|\s)\p{Lu}\S*$/u.test(name) && !PARTISAN.test(name)
}

/** Findings with the same rule and the same words on their sides become one conflict. */
function joinFindings(findings: readonly Finding[]): readonly Conflict[] {
  const joined = new Map<string, { finding: Finding; sides: Map<string, Side> }>()
  for (const finding of findings) {
    const sides = [
      { key: keyOf(finding, 'a'), quote: finding.a, span: finding.aSpan },
      { key: keyOf(finding, 'b'), quote: finding.b, span: finding.bSpan },
    ]
    if (sides[0]!.key === sides[1]!.key) continue
    const key = `${finding.rule}|${sides
      .map((side) => side.key)
      .sort()
      .join('|')}`
    const entry = joined.get(key) ?? { finding, sides: new Map<string, Side>() }
    if (finding.probability > entry.finding.probability) entry.finding = finding
    for (const side of sides) {
      const known = entry.sides.get(side.key) ?? { quotes: [] }
      if (!known.quotes.some(({ quote }) => quote === side.quote)) known.quotes.push(side)
      entry.sides.set(side.key, known)
    }
    joined.set(key, entry)
  }
  return [...joined.values()]
    .filter(({ sides }) => differBetween([...sides.values()]))
    .map(({ finding, sides }) => toConflict(finding, [...sides.values()]))
}

/** False where the same accounts stand on both sides: each tells both, so that the difference lies within them. */
function differBetween([one, other]: readonly Side[]): boolean {
  const read = (side: Side | undefined): ReadonlySet<string> =>
    new Set(side?.quotes.map(({ quote }) => quote.documentId) ?? [])
  const [x, y] = [read(one), read(other)]
  return x.size !== y.size || [...x].some((id) => !y.has(id))
}

interface Side {
  readonly quotes: { readonly quote: StoryQuote; readonly span: Span }[]
}

function keyOf(finding: Finding, side: 'a' | 'b'): string {
  const quote = finding[side]
  if (finding.rule.startsWith('quote-attribution')) return quote.speakers.join('+') || quote.surname
  const span = side === 'a' ? finding.aSpan : finding.bSpan
  return quote.text
    .slice(span.start, span.end)
    .toLowerCase()
    .replace(/[\u2018\u2019\u201c\u201d'"]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function toConflict(finding: Finding, sides: readonly Side[]): Conflict {
  const built = sides.map((side): ConflictSide => {
    const evidence: Evidence[] = side.quotes
      .map(({ quote, span }) => ({ documentId: quote.documentId, span }))
      .sort(compareEvidence)
    const { quote, span } = side.quotes[0]!
    const named = finding.rule.startsWith('quote-attribution') ? nameSpan(quote) : null
    if (named !== null) evidence.push({ documentId: quote.documentId, span: named })
    const shown = named ?? span
    return {
      value: quote.text.slice(shown.start, shown.end),
      documents: [...new Set(evidence.map(({ documentId }) => documentId))] as DocumentId[],
      evidence,
    }
  })
  built.sort((x, y) => compareEvidence(x.evidence[0]!, y.evidence[0]!))
  const attribution = finding.a.attribution
  const content = attribution.content[0]!
  return {
    id: nameConflict(finding.rule, built),
    kind: finding.rule.startsWith('quote-attribution') ? 'attribution' : 'quote-wording',
    strength: finding.strength,
    nature: 'conflict',
    subject: finding.a.text.slice(content.start, content.end),
    sides: built,
    within: null,
    rule: { id: finding.rule, inputs: finding.inputs },
    probability: finding.probability,
  }
}

/** Where the account names the speaker of a quotation; null where it never does by that name. */
function nameSpan(quote: StoryQuote): Span | null {
  const { name } = quote.attribution.speaker
  const start = name === null ? -1 : quote.text.indexOf(name)
  return name === null || start < 0 ? null : { start, end: start + name.length }
}

function compareEvidence(x: Evidence, y: Evidence): number {
  return x.documentId < y.documentId ? -1 : x.documentId > y.documentId ? 1 : x.span.start - y.span.start
}

function nameConflict(rule: string, sides: readonly ConflictSide[]): string {
  let hash = 0x811c9dc5
  const places = sides.flatMap((side) =>
    side.evidence.map(({ documentId, span }) => `${documentId}:${span.start}-${span.end}`),
  )
  for (const char of `${rule}|${places.join('|')}`) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193)
  return `k-quote-${(hash >>> 0).toString(16).padStart(8, '0')}`
}
