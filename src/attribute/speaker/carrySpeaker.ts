import type { Entity, Mention } from '../../annotate/index.js'
import { numberOfPos, type Reading } from '../reading/reading.js'
import type { Speaker } from './resolveSpeaker.js'

/** A quotation whose speaker is known, for those after it. */
export interface Spoken {
  readonly end: number
  readonly speaker: Speaker
}

// 1,200 units, about three paragraphs: further on a reader, too, would not know who still speaks.
const REACH = 1200

const VERB = numberOfPos('VERB')

/**
 * Who speaks a quotation that has no cue beside it: the person its own sentence or the one before starts from, when one was named
 * since the last quotation; else whoever spoke last. Null where neither is near.
 */
export function carrySpeaker(
  reading: Reading,
  mentions: readonly Mention[],
  entities: readonly Entity[],
  open: number,
  last: Spoken | null,
): Speaker | null {
  const near = last !== null && open - last.end <= REACH ? last : null
  const since = Math.max(near?.end ?? 0, open - REACH)
  const subject = findSubject(reading, mentions, entities, since, open)
  if (subject !== null) return { entities: [subject], name: entities[subject]!.name }
  return near?.speaker ?? null
}

/** The last person mentioned before a verb between two places, outside quotations; people only, as they are who speaks. */
function findSubject(
  reading: Reading,
  mentions: readonly Mention[],
  entities: readonly Entity[],
  from: number,
  to: number,
): number | null {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (mentions[middle]!.start < to) low = middle + 1
    else high = middle
  }
  const sentences = new Map<number, number>()
  for (let i = low - 1; i >= 0 && mentions[i]!.start >= from; i--) {
    const mention = mentions[i]!
    if (mention.entity < 0 || mention.end > to || entities[mention.entity]!.type !== 'person') continue
    if (reading.quotation[mention.token]! >= 0) continue
    // The first person of the nearest sentence that names one: news sentences start from who acts.
    if (beforeVerb(reading, mention)) sentences.set(reading.sentence[mention.token]!, mention.entity)
    if (sentences.size > 1) break
  }
  const nearest = Math.max(-1, ...sentences.keys())
  return sentences.get(nearest) ?? null
}

function beforeVerb(reading: Reading, mention: Mention): boolean {
  for (let i = mention.token + 1; i < reading.size && i <= mention.token + 6; i++) {
    if (reading.sentence[i] !== reading.sentence[mention.token]) return false
    if (reading.pos[i] === VERB) return true
  }
  return false
}
