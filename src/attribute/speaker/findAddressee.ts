import type { Mention } from '../../annotate/index.js'
import type { Span } from '../../text/index.js'
import { findFirstMention } from './findFirstMention.js'
import { numberOfPos, type Reading } from '../reading/reading.js'
import type { Cue } from '../role/window.js'

/** Verbs whose object is the one spoken to. */
const TELLING: ReadonlySet<string> = new Set(
  'tell told tells telling inform informed informing assure assured assuring remind reminded reminding warn warned warning notify notified advise advised'.split(
    ' ',
  ),
)

const NOUN = numberOfPos('NOUN')
const PROPN = numberOfPos('PROPN')
const PRON = numberOfPos('PRON')
const PUNCT = numberOfPos('PUNCT')

// 7 tokens: "told a packed room of local reporters"; further on the content begins.
const REACH = 7

/** Whom something was said to: "told Fox News", "said to her staff", "in an interview with …"; null where the text does not tell. */
export function findAddressee(
  reading: Reading,
  mentions: readonly Mention[],
  cue: Cue,
  taken: (token: number) => boolean,
): Span | null {
  let from = -1
  for (let i = cue.start; i < cue.end; i++) if (TELLING.has(reading.tokens[i]!.norm)) from = i + 1
  if (from < 0) {
    const next = reading.tokens[cue.end]
    const joins = next?.norm === 'to' || (next?.norm === 'with' && reading.tokens[cue.end - 1]!.norm === 'interview')
    if (!joins) return null
    from = cue.end + 1
  }
  return mentionAt(reading, mentions, from, taken) ?? phraseAt(reading, from, taken)
}

function mentionAt(
  reading: Reading,
  mentions: readonly Mention[],
  from: number,
  taken: (token: number) => boolean,
): Span | null {
  const start = reading.tokens[from]?.start
  if (start === undefined || taken(from)) return null
  // The longest mention that starts here, a determiner aside.
  let best: Span | null = null
  for (let i = findFirstMention(mentions, start); i < mentions.length && mentions[i]!.start <= start + 5; i++) {
    const mention = mentions[i]!
    if (taken(mention.token)) continue
    if (best === null || mention.end > best.end) best = { start, end: mention.end }
  }
  return best
}

/** A plain noun phrase: "reporters", "a crowd"; nothing when a verb or mark comes first. */
function phraseAt(reading: Reading, from: number, taken: (token: number) => boolean): Span | null {
  let end = -1
  for (let i = from; i < reading.size && i < from + REACH && !taken(i); i++) {
    const pos = reading.pos[i]!
    if (pos === PUNCT || reading.sentence[i] !== reading.sentence[from]) break
    if (pos === NOUN || pos === PROPN || pos === PRON) end = i
    else if (end >= 0) break
    if (pos === PRON) break
  }
  return end < 0 ? null : { start: reading.tokens[from]!.start, end: reading.tokens[end]!.end }
}
