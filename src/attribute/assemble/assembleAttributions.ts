import type { Span } from '../../text/index.js'
import { numberOfPos, type Reading } from '../reading/reading.js'
import { readStop } from '../quotations/readStop.js'
import type { FoundAttribution } from './foundAttribution.js'
import type { QuotedUnit } from './assembleUnits.js'
import { toSpans } from './spans.js'

/** An attribution before its speaker is resolved. */
export interface RawAttribution {
  readonly kind: 'direct' | 'mixed' | 'indirect'
  readonly content: readonly Span[]
  /** Index of the found attribution that names cue and source; -1 where none. */
  readonly owner: number
  readonly probability: number
}

const VERB = numberOfPos('VERB')
const AUX = numberOfPos('AUX')
const PRON = numberOfPos('PRON')
const NOUN = numberOfPos('NOUN')
const PROPN = numberOfPos('PROPN')
const PUNCT = numberOfPos('PUNCT')

/** Words that only join a content to its cue. */
const JOINTS: ReadonlySet<string> = new Set([
  'that',
  'as',
  'to',
  'a',
  'an',
  'the',
  'it',
  'is',
  'was',
  'and',
  'for',
  'with',
  'of',
])

/** The quoted utterances as direct and mixed attributions, and every report that says more than its quoted words as an indirect one. */
export function assembleAttributions(
  reading: Reading,
  found: readonly FoundAttribution[],
  units: readonly QuotedUnit[],
  kept: (owner: number) => boolean,
): readonly RawAttribution[] {
  const quoted = new Uint8Array(reading.size)
  const raw: RawAttribution[] = units.map((unit) => {
    for (const { first, end } of unit.quotations) quoted.fill(1, first, end)
    return {
      kind: isClause(reading, unit) ? 'direct' : 'mixed',
      content: unit.quotations.map(({ index }) => {
        const { start, end } = reading.quotations[index]!
        return { start, end }
      }),
      owner: unit.owner,
      probability: unit.probability,
    }
  })
  found.forEach((attribution, owner) => {
    if (!kept(owner)) return
    const inside = reading.quotation[attribution.cue.start]! >= 0
    const plain = attribution.content.filter((i) => isTelling(reading, i) && (inside || quoted[i] === 0))
    if (plain.length === 0) return
    const content = toSpans(reading, attribution.content)
    if (content.length > 0) raw.push({ kind: 'indirect', content, owner, probability: attribution.probability })
  })
  return raw
}

function isTelling(reading: Reading, i: number): boolean {
  return reading.pos[i] !== PUNCT && reading.mark[i] === 0 && !JOINTS.has(reading.tokens[i]!.norm)
}

/** A full clause is quoted: a subject and a finite verb, or a whole sentence of its own from capital letter to stop. */
function isClause(reading: Reading, unit: QuotedUnit): boolean {
  return unit.quotations.some(({ index, first, end }) => {
    const { text, tokens, pos, quotations } = reading
    let subject = false
    for (let i = first; i < end; i++) {
      if (pos[i] === PRON || pos[i] === NOUN || pos[i] === PROPN) subject = true
      if ((pos[i] === VERB || pos[i] === AUX) && subject && isFiniteTag(tokens[i]!.tag)) return true
    }
    const quotation = quotations[index]!
    const opening = text.charCodeAt(quotation.start)
    const stop = readStop(text, quotation)
    const lead = text.charCodeAt(quotation.open - 2)
    const alone = quotation.open === 0 || text.charCodeAt(quotation.open - 1) === 0x0a || lead === 0x2c || lead === 0x3a
    return opening >= 65 && opening <= 90 && alone && (stop === 0x2c || stop === 0x2e || stop === 0x21 || stop === 0x3f)
  })
}

function isFiniteTag(tag: string): boolean {
  return tag === 'VBD' || tag === 'VBZ' || tag === 'VBP' || tag === 'MD'
}
