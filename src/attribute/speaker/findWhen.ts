import type { Time } from '../../annotate/index.js'
import type { Reading } from '../reading/reading.js'
import type { Cue } from '../role/window.js'

// 12 tokens from the cue: a time further off belongs to another clause.
const REACH = 12

/**
 * Index of the time that tells when something was said: the nearest one to the cue in its sentence, outside quotations and outside
 * the content; -1 where the text does not tell.
 */
export function findWhen(
  reading: Reading,
  times: readonly Time[],
  cue: Cue,
  taken: (token: number) => boolean,
): number {
  const sentence = reading.sentences[reading.sentence[cue.start]!]!
  let best = -1
  let nearest = REACH + 1
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (times[middle]!.start < sentence.start) low = middle + 1
    else high = middle
  }
  for (let index = low; index < times.length && times[index]!.start < sentence.end; index++) {
    const time = times[index]!
    if (time.type !== 'date' && time.type !== 'time') continue
    const token = tokenAt(reading, sentence.firstToken, sentence.endToken, time.start)
    if (token < 0 || reading.quotation[token]! >= 0 || taken(token)) continue
    const distance = token < cue.start ? cue.start - token : token - cue.end + 1
    if (distance < nearest) {
      nearest = distance
      best = index
    }
  }
  return best
}

function tokenAt(reading: Reading, first: number, end: number, place: number): number {
  for (let i = first; i < end; i++) if (reading.tokens[i]!.end > place) return i
  return -1
}
