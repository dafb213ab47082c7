import { addFeature, type FeatureBuffer } from '../model/crf.js'
import type { Reading } from '../reading/reading.js'

/** What stands before the first and after the last token. */
const EDGE = 0x7fffffff

/**
 * Features of token `i` for telling whether it is a reporting word.
 *
 * The word and its neighbours as word, lemma, class and tag; where it stands among quotation marks and in its sentence; what
 * mentions stand beside it; what hangs on it in the syntax tree. Template numbers are part of the trained model: never renumber.
 */
export function addCueFeatures(reading: Reading, children: Children, i: number, out: FeatureBuffer): void {
  const { word, lemma, suffix, pos, tag, shape, cluster, size, quotation, mark, mention, who, sentence } = reading
  const at = (values: ArrayLike<number>, j: number): number => (j < 0 || j >= size ? EDGE : values[j]!)
  addFeature(out, 0, 1)
  addFeature(out, 1, word[i]!)
  addFeature(out, 2, lemma[i]!, pos[i]!)
  addFeature(out, 3, suffix[i]!, pos[i]!)
  addFeature(out, 4, tag[i]!)
  addFeature(out, 5, cluster[i]!, pos[i]!)
  addFeature(out, 6, shape[i]!, pos[i]!)
  addFeature(out, 7, at(word, i - 1))
  addFeature(out, 8, at(word, i + 1))
  addFeature(out, 9, at(word, i - 2))
  addFeature(out, 10, at(word, i + 2))
  addFeature(out, 11, lemma[i]!, at(word, i + 1))
  addFeature(out, 12, lemma[i]!, at(word, i - 1))
  addFeature(out, 13, at(tag, i - 1), tag[i]!)
  addFeature(out, 14, tag[i]!, at(tag, i + 1))
  addFeature(out, 15, at(tag, i - 1), tag[i]!, at(tag, i + 1))
  addFeature(out, 16, at(cluster, i - 1))
  addFeature(out, 17, at(cluster, i + 1))
  addFeature(out, 18, lemma[i]!, at(tag, i + 1), at(tag, i + 2))
  addFeature(out, 19, at(tag, i + 1), at(tag, i + 2))
  addFeature(out, 20, at(tag, i - 2), at(tag, i - 1))
  addFeature(out, 21, cluster[i]!, at(word, i + 1))
  addFeature(out, 22, cluster[i]!, at(tag, i - 1))
  addFeature(out, 48, at(word, i - 1), at(word, i + 1))
  addFeature(out, 49, at(lemma, i - 1), tag[i]!)
  addFeature(out, 50, cluster[i]!, at(cluster, i + 1))
  // Quotation marks: inside, right after a closing one, right before an opening one, how far the next ones are.
  const inside = quotation[i]! >= 0 ? 1 : 0
  const before = distanceToMark(reading, i, -1)
  const after = distanceToMark(reading, i, 1)
  addFeature(out, 23, inside, pos[i]!)
  addFeature(out, 24, inside, before, after)
  addFeature(out, 25, lemma[i]!, inside)
  addFeature(out, 26, tag[i]!, before)
  addFeature(out, 27, tag[i]!, after)
  addFeature(out, 28, cluster[i]!, before <= 3 ? 1 : 0, after <= 3 ? 1 : 0)
  addFeature(out, 29, at(mark, i - 1), at(mark, i + 1), inside)
  // Mentions beside it.
  addFeature(out, 30, at(mention, i - 1), at(who, i - 1), pos[i]!)
  addFeature(out, 31, at(mention, i + 1), at(who, i + 1), pos[i]!)
  addFeature(out, 32, cluster[i]!, at(who, i - 1))
  addFeature(out, 33, mention[i]!, pos[i]!)
  // Its place in the sentence.
  const own = reading.sentences[sentence[i]!]!
  const left = i - own.firstToken
  const right = own.endToken - 1 - i
  addFeature(out, 34, Math.min(left, 4), Math.min(right, 3))
  addFeature(out, 35, tag[i]!, Math.min(right, 3))
  addTreeFeatures(reading, children, i, out)
}

function addTreeFeatures(reading: Reading, children: Children, i: number, out: FeatureBuffer): void {
  const { lemma, tag, relation, head, cluster, pos } = reading
  if (!children.parsed) return
  const up = head[i]!
  addFeature(out, 36, relation[i]!, pos[i]!)
  addFeature(out, 37, relation[i]!, lemma[i]!)
  addFeature(out, 38, relation[i]!, up < 0 ? EDGE : lemma[up]!)
  addFeature(out, 39, relation[i]!, up < 0 ? EDGE : tag[up]!, tag[i]!)
  let signature = 0
  for (let child = children.first[i]!; child >= 0; child = children.next[child]!) {
    addFeature(out, 40, relation[child]!, lemma[i]!)
    addFeature(out, 41, relation[child]!, tag[i]!)
    addFeature(out, 42, relation[child]!, cluster[i]!)
    addFeature(out, 43, relation[child]!, tag[child]!)
    signature += Math.imul(relation[child]! | 1, child < i ? 3 : 7)
    if (out.size > 120) break
  }
  addFeature(out, 44, signature, pos[i]!)
  addFeature(out, 45, signature, cluster[i]!)
  addFeature(out, 46, up < 0 ? EDGE : relation[up]!, relation[i]!)
}

/** How far the next quotation mark is in one direction: 0 at once, then 1, 2, 3–5, 6–9; 10 and more or none count as 5. */
function distanceToMark(reading: Reading, i: number, step: -1 | 1): number {
  const { mark, size } = reading
  for (let distance = 1, j = i + step; distance <= 9 && j >= 0 && j < size; distance++, j += step) {
    if (mark[j] !== 0) return distance <= 3 ? distance - 1 : distance <= 5 ? 3 : 4
  }
  return 5
}

/** The syntax tree turned round: from a head to its dependents. */
export interface Children {
  /** False where no parser wrote heads. */
  readonly parsed: boolean
  /** First dependent of each token, -1 where none. */
  readonly first: Int32Array
  /** Next dependent of the same head, -1 where none. */
  readonly next: Int32Array
}

/** The dependents of every token, in reading order. O(n). */
export function findChildren({ head, parsed }: Reading): Children {
  const first = new Int32Array(head.length).fill(-1)
  const next = new Int32Array(head.length).fill(-1)
  for (let i = head.length - 1; i >= 0; i--) {
    const up = head[i]!
    if (up < 0) continue
    next[i] = first[up]!
    first[up] = i
  }
  return { parsed, first, next }
}
