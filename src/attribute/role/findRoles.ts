import type { Children } from '../cue/cueFeatures.js'
import { addEmission, type Crf, createFeatureBuffer, decode, findProbabilities } from '../model/crf.js'
import type { Reading } from '../reading/reading.js'
import {
  addPathFeatures,
  addRelativeFeatures,
  addTokenFeatures,
  CONTENT,
  createBetween,
  passToken,
  ROLE_TAGS,
  SOURCE,
  viewCue,
} from './roleFeatures.js'
import { type Cue, findWindow } from './window.js'

// 8 tokens: what describes a speaker between the parts of one source.
const LARGEST_GAP = 8

/** What the role model finds around one cue; token indexes ascend. */
export interface Roles {
  readonly source: readonly number[]
  readonly content: readonly number[]
  /** Mean probability of the tags given to the source and the content, [0, 1]; 0 where there are none. */
  readonly sourceCertainty: number
  readonly contentCertainty: number
}

/** Scores of the features that do not depend on the cue, worked out when a token is first needed. */
export interface TokenScores {
  readonly scores: Float32Array
  readonly ready: Uint8Array
}

/** An empty table for a document. */
export function createTokenScores(size: number): TokenScores {
  return { scores: new Float32Array(size * ROLE_TAGS), ready: new Uint8Array(size) }
}

const buffer = createFeatureBuffer()

/** Finds who speaks and what is said, for one cue. */
export function findRoles(reading: Reading, children: Children, crf: Crf, cue: Cue, cache: TokenScores): Roles {
  const window = findWindow(reading, cue)
  const view = viewCue(reading, cue)
  const { tokens, before } = window
  const scores = new Float32Array(tokens.length * ROLE_TAGS)
  const score = (place: number, between: ReturnType<typeof createBetween>): void => {
    const i = tokens[place]!
    if (cache.ready[i] === 0) {
      buffer.size = 0
      addTokenFeatures(reading, i, buffer)
      addEmission(crf, buffer, cache.scores, i * ROLE_TAGS)
      cache.ready[i] = 1
    }
    buffer.size = 0
    addRelativeFeatures(reading, view, window, place, between, buffer)
    addPathFeatures(reading, children, view, i, buffer)
    addEmission(crf, buffer, scores, place * ROLE_TAGS)
    for (let tag = 0; tag < ROLE_TAGS; tag++) scores[place * ROLE_TAGS + tag]! += cache.scores[i * ROLE_TAGS + tag]!
    passToken(reading, i, between)
  }
  const left = createBetween()
  for (let place = before - 1; place >= 0; place--) score(place, left)
  const right = createBetween()
  for (let place = before; place < tokens.length; place++) score(place, right)
  const roles = readRoles(reading, crf, tokens, scores)
  return { ...roles, source: keepNearest(cue, roles.source), content: fillQuotations(reading, cue, roles.content) }
}

function readRoles(reading: Reading, crf: Crf, tokens: Int32Array, scores: Float32Array): Roles {
  const source: number[] = []
  const content: number[] = []
  if (tokens.length === 0) return { source, content, sourceCertainty: 0, contentCertainty: 0 }
  const path = decode(crf, scores, tokens.length)
  if (!path.includes(CONTENT) && !path.includes(SOURCE)) {
    return { source, content, sourceCertainty: 0, contentCertainty: 0 }
  }
  const marginals = findProbabilities(crf, scores, tokens.length)
  let sourceSum = 0
  let contentSum = 0
  let contentCount = 0
  for (let place = 0; place < tokens.length; place++) {
    const tag = path[place]!
    if (tag === SOURCE) {
      source.push(tokens[place]!)
      sourceSum += marginals[place * ROLE_TAGS + SOURCE]!
    } else if (tag === CONTENT) {
      addContent(reading, tokens, path, place, content)
      contentSum += marginals[place * ROLE_TAGS + CONTENT]!
      contentCount++
    }
  }
  return {
    source,
    content,
    sourceCertainty: source.length === 0 ? 0 : sourceSum / source.length,
    contentCertainty: contentCount === 0 ? 0 : contentSum / contentCount,
  }
}

/** Adds a content token, and before it the middle of a quotation that the window left out. */
function addContent(reading: Reading, tokens: Int32Array, path: Uint8Array, place: number, content: number[]): void {
  const i = tokens[place]!
  const last = place > 0 ? tokens[place - 1]! : i
  const skipped = i > last + 1 && path[place - 1] === CONTENT && reading.quotation[i]! >= 0
  if (skipped && reading.quotation[i] === reading.quotation[last]) {
    for (let middle = last + 1; middle < i; middle++) content.push(middle)
  }
  content.push(i)
}

/**
 * The content with every quotation of which it holds the opening mark or the first word taken in whole: one speaker says all of it, and
 * the window may end before it does. The quotation that the cue stands in is left as tagged. Tokens ascend.
 */
function fillQuotations(reading: Reading, cue: Cue, content: readonly number[]): readonly number[] {
  const { quotation, mark, quotationStart, quotationEnd } = reading
  const own = quotation[cue.start]!
  const held = new Set(content)
  for (const i of content) {
    const q = mark[i] === 1 && i + 1 < reading.size ? quotation[i + 1]! : quotation[i]!
    if (q < 0 || q === own || i > quotationStart[q]!) continue
    for (let inner = quotationStart[q]!; inner < quotationEnd[q]!; inner++) held.add(inner)
  }
  return held.size === content.length ? content : [...held].sort((a, b) => a - b)
}

/**
 * The stretch of the source nearest to the cue, with those a few words away from it: of two names that the tagger took for one source
 * ("Roe said the keeper told him"), the near one speaks.
 */
function keepNearest(cue: Cue, source: readonly number[]): readonly number[] {
  const stretches: number[][] = []
  source.forEach((token, place) => {
    const last = place > 0 ? source[place - 1]! : Number.NEGATIVE_INFINITY
    if (token - last > LARGEST_GAP) stretches.push([token])
    else stretches[stretches.length - 1]!.push(token)
  })
  if (stretches.length < 2) return source
  const distanceOf = (stretch: readonly number[]): number =>
    stretch[0]! >= cue.end ? stretch[0]! - cue.end : cue.start - stretch[stretch.length - 1]!
  return stretches.reduce((near, stretch) => (distanceOf(stretch) < distanceOf(near) ? stretch : near))
}
