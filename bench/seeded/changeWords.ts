import { type Change, pick } from './seed.js'
import type { SharedPair, TextSpan } from './sharedSentences.js'

/** Changes of participants, polarity, quoted words and speakers. */

const FULL_NAME = /(?<![\p{L}.]\s|\p{L})(?:\p{Lu}\p{Ll}{2,}\s+)(?:\p{Lu}\.\s+)?\p{Lu}\p{Ll}{2,}\b(?!\s+\p{Lu})/gu
const NOT_PEOPLE =
  /\b(?:House|Senate|Court|State|States|Department|Street|Avenue|County|City|University|College|Bureau|Party|News|Times|Post|Office|Act|Committee|Administration|Justice|Security|Homeland|Defense|White|Supreme|North|South|East|West|New|San|Los|Air|Force|Union|Kong|Korea|Arabia|Island|Beach|Center|Bank|Street|Fox|National|General|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November|December|American|President|Sen|Rep|Gov|Secretary|Minister|Attorney|Planned|Wall|Capitol|Hill|Oval|Middle|Great|United|Affordable|Care|Dow|Jones|Intelligence|Trade|World|Health|Human|Service|Services|Congress|Republican|Democratic|Democrat|The|This|That|When|After|But|And)\b/u

/** Names of people by their shape alone: two capitalised words, no word of bodies, places or days among them. */
export function findNames(text: string): readonly { readonly name: string; readonly span: TextSpan }[] {
  return [...text.matchAll(FULL_NAME)]
    .filter((match) => !NOT_PEOPLE.test(match[0]))
    .map((match) => ({
      name: match[0].replace(/\s+/g, ' '),
      span: { start: match.index, end: match.index + match[0].length },
    }))
}

const within = (outer: TextSpan, inner: TextSpan): boolean => outer.start <= inner.start && inner.end <= outer.end

/** Puts another person of the story in the place of one whom both sentences name. */
export function changeParticipant(a: string, b: string, pair: SharedPair, random: () => number): Change | null {
  const left = findNames(a)
  const right = findNames(b)
  const inA = left.filter((x) => within(pair.a, x.span))
  const inB = right.filter((x) => within(pair.b, x.span))
  const shared = inA.find((x) => inB.some((y) => y.name === x.name))
  if (shared === undefined) return null
  const others = [...new Set([...left, ...right].map((x) => x.name))].filter(
    (name) => !a.slice(pair.a.start, pair.a.end).includes(name) && !b.slice(pair.b.start, pair.b.end).includes(name),
  )
  // A person told once or twice: a name that stands all over the story would turn into a mention of someone else.
  const fresh = others.filter((name) => name.split(' ').at(-1) !== shared.name.split(' ').at(-1))
  if (fresh.length === 0) return null
  return { at: shared.span, to: pick(fresh.sort(), random), other: inB.find((y) => y.name === shared.name)!.span }
}

const AUXILIARY =
  /\b(is|was|are|were|will|would|has|have|had|can|could|did|does|do|should|may|might)\s+(n[o']t\s+)?(\p{Ll}{3,})/gu

/** Puts a "not" in or takes it out, after an auxiliary whose verb both sentences share. */
export function changePolarity(a: string, b: string, pair: SharedPair): Change | null {
  const left = [...a.slice(pair.a.start, pair.a.end).matchAll(AUXILIARY)]
  const right = [...b.slice(pair.b.start, pair.b.end).matchAll(AUXILIARY)]
  for (const x of left) {
    const y = right.find((other) => other[3] === x[3] && (other[2] === undefined) === (x[2] === undefined))
    if (y === undefined || /^(?:not|also|been|being|only|just|more|less|still)$/.test(x[3]!)) continue
    const start = pair.a.start + x.index
    const otherStart = pair.b.start + y.index
    return {
      at: { start, end: start + x[0].length },
      to: x[2] === undefined ? `${x[1]} not ${x[3]}` : `${x[1]} ${x[3]}`,
      other: { start: otherStart, end: otherStart + y[0].length },
    }
  }
  return null
}

const QUOTED = /["“]([^"“”\n]{20,400})["”]/gu

interface Quoted {
  readonly span: TextSpan
  readonly words: string
}

function findQuoted(text: string): readonly Quoted[] {
  return [...text.matchAll(QUOTED)].map((match) => ({
    span: { start: match.index + 1, end: match.index + 1 + match[1]!.length },
    words: match[1]!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s]/gu, '')
      .replace(/\s+/g, ' ')
      .trim(),
  }))
}

function findSharedQuotes(a: string, b: string): readonly (readonly [Quoted, Quoted])[] {
  const right = findQuoted(b)
  return findQuoted(a).flatMap((x) => {
    const y = right.find((other) => other.words === x.words)
    return y !== undefined && x.words.split(' ').length >= 5 ? [[x, y] as const] : []
  })
}

/** Swaps one word of a quotation that both accounts print alike: for its opposite where the list has one. */
export function changeQuote(
  a: string,
  b: string,
  opposites: ReadonlyMap<string, readonly string[]>,
  random: () => number,
): Change | null {
  const shared = findSharedQuotes(a, b)
  if (shared.length === 0) return null
  const [mine, other] = pick(shared, random)
  const words = [...a.slice(mine.span.start, mine.span.end).matchAll(/(?<![\p{L}’'])\p{Ll}{4,}(?![\p{L}’'])/gu)]
  const able = words.filter((word) => opposites.has(word[0]))
  if (able.length === 0) return null
  const word = pick(able, random)
  const start = mine.span.start + word.index
  return { at: { start, end: start + word[0].length }, to: pick(opposites.get(word[0])!, random), other: other.span }
}

/** Gives a quotation that both accounts put in one mouth to another person of the story. */
export function changeSpeaker(a: string, b: string, random: () => number): Change | null {
  const namesA = findNames(a)
  const surnames = [...new Set([...namesA, ...findNames(b)].map((x) => x.name.split(' ').at(-1)!))].sort()
  for (const [mine, other] of findSharedQuotes(a, b)) {
    const near = findSpeaker(a, mine.span, surnames)
    const far = findSpeaker(b, other.span, surnames)
    if (near === null || far === null || near.surname !== far.surname) continue
    const fresh = [...new Set([...namesA, ...findNames(b)].map((x) => x.name))]
      .sort()
      .filter((name) => !name.endsWith(near.surname))
    if (fresh.length === 0) return null
    return { at: near.span, to: pick(fresh, random), other: far.span }
  }
  return null
}

/** The name beside a reporting verb right after or right before the quotation, with given name and title words. */
function findSpeaker(
  text: string,
  quote: TextSpan,
  surnames: readonly string[],
): { surname: string; span: TextSpan } | null {
  if (surnames.length === 0) return null
  const name = `((?:\\p{Lu}[\\p{L}.]+\\s+){0,2}(${surnames.join('|')}))`
  const verbs = '(?:said|told|wrote|added|tweeted|argued|says|explained|continued|noted)'
  const after = new RegExp(
    `^[,.?!]?["”]\\s*(?:,\\s*)?(?:${name}(?:,[^,.]{3,60},)?\\s+${verbs}|${verbs}\\s+${name})`,
    'u',
  ).exec(text.slice(quote.end, quote.end + 160))
  if (after !== null) {
    const full = after[1] ?? after[3]!
    const start = quote.end + after[0].indexOf(full)
    return { surname: after[2] ?? after[4]!, span: { start, end: start + full.length } }
  }
  const from = Math.max(0, quote.start - 160)
  const lead = text.slice(from, quote.start)
  const before = new RegExp(`${name}(?:,[^,.]{3,60},)?\\s+${verbs}[^.!?"“”\\n]{0,50}["“]$`, 'u').exec(lead)
  if (before === null) return null
  const start = from + before.index
  return { surname: before[2]!, span: { start, end: start + before[1]!.length } }
}
