import type { Children } from '../cue/cueFeatures.js'
import { addFeature, type FeatureBuffer } from '../model/crf.js'
import type { Reading } from '../reading/reading.js'
import type { Cue, Window } from './window.js'

const EDGE = 0x7fffffff

/** Tags of the role model. */
export const ROLE_TAGS = 3
export const SOURCE = 1
export const CONTENT = 2

/** Features of a token that do not depend on the cue; their scores are worked out once a document. */
export function addTokenFeatures(reading: Reading, i: number, out: FeatureBuffer): void {
  const { word, pos, tag, shape, cluster, size, quotation, mark, mention, who } = reading
  const at = (values: ArrayLike<number>, j: number): number => (j < 0 || j >= size ? EDGE : values[j]!)
  addFeature(out, 100, 1)
  addFeature(out, 101, word[i]!)
  addFeature(out, 102, tag[i]!, shape[i]!)
  addFeature(out, 103, cluster[i]!)
  addFeature(out, 104, at(word, i - 1))
  addFeature(out, 105, at(word, i + 1))
  addFeature(out, 106, at(tag, i - 1), tag[i]!)
  addFeature(out, 107, tag[i]!, at(tag, i + 1))
  addFeature(out, 108, quotation[i]! >= 0 ? 1 : 0, mark[i]!, pos[i]!)
  addFeature(out, 109, at(mark, i - 1), at(mark, i + 1))
  addFeature(out, 110, mention[i]!, who[i]!)
  addFeature(out, 111, mention[i]!, at(mention, i - 1), at(mention, i + 1))
}

/** What a cue's features share, worked out once a cue. */
export interface CueView {
  readonly cue: Cue
  /** The token that carries the meaning: the last verb, else the first noun, else the first token. */
  readonly main: number
  readonly inside: number
  readonly passive: 0 | 1
  /** A quotation ends close before, or opens close after. */
  readonly leftQuote: 0 | 1
  readonly rightQuote: 0 | 1
  readonly firstAfter: number
  readonly firstBefore: number
  readonly up: number
  readonly upper: number
}

const VERB = 16
const AUX = 4
const NOUN = 8
const PUNCT = 13

/** Looks at a cue and what stands right beside it. */
export function viewCue(reading: Reading, cue: Cue): CueView {
  const { pos, head, size, word, quotation, mark, tokens } = reading
  let main = -1
  for (let i = cue.start; i < cue.end; i++) if (pos[i] === VERB) main = i
  for (let i = cue.start; i < cue.end && main < 0; i++) if (pos[i] === NOUN) main = i
  if (main < 0) main = cue.start
  let passive: 0 | 1 = 0
  for (let i = main - 1; i >= Math.max(0, main - 3); i--) if (tokens[i]!.lemma === 'be') passive = 1
  let leftQuote: 0 | 1 = 0
  for (let i = cue.start - 1; i >= Math.max(0, cue.start - 8); i--) if (mark[i] === 2) leftQuote = 1
  let rightQuote: 0 | 1 = 0
  for (let i = cue.end; i < Math.min(size, cue.end + 8); i++) if (mark[i] === 1) rightQuote = 1
  const up = head[main]!
  return {
    cue,
    main,
    inside: quotation[cue.start]! >= 0 ? 1 : 0,
    passive,
    leftQuote,
    rightQuote,
    firstAfter: cue.end < size ? word[cue.end]! : EDGE,
    firstBefore: cue.start > 0 ? word[cue.start - 1]! : EDGE,
    up,
    upper: up < 0 ? -1 : head[up]!,
  }
}

/** What lies between the cue and a token, counted outward from the cue. */
export interface Between {
  distance: number
  commas: number
  verbs: number
  that: number
  by: number
  marks: number
  names: number
}

/** Nothing between. */
export function createBetween(): Between {
  return { distance: 0, commas: 0, verbs: 0, that: 0, by: 0, marks: 0, names: 0 }
}

/** Counts one more token; each count stops at its cap. */
export function passToken(reading: Reading, i: number, between: Between): void {
  const { pos, tokens, mark, mention } = reading
  between.distance++
  if (mark[i] !== 0) between.marks = Math.min(3, between.marks + 1)
  else if (pos[i] === PUNCT) between.commas = Math.min(3, between.commas + 1)
  if (pos[i] === VERB || pos[i] === AUX) between.verbs = Math.min(3, between.verbs + 1)
  if (mention[i]! > 3) between.names = Math.min(3, between.names + 1)
  const norm = tokens[i]!.norm
  if (norm === 'that') between.that = 1
  if (norm === 'by') between.by = 1
}

/** Features of a token as seen from a cue. `side`: 0 before, 1 after. */
export function addRelativeFeatures(
  reading: Reading,
  view: CueView,
  window: Window,
  place: number,
  between: Between,
  out: FeatureBuffer,
): void {
  const { word, lemma, pos, tag, cluster, quotation, mention, who, sentence, mark } = reading
  const i = window.tokens[place]!
  const side = place < window.before ? 0 : 1
  const main = view.main
  const near = bucketOf(between.distance)
  const quoted = quotation[i]! >= 0 ? 1 : 0
  const offset = Math.max(-2, Math.min(2, sentence[i]! - sentence[main]!))
  const clause = side | (between.commas << 1) | (between.verbs << 3)
  const setting = side | (view.leftQuote << 1) | (view.rightQuote << 2) | (view.inside << 3)
  const mentioned = mention[i]! * 8 + who[i]!
  const previous = place > 0 ? window.tokens[place - 1]! : -1
  const previousTag = previous < 0 ? EDGE : tag[previous]!
  addFeature(out, 120, side, near)
  addFeature(out, 121, side, lemma[main]!)
  addFeature(out, 122, side, lemma[main]!, near)
  addFeature(out, 123, side, pos[i]!, near)
  addFeature(out, 124, side, word[i]!)
  addFeature(out, 125, side, tag[i]!, tag[main]!)
  addFeature(out, 126, clause)
  addFeature(out, 127, clause, quoted, view.inside)
  addFeature(out, 128, setting, quoted, between.marks)
  addFeature(out, 129, setting, quoted * 4 + between.marks, between.commas)
  addFeature(out, 130, setting, offset, quoted)
  addFeature(out, 131, side, view.firstAfter, near)
  addFeature(out, 132, side, mentioned, near)
  addFeature(out, 133, clause, mentioned)
  addFeature(out, 134, side, lemma[main]!, mention[i]! > 0 ? Math.min(near, 3) + 1 : 0)
  addFeature(out, 135, side | (view.passive << 1) | (between.by << 2), pos[i]!, mention[i]!)
  addFeature(out, 136, clause, tag[main]!, mention[i]!)
  addFeature(out, 137, side, previous < 0 ? EDGE : word[previous]!, pos[i]!)
  addFeature(out, 138, side | (between.that << 1), quoted * 4 + between.marks, between.commas)
  addFeature(out, 139, side, cluster[main]!, near)
  addFeature(out, 140, side, previousTag, tag[i]!)
  addFeature(out, 141, clause, previousTag, tag[i]!)
  addFeature(out, 142, setting, mark[i]!, pos[i]!)
  addFeature(out, 143, side, between.names * 4 + between.verbs, mentioned)
  addFeature(out, 144, side, lemma[main]!, between.commas * 16 + between.verbs * 4 + between.marks)
  addFeature(out, 145, side, tag[main]!, between.commas * 16 + between.verbs * 4 + between.marks)
  addFeature(out, 146, setting, view.firstAfter, between.marks * 4 + between.commas)
  addFeature(out, 147, side, view.firstBefore, near)
  addFeature(out, 148, side | (view.passive << 1), cluster[main]!, between.commas * 4 + between.verbs)
}

/** Features of the path through the syntax tree from a token to the cue. Nothing without a parser. */
export function addPathFeatures(
  reading: Reading,
  children: Children,
  view: CueView,
  i: number,
  out: FeatureBuffer,
): void {
  if (!children.parsed) return
  const { head, relation, lemma, tag, cluster, pos } = reading
  const { main, up, upper } = view
  let kind = 0
  let arc = 0
  let depth = 0
  // 20 steps: deeper than any token of a sentence of 80.
  for (let at = i; depth < 20; depth++) {
    if (at === main) {
      kind = 1
      break
    }
    const next = head[at]!
    if (next === main) {
      arc = relation[at]!
      kind = 1
      depth++
      break
    }
    if (at === up || next === up) {
      arc = at === up ? 1 : relation[at]!
      kind = 2
      break
    }
    if (upper >= 0 && (at === upper || next === upper)) {
      arc = at === upper ? 1 : relation[at]!
      kind = 3
      break
    }
    if (next < 0) break
    at = next
  }
  const side = i < main ? 0 : 1
  const shallow = Math.min(depth, 3)
  const link = kind === 2 ? relation[main]! : kind === 3 && up >= 0 ? relation[up]! : 0
  addFeature(out, 160, kind, arc, link)
  addFeature(out, 161, Math.imul(arc, 4) + kind, lemma[main]!)
  addFeature(out, 162, kind * 2 + side, arc, shallow)
  addFeature(out, 163, Math.imul(arc, 4) + kind, pos[i]!, link)
  addFeature(out, 164, Math.imul(arc, 4) + kind, tag[main]!, side)
  addFeature(out, 165, Math.imul(arc, 4) + kind, cluster[main]!, side)
  addFeature(
    out,
    166,
    Math.imul(arc, 4) + kind,
    view.leftQuote * 2 + view.rightQuote,
    reading.quotation[i]! >= 0 ? 1 : 0,
  )
  addFeature(out, 167, relation[i]!, shallow * 4 + kind, side)
}

function bucketOf(distance: number): number {
  if (distance <= 3) return distance
  if (distance <= 5) return 4
  if (distance <= 8) return 5
  if (distance <= 13) return 6
  return distance <= 21 ? 7 : 8
}
