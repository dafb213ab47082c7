import type { Sentence } from '../layers.js'

/** Sentence offsets while a text is being read: token ranges, paragraph and kind, in reading order. */
export interface SentenceRange {
  readonly firstToken: number
  readonly endToken: number
  readonly paragraph: number
  readonly kind: Sentence['kind']
}
