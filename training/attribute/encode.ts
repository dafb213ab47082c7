import { addCueFeatures, type Children } from '../../src/attribute/cue/cueFeatures.js'
import { createFeatureBuffer } from '../../src/attribute/model/crf.js'
import type { Reading } from '../../src/attribute/reading/reading.js'
import {
  addPathFeatures,
  addRelativeFeatures,
  addTokenFeatures,
  CONTENT,
  createBetween,
  passToken,
  SOURCE,
  viewCue,
} from '../../src/attribute/role/roleFeatures.js'
import { type Cue, findWindow } from '../../src/attribute/role/window.js'
import type { TokenAttribution } from './goldTokens.js'
import { type Example, packExample, takeFeatures } from './trainCrf.js'

/** Tags of the cue model. */
export const CUE_TAGS = 3

/** One example per sentence: which tokens report speech. 0 outside, 1 first token of a cue, 2 further token of it. */
export function encodeCues(
  reading: Reading,
  children: Children,
  gold: readonly TokenAttribution[],
): readonly Example[] {
  const tags = tagCues(reading.size, gold)
  const buffer = createFeatureBuffer()
  return reading.sentences.map((sentence) => {
    const lists: Int32Array[] = []
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      addCueFeatures(reading, children, i, buffer)
      lists.push(takeFeatures(buffer))
    }
    return packExample(lists, tags.slice(sentence.firstToken, sentence.endToken))
  })
}

/** The cue tags of a document; of cues that overlap, the longer one stands. */
export function tagCues(size: number, gold: readonly TokenAttribution[]): Uint8Array {
  const tags = new Uint8Array(size)
  for (const cue of cuesOf(gold)) {
    for (let i = cue.start; i < cue.end; i++) tags[i] = i === cue.start ? 1 : 2
  }
  return tags
}

/** The unbroken stretch of each cue (its longest, where the cue is in pieces), without repeats. */
export function cuesOf(gold: readonly TokenAttribution[]): readonly Cue[] {
  const cues = new Map<string, Cue>()
  for (const { cue } of gold) {
    const found = longestStretch(cue)
    cues.set(`${found.start}-${found.end}`, found)
  }
  return [...cues.values()].sort((a, b) => a.end - a.start - (b.end - b.start))
}

/** The longest run of neighbouring tokens. */
export function longestStretch(tokens: readonly number[]): Cue {
  let best: Cue = { start: tokens[0]!, end: tokens[0]! + 1 }
  let start = tokens[0]!
  tokens.forEach((token, place) => {
    if (place > 0 && token !== tokens[place - 1]! + 1) start = token
    if (token + 1 - start > best.end - best.start) best = { start, end: token + 1 }
  })
  return best
}

/** One example per cue: what each token of its window is to it. `gold` null for a word that reports nothing. */
export function encodeRoles(reading: Reading, children: Children, cue: Cue, gold: TokenAttribution | null): Example {
  const window = findWindow(reading, cue)
  const view = viewCue(reading, cue)
  const { tokens, before } = window
  const lists: Int32Array[] = new Array(tokens.length)
  const tags = new Uint8Array(tokens.length)
  const source = new Set(gold?.source ?? [])
  const content = new Set(gold?.content ?? [])
  const buffer = createFeatureBuffer()
  const encode = (place: number, between: ReturnType<typeof createBetween>): void => {
    const i = tokens[place]!
    addTokenFeatures(reading, i, buffer)
    addRelativeFeatures(reading, view, window, place, between, buffer)
    addPathFeatures(reading, children, view, i, buffer)
    lists[place] = takeFeatures(buffer)
    tags[place] = content.has(i) ? CONTENT : source.has(i) ? SOURCE : 0
    passToken(reading, i, between)
  }
  const left = createBetween()
  for (let place = before - 1; place >= 0; place--) encode(place, left)
  const right = createBetween()
  for (let place = before; place < tokens.length; place++) encode(place, right)
  return packExample(lists, tags)
}
