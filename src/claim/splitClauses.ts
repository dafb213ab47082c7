import type { Sentence, Token } from '../annotate/index.js'
import { RELATIVES, REPORT_VERBS, SUBORDINATORS } from './clauseWords.js'
import { isParsed, splitByTree } from './splitByTree.js'

/** A clause as indexes of its own tokens: an embedded clause's tokens are not its own, though they may lie between. */
export interface Clause {
  /** Ascending, never empty. */
  readonly tokens: readonly number[]
}

interface Segment {
  readonly first: number
  readonly end: number
  readonly relative: boolean
}

// A clause of fewer content words seldom says who did what by itself ("he said", "as expected"): it stays with its neighbour. Of
// 2, 5, 8 and 10, 8 gives the best links between accounts; see docs/align.md.
const LEAST_CONTENT = 8

/**
 * Splits one sentence into clauses that each hold a verb, in reading order; every token is in exactly one clause.
 *
 * A new clause opens before a subordinating or relative word, a conjunction or comma that a further verb follows, a participle after a
 * comma, a quotation that holds a verb, and behind a reporting verb. A relative clause in the middle is taken out of the clause around
 * it. A sentence without a verb is one clause. Linear in its tokens.
 */
export function splitClauses(tokens: readonly Token[], sentence: Sentence): readonly Clause[] {
  const { firstToken, endToken } = sentence
  if (firstToken >= endToken) return []
  if (isParsed(tokens, sentence)) return splitByTree(tokens, sentence, (indexes) => isThin(tokens, indexes))
  const bounds = findBounds(tokens, firstToken, endToken)
  const segments = bounds.map((first, i): Segment => {
    const end = bounds[i + 1] ?? endToken
    return { first, end, relative: opensRelative(tokens, first, end) }
  })
  return joinSmall(tokens, nestRelatives(tokens, segments))
}

/** True for a token that heads a verb group: not a bare auxiliary before its verb, not an infinitive's "to". */
export function isVerb(token: Token): boolean {
  return token.pos === 'VERB' || token.pos === 'AUX'
}

function isFiniteVerb(tokens: readonly Token[], index: number, first: number): boolean {
  const token = tokens[index]!
  if (!isVerb(token)) return false
  if (token.tag !== '') {
    if (token.tag === 'VBD' || token.tag === 'VBP' || token.tag === 'VBZ' || token.tag === 'MD') return true
    return false
  }
  if (token.norm.endsWith('ing')) return false
  for (let i = index - 1; i >= first && i >= index - 3; i--) {
    const before = tokens[i]!
    if (before.norm === 'to') return false
    if (before.pos !== 'ADV' && before.pos !== 'PART') break
  }
  return true
}

function findBounds(tokens: readonly Token[], first: number, end: number): number[] {
  const finite = new Uint8Array(end - first)
  for (let i = first; i < end; i++) finite[i - first] = isFiniteVerb(tokens, i, first) ? 1 : 0
  // verbsAfter[i]: finite verbs from token i to the end.
  const verbsAfter = new Uint16Array(end - first + 1)
  for (let i = end - 1; i >= first; i--) verbsAfter[i - first] = verbsAfter[i - first + 1]! + finite[i - first]!
  const bounds = [first]
  const hasVerb = (from: number, to: number): boolean => verbsAfter[from - first]! > verbsAfter[to - first]!
  for (let i = first + 1; i < end - 1; i++) {
    const start = bounds[bounds.length - 1]!
    if (i - start < 2) continue
    if (verbsAfter[i - first] === 0 && !opensParticiple(tokens, i, end)) continue
    if (opensClause(tokens, i, end, start, hasVerb)) bounds.push(i)
  }
  return bounds
}

function opensClause(
  tokens: readonly Token[],
  i: number,
  end: number,
  start: number,
  hasVerb: (from: number, to: number) => boolean,
): boolean {
  const token = tokens[i]!
  const before = tokens[i - 1]!
  const stop = nextStop(tokens, i + 1, end)
  if (isOpeningQuote(tokens, i)) return hasVerb(i, stop)
  if (before.norm === ',' || before.norm === ';' || before.norm === '—' || before.norm === '–' || before.norm === ':') {
    if (opensParticiple(tokens, i, end)) return hasVerb(start, i) || i - start > 3
    if (RELATIVES.has(token.norm) || SUBORDINATORS.has(token.norm)) return hasVerb(i, stop)
    if (token.pos === 'CCONJ') return hasVerb(start, i) && hasVerb(i, stop)
    return hasVerb(start, i) && hasVerb(i, stop) && verbNear(tokens, i, stop, 8)
  }
  if (RELATIVES.has(token.norm) && token.pos !== 'DET')
    return hasVerb(start, i) && hasVerb(i, stop) && verbNear(tokens, i, stop, 6)
  if (SUBORDINATORS.has(token.norm)) return hasVerb(start, i) && hasVerb(i, stop) && token.pos !== 'ADP'
  if (token.pos === 'CCONJ') return hasVerb(start, i) && verbNear(tokens, i + 1, stop, 7) && hasVerb(i, stop)
  if (REPORT_VERBS.has(before.lemma) && isVerb(before) && !isVerb(token))
    return hasVerb(i, stop) && verbNear(tokens, i, stop, 8)
  return false
}

/** A finite verb within so many tokens, before any further punctuation. */
function verbNear(tokens: readonly Token[], from: number, end: number, reach: number): boolean {
  const stop = Math.min(end, from + reach)
  for (let i = from; i < stop; i++) if (isFiniteVerb(tokens, i, from)) return true
  return false
}

/** The next comma, semicolon, colon or dash. */
function nextStop(tokens: readonly Token[], from: number, end: number): number {
  for (let i = from; i < end; i++) {
    const norm = tokens[i]!.norm
    if (norm === ';' || norm === '—' || norm === ':') return i
  }
  return end
}

function opensParticiple(tokens: readonly Token[], i: number, end: number): boolean {
  for (let k = i; k < end && k < i + 2; k++) {
    const token = tokens[k]!
    if (
      token.pos === 'VERB' &&
      (token.tag === 'VBG' || token.tag === 'VBN' || (token.tag === '' && token.norm.endsWith('ing')))
    ) {
      return tokens[i - 1]!.norm === ','
    }
    if (token.pos !== 'ADV') return false
  }
  return false
}

function opensRelative(tokens: readonly Token[], first: number, end: number): boolean {
  const norm = tokens[first]!.norm
  return RELATIVES.has(norm) && norm !== 'that' && end - first > 1
}

function isOpeningQuote(tokens: readonly Token[], i: number): boolean {
  const norm = tokens[i]!.norm
  if (norm === '“' || norm === '``') return true
  // Straight marks: opening when a word follows at once and a space stands before.
  return (
    norm === '"' &&
    tokens[i + 1] !== undefined &&
    tokens[i + 1]!.start === tokens[i]!.end &&
    tokens[i - 1]!.end < tokens[i]!.start
  )
}

/** Takes a relative clause out of the clause around it when what precedes it has no verb yet and a verb goes on behind. */
function nestRelatives(tokens: readonly Token[], segments: readonly Segment[]): number[][] {
  const clauses: number[][] = []
  for (let s = 0; s < segments.length; s++) {
    const segment = segments[s]!
    const indexes = range(segment.first, segment.end)
    const before = clauses[clauses.length - 1]
    const after = segments[s + 1]
    if (segment.relative && before !== undefined && after !== undefined && !before.some((i) => isVerb(tokens[i]!))) {
      before.push(...range(after.first, after.end))
      clauses.push(indexes)
      s++
    } else clauses.push(indexes)
  }
  return clauses
}

function joinSmall(tokens: readonly Token[], clauses: readonly number[][]): Clause[] {
  const joined: number[][] = []
  let waiting: number[] = []
  for (const clause of clauses) {
    const whole = [...waiting, ...clause]
    waiting = []
    if (clause.length > 0 && isThin(tokens, whole)) {
      const before = joined[joined.length - 1]
      if (before === undefined) waiting = whole
      else before.push(...whole)
    } else joined.push(whole)
  }
  if (waiting.length > 0) joined.push(waiting)
  return joined.map((indexes) => ({ tokens: indexes.sort((a, b) => a - b) }))
}

function isThin(tokens: readonly Token[], indexes: readonly number[]): boolean {
  let content = 0
  let verb = false
  for (const i of indexes) {
    const token = tokens[i]!
    if (isVerb(token)) verb = true
    if (
      token.pos === 'NOUN' ||
      token.pos === 'PROPN' ||
      token.pos === 'VERB' ||
      token.pos === 'ADJ' ||
      token.pos === 'NUM'
    ) {
      if (!REPORT_VERBS.has(token.lemma)) content++
    }
  }
  return content < LEAST_CONTENT || !verb
}

function range(first: number, end: number): number[] {
  return Array.from({ length: end - first }, (_, i) => first + i)
}
