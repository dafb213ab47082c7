import type { Mention } from '../../annotate/index.js'
import type { Reading } from '../reading/reading.js'
import { viewCue } from '../role/roleFeatures.js'
import { findFirstMention } from '../speaker/findFirstMention.js'
import type { FoundAttribution } from './foundAttribution.js'

/**
 * The attribution with the source that stands right after its cue, where the tagger found none: the agent of a passive ("described by
 * Ann Lee as") and the inverted subject after a quotation ("…?" asked Ann Lee). Others come back as they are.
 */
export function completeSource(
  reading: Reading,
  mentions: readonly Mention[],
  attribution: FoundAttribution,
): FoundAttribution {
  const { cue, source, content } = attribution
  if (source.length > 0 || content.length === 0) return attribution
  const start = findSlot(reading, cue.start, cue.end, viewCue(reading, cue).passive === 1)
  if (start < 0) return attribution
  const mention = mentionAt(reading, mentions, start)
  if (mention === null) return attribution
  const tokens: number[] = []
  for (let i = start; i < reading.size && reading.tokens[i]!.start < mention.end; i++) tokens.push(i)
  // What names the agent was no part of what is said, though the tagger took it for some.
  const last = tokens[tokens.length - 1]!
  const rest = content.filter((i) => i < cue.end || i > last)
  return rest.length === 0 ? attribution : { ...attribution, source: tokens, content: rest }
}

/** The token where the source should start; -1 where the cue leaves no place for one. */
function findSlot(reading: Reading, first: number, end: number, passive: boolean): number {
  if (end >= reading.size) return -1
  const by = reading.tokens[end - 1]!.norm === 'by' ? end : reading.tokens[end]!.norm === 'by' ? end + 1 : -1
  if (passive) return by
  return first > 0 && reading.mark[first - 1] === 2 ? end : -1
}

/** The longest mention of a person or body that starts at a token. */
function mentionAt(reading: Reading, mentions: readonly Mention[], token: number): Mention | null {
  const start = reading.tokens[token]?.start
  if (start === undefined) return null
  let best: Mention | null = null
  for (let i = findFirstMention(mentions, start); i < mentions.length && mentions[i]!.start === start; i++) {
    const mention = mentions[i]!
    if (mention.type !== 'person' && mention.type !== 'organization' && mention.type !== 'group') continue
    if (best === null || mention.end > best.end) best = mention
  }
  return best
}
