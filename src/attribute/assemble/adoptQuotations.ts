import { readStop } from '../quotations/readStop.js'
import type { Reading } from '../reading/reading.js'
import type { FoundAttribution } from './foundAttribution.js'
import type { JudgedQuotation } from './judgeQuotations.js'

// 16 tokens after the closing mark: "said Jane Roe, a spokeswoman for the regional health authority".
const REACH = 16
// 0.15: a word right after a quotation that hands over needs little to be its cue.
const LEAST_CUE = 0.15
// 0.5: likelier a cue than not.
const SURE_CUE = 0.5

/**
 * Gives quotations that no attribution has as content to the cue that follows them in their paragraph.
 *
 * The role tagger sometimes takes other words for what is said ("…," said Roe ahead of the vote). Returns the attributions with such
 * content replaced, and the quotations with their owners.
 */
export function adoptQuotations(
  reading: Reading,
  found: readonly FoundAttribution[],
  utterances: readonly JudgedQuotation[],
): { readonly found: readonly FoundAttribution[]; readonly utterances: readonly JudgedQuotation[] } {
  const changed = [...found]
  const owning = new Set(utterances.map(({ owner }) => owner))
  for (const { owner, probability } of utterances) {
    if (owner < 0) continue
    // Words that are somebody's beside a word that reports: together they are surer than the report alone.
    const kept = changed[owner]!
    if (kept.cue.probability < SURE_CUE) continue
    changed[owner] = { ...kept, probability: Math.max(kept.probability, probability * kept.cue.probability) }
  }
  const adopted = utterances.map((quotation) => {
    const handing = quotation.owner >= 0 ? null : handsOver(reading, quotation)
    if (handing === null) return quotation
    const owner = changed.findIndex(
      ({ cue, content }, place) =>
        !owning.has(place) &&
        cue.probability >= LEAST_CUE &&
        // After a full stop only a sentence that reports nothing else goes back to it: “We go.” Roe said on Monday.
        (handing === 'comma' || (content.length === 0 && cue.probability >= SURE_CUE)) &&
        cue.start >= quotation.end &&
        cue.start - quotation.end <= REACH &&
        isBeside(reading, quotation, cue.start),
    )
    if (owner < 0) return quotation
    owning.add(owner)
    const content: number[] = []
    for (let i = quotation.first; i < quotation.end; i++) content.push(i)
    const kept = changed[owner]!
    changed[owner] = {
      ...kept,
      content,
      probability: Math.max(kept.probability, quotation.probability * kept.cue.probability),
    }
    return { ...quotation, owner }
  })
  return { found: changed, utterances: adopted }
}

/** How the quotation hands over to the reporter: it starts its sentence and ends with a comma or mark, or with a full stop. Null where it does not. */
function handsOver(reading: Reading, { index }: JudgedQuotation): 'comma' | 'stop' | null {
  const { text } = reading
  const quotation = reading.quotations[index]!
  const { closed, close, open } = quotation
  if (!closed) return null
  const inner = readStop(text, quotation)
  const outer = text.charCodeAt(close)
  const stops = (code: number): boolean => code === 0x2c || code === 0x21 || code === 0x3f || code === 0x2014
  const handing = stops(inner) || stops(outer) ? 'comma' : inner === 0x2e ? 'stop' : null
  if (handing === null) return null
  for (let at = open - 1; at >= 0; at--) {
    const code = text.charCodeAt(at)
    if (code === 0x0a) return handing
    if (code > 0x20 && code !== 0xa0)
      return code === 0x2e || code === 0x21 || code === 0x3f || code === 0x201d || code === 0x22 ? handing : null
  }
  return handing
}

function isBeside(reading: Reading, quotation: JudgedQuotation, token: number): boolean {
  for (let i = quotation.end; i < token; i++) if (reading.quotation[i]! >= 0) return false
  const from = reading.quotations[quotation.index]!.close
  const feed = reading.text.indexOf('\n', from)
  return feed === -1 || reading.tokens[token]!.start < feed
}
