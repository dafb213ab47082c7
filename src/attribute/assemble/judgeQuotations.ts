import { type LogisticWeights, scoreLogistic } from '../model/logistic.js'
import { readStop } from '../quotations/readStop.js'
import { numberOfPos, type Reading } from '../reading/reading.js'
import type { FoundAttribution } from './foundAttribution.js'

/** A quotation of the account's own text, what it seems to be and whose attribution it belongs to. */
export interface JudgedQuotation {
  /** Index in `reading.quotations`. */
  readonly index: number
  /** Probability that somebody's words are quoted, and not a title, a nickname or a term the writer keeps at a distance. */
  readonly probability: number
  /** Index of the found attribution that has it as content; -1 where none. */
  readonly owner: number
  /** Tokens `[first, end)`. */
  readonly first: number
  readonly end: number
}

/** Words right before a quotation that name a thing by it. */
const NAMING: ReadonlySet<string> = new Set(
  (
    'titled entitled dubbed nicknamed named called labeled labelled termed so-called known book film movie song album show series ' +
    'episode play novel article essay hashtag slogan word words phrase term motto headlined'
  ).split(' '),
)

const VERB = numberOfPos('VERB')
const AUX = numberOfPos('AUX')
const PRON = numberOfPos('PRON')
const NOUN = numberOfPos('NOUN')
const PROPN = numberOfPos('PROPN')
const FIRST_PERSON: ReadonlySet<string> = new Set(['i', 'we', 'my', 'our', 'me', 'us', 'you', 'your'])

/** Judges every outermost quotation, in reading order. */
export function judgeQuotations(
  reading: Reading,
  found: readonly FoundAttribution[],
  weights: LogisticWeights,
): readonly JudgedQuotation[] {
  const owners = findOwners(reading, found)
  const judged: JudgedQuotation[] = []
  reading.quotations.forEach((quotation, index) => {
    const first = reading.quotationStart[index]!
    const end = reading.quotationEnd[index]!
    if (quotation.depth > 0 || end <= first) return
    const owner = owners[index]!
    const features = readQuotationFeatures(reading, index, found[owner] ?? null)
    judged.push({ index, probability: scoreLogistic(weights, features), owner, first, end })
  })
  return judged
}

/** An attribution that could own a quotation. */
interface Claim {
  readonly place: number
  readonly score: number
}

/**
 * For each quotation the likeliest attribution whose content holds at least half of it and whose cue stands outside.
 *
 * Of several, near cues and those with little but quoted words as content come first. In "…," Roe said, according to the ministry,
 * Roe speaks.
 */
export function findOwners(reading: Reading, found: readonly FoundAttribution[]): Int32Array {
  const claims = new Map<number, Claim[]>()
  found.forEach((attribution, place) => {
    const held = new Map<number, number>()
    let quoted = 0
    for (const i of attribution.content) {
      const q = reading.quotation[i]!
      if (q < 0) continue
      held.set(q, (held.get(q) ?? 0) + 1)
      quoted++
    }
    const { cue } = attribution
    for (const [q, count] of held) {
      const first = reading.quotationStart[q]!
      const end = reading.quotationEnd[q]!
      if (count * 2 < end - first || reading.quotation[cue.start] === q) continue
      const distance = cue.start >= end ? cue.start - end : first - cue.end
      const purity = quoted / attribution.content.length
      const near = (attribution.probability * (0.5 + 0.5 * purity)) / (1 + 0.03 * Math.max(0, distance))
      const score = isHandedTo(reading, q, cue.start) ? 2 * near : near
      const known = claims.get(q)
      if (known === undefined) claims.set(q, [{ place, score }])
      else known.push({ place, score })
    }
  })
  const owners = new Int32Array(reading.quotations.length).fill(-1)
  for (const [q, list] of claims) owners[q] = chooseOwner(reading, found, list)
  return owners
}

// 4 tokens: "…," the harbour board said.
const BESIDE = 4

/** The quotation ends with the comma that hands over to the reporter, and the cue follows at once. */
function isHandedTo(reading: Reading, q: number, cue: number): boolean {
  const quotation = reading.quotations[q]!
  const after = cue - reading.quotationEnd[q]!
  if (!quotation.closed || after < 0 || after > BESIDE) return false
  return readStop(reading.text, quotation) === 0x2c || reading.text.charCodeAt(quotation.close) === 0x2c
}

// 0.3: a report less sure than this does not take a quotation from the one around it.
const SURE = 0.3

function chooseOwner(reading: Reading, found: readonly FoundAttribution[], claims: readonly Claim[]): number {
  const inner = claims.filter(
    ({ place }) =>
      !claims.some(
        (other) =>
          other.place !== place &&
          reading.tokens[found[place]!.cue.start]!.norm === 'according' &&
          found[other.place]!.probability >= SURE &&
          found[place]!.content.includes(found[other.place]!.cue.start) &&
          !found[other.place]!.content.includes(found[place]!.cue.start),
      ),
  )
  let best: Claim | null = null
  for (const claim of inner.length > 0 ? inner : claims) if (best === null || claim.score > best.score) best = claim
  return best?.place ?? -1
}

/** What the decision on a quotation rests on. */
export function readQuotationFeatures(
  reading: Reading,
  index: number,
  owner: FoundAttribution | null,
): Readonly<Record<string, number>> {
  const { text, tokens, quotations, pos } = reading
  const quotation = quotations[index]!
  const first = reading.quotationStart[index]!
  const end = reading.quotationEnd[index]!
  let words = 0
  let capitals = 0
  let verbs = 0
  let persons = 0
  for (let i = first; i < end; i++) {
    const code = text.charCodeAt(tokens[i]!.start)
    if (pos[i] === VERB || pos[i] === AUX) verbs++
    if (pos[i] === PRON && FIRST_PERSON.has(tokens[i]!.norm)) persons++
    if ((code | 32) >= 97 && (code | 32) <= 122) {
      words++
      if (code < 97) capitals++
    }
  }
  const before = wordsBefore(reading, first, quotation.open)
  const last = readStop(text, quotation)
  const opening = lastCode(text, quotation.open)
  const sentence = reading.sentences[reading.sentence[first]!]!
  const p = owner === null ? 0 : Math.min(0.99, Math.max(0.01, owner.probability))
  const after = tokenAfter(reading, end, quotation.close)
  // Right before a noun, without a stop: a term used as an adjective, as in the “smart” bridge.
  const joined = quotation.closed && (after === NOUN || after === PROPN) ? 1 : 0
  const stops = last === 0x2c || last === 0x2e || last === 0x21 || last === 0x3f ? 1 : 0
  const title = words >= 2 && capitals >= words * 0.6 ? 1 : 0
  return {
    bias: 1,
    owner: owner === null ? 0 : Math.log(p / (1 - p)),
    noOwner: owner === null ? 1 : 0,
    whole: owner === null ? 0 : Math.min(1, (end - first) / owner.content.length),
    words: Math.log(1 + words),
    one: words === 1 ? 1 : 0,
    two: words === 2 ? 1 : 0,
    verbs: verbs > 0 ? 1 : 0,
    persons: persons > 0 ? 1 : 0,
    title: title,
    titleUnowned: owner === null ? title : 0,
    capital: isCapital(text.charCodeAt(quotation.start)) ? 1 : 0,
    stops,
    stopsCapital: stops === 1 && isCapital(text.charCodeAt(quotation.start)) ? 1 : 0,
    comma: opening === 0x2c || opening === 0x3a ? 1 : 0,
    opensLine: opening === 0x0a || opening === 0 ? 1 : 0,
    naming: before.some((word) => NAMING.has(word)) ? 1 : 0,
    namingOwned: owner !== null && before.some((word) => NAMING.has(word)) ? 1 : 0,
    article: before[0] === 'the' || before[0] === 'a' || before[0] === 'an' ? 1 : 0,
    joined,
    joinedShort: joined === 1 && words <= 2 ? 1 : 0,
    joinedUnowned: joined === 1 && owner === null ? 1 : 0,
    single: quotation.family === 'single' ? 1 : 0,
    unclosed: quotation.closed ? 0 : 1,
    continues: quotation.continues ? 1 : 0,
    heading: sentence.kind === 'heading' ? 1 : 0,
    parenthesis: opening === 0x28 ? 1 : 0,
  }
}

/** Tag of the first token past the closing mark; 0 at the end of the sentence. */
function tokenAfter(reading: Reading, end: number, close: number): number {
  for (let i = end; i < reading.size && i < end + 4; i++) {
    if (reading.tokens[i]!.start < close) continue
    return reading.sentence[i] === reading.sentence[end - 1] ? reading.pos[i]! : 0
  }
  return 0
}

function wordsBefore(reading: Reading, first: number, open: number): readonly string[] {
  const words: string[] = []
  for (let i = first - 1; i >= 0 && words.length < 3; i--) {
    const token = reading.tokens[i]!
    if (token.end > open) continue
    if (reading.sentence[i] !== reading.sentence[first]) break
    words.push(token.norm)
  }
  return words
}

/** The last visible character before a place in its paragraph; a line feed at its start. */
function lastCode(text: string, place: number): number {
  for (let at = place - 1; at >= 0; at--) {
    const code = text.charCodeAt(at)
    if (code !== 0x20 && code !== 0xa0) return code
  }
  return 0
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90
}
