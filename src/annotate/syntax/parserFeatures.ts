import { type FeatureList, mix } from '../../model/index.js'
import type { ParserState } from './parserState.js'
import type { WordInfo } from './wordTable.js'

/** Numbers of one sentence's words as the parser's features use them. The last cell of each stands for no word. */
export class ParserInput {
  length = 0
  /** Verbs, then marks, then conjunctions before each word, so that those between two words are a difference. */
  verbs = new Int32Array(64)
  marks = new Int32Array(64)
  joints = new Int32Array(64)
  words = new Int32Array(64)
  tags = new Int32Array(64)
  /** Word and tag in one number. */
  pairs = new Int32Array(64)
  fine = new Int32Array(64)
  meaning = new Int32Array(64)

  private readonly kinds: Uint8Array

  /** @param pos universal tag of each tag number */
  constructor(pos: readonly string[]) {
    this.kinds = Uint8Array.from(pos, (tag) =>
      tag === 'VERB' || tag === 'AUX' ? 1 : tag === 'PUNCT' ? 2 : tag === 'CCONJ' ? 3 : 0,
    )
  }

  /** Takes words `[from, to)` and their tags' numbers. */
  fill(infos: readonly WordInfo[], tags: Uint8Array, from: number, to: number): void {
    this.length = to - from
    if (this.words.length < this.length + 1) this.grow(this.length + 1)
    for (let index = 0; index < this.length; index += 1) {
      const info = infos[from + index]!
      const tag = tags[from + index]! + 1
      this.words[index] = info.hash
      this.tags[index] = tag
      this.pairs[index] = mix(info.hash, tag)
      this.fine[index] = info.fine
      this.meaning[index] = info.meaning
      const kind = this.kinds[tag - 1]
      this.verbs[index + 1] = this.verbs[index]! + (kind === 1 ? 1 : 0)
      this.marks[index + 1] = this.marks[index]! + (kind === 2 ? 1 : 0)
      this.joints[index + 1] = this.joints[index]! + (kind === 3 ? 1 : 0)
    }
    this.words[this.length] = 1
    this.tags[this.length] = 0
    this.pairs[this.length] = 2
    this.fine[this.length] = -1
    this.meaning[this.length] = -1
  }

  private grow(size: number): void {
    const room = size * 2
    this.verbs = new Int32Array(room)
    this.marks = new Int32Array(room)
    this.joints = new Int32Array(room)
    this.words = new Int32Array(room)
    this.tags = new Int32Array(room)
    this.pairs = new Int32Array(room)
    this.fine = new Int32Array(room)
    this.meaning = new Int32Array(room)
  }
}

/** Most features that the two functions below write. */
export const MOST_FEATURES = 160

/** Features of the next three words alone: the same in every state at that word. */
export function writeNextFeatures(input: ParserInput, next: number, out: FeatureList): void {
  const { words, tags, pairs, fine, meaning, length: none } = input
  const n0 = Math.min(next, none)
  const n1 = Math.min(next + 1, none)
  const n2 = Math.min(next + 2, none)
  const n3 = Math.min(next + 3, none)
  out.add(0, 1)
  out.add(1, pairs[n0]!)
  out.add(2, words[n0]!)
  out.add(3, tags[n0]!)
  out.add(4, pairs[n1]!)
  out.add(5, words[n1]!)
  out.add(6, tags[n1]!)
  out.add(7, pairs[n2]!)
  out.add(8, words[n2]!)
  out.add(9, tags[n2]!)
  out.add2(10, tags[n0]!, tags[n1]!)
  out.add3(11, tags[n0]!, tags[n1]!, tags[n2]!)
  out.add2(12, words[n0]!, tags[n1]!)
  out.add2(13, words[n0]!, words[n1]!)
  out.add(14, fine[n0]!)
  out.add(15, fine[n1]!)
  out.add(16, meaning[n0]!)
  out.add2(17, fine[n0]!, fine[n1]!)
  out.add(19, tags[n3]!)
  out.add3(20, tags[n1]!, tags[n2]!, tags[n3]!)
  out.add2(18, pairs[n0]!, fine[n1]!)
}

/**
 * Features of the stack and of what is built on it and on the next word.
 *
 * Source: Zhang and Nivre 2011, with word classes after Koo et al. 2008.
 */
export function writeStateFeatures(input: ParserInput, state: ParserState, out: FeatureList): void {
  const { words, tags, pairs, fine, meaning, length: none } = input
  const cell = (word: number): number => (word < 0 ? none : word)
  const stack0 = state.stack(0)
  const s0 = cell(stack0)
  const s1 = cell(state.stack(1))
  const s2 = cell(state.stack(2))
  const next = state.next
  const n0 = Math.min(next, none)
  const n1 = Math.min(next + 1, none)
  const n2 = Math.min(next + 2, none)
  const head = state.head(stack0)
  const s0h = cell(head)
  const s0hh = cell(state.head(head))
  const s0l = cell(state.left1(stack0))
  const s0l2 = cell(state.left2(stack0))
  const s0r = cell(state.right1(stack0))
  const s0r2 = cell(state.right2(stack0))
  const n0l = cell(state.left1(next))
  const n0l2 = cell(state.left2(next))
  const gap = stack0 < 0 ? 0 : Math.min(next - stack0, 10)
  const distance = gap > 4 ? (gap > 9 ? 7 : gap > 6 ? 6 : 5) : gap
  const s0w = words[s0]!
  const s0t = tags[s0]!
  const s0p = pairs[s0]!
  const s0f = fine[s0]!
  const n0w = words[n0]!
  const n0t = tags[n0]!
  const n0p = pairs[n0]!
  const n0f = fine[n0]!
  const leftCount = state.leftCount(stack0)
  const rightCount = state.rightCount(stack0)
  const nextCount = state.leftCount(next)
  const relation = state.relation(stack0)

  out.add(30, s0p)
  out.add(31, s0w)
  out.add(32, s0t)
  out.add2(36, s0p, n0t)
  out.add2(37, s0t, n0p)
  out.add2(38, s0w, n0w)
  out.add2(39, s0t, n0t)
  out.add3(40, s0t, n0t, tags[n1]!)
  out.add3(41, tags[s0h]!, s0t, n0t)
  out.add3(42, s0t, tags[s0l]!, n0t)
  out.add3(43, s0t, tags[s0r]!, n0t)
  out.add3(44, s0t, n0t, tags[n0l]!)
  out.add2(45, s0w, distance)
  out.add2(46, s0t, distance)
  out.add2(47, n0w, distance)
  out.add2(48, n0t, distance)
  out.add3(50, s0t, n0t, distance)
  out.add2(51, s0w, rightCount)
  out.add2(52, s0t, rightCount)
  out.add2(53, s0w, leftCount)
  out.add2(54, s0t, leftCount)
  out.add2(55, n0w, nextCount)
  out.add2(56, n0t, nextCount)
  out.add(57, words[s0h]!)
  out.add(58, tags[s0h]!)
  out.add(59, relation)
  out.add(60, words[s0l]!)
  out.add(61, tags[s0l]!)
  out.add(62, state.relation(state.left1(stack0)))
  out.add(63, words[s0r]!)
  out.add(64, tags[s0r]!)
  out.add(65, state.relation(state.right1(stack0)))
  out.add(66, words[n0l]!)
  out.add(67, tags[n0l]!)
  out.add(68, state.relation(state.left1(next)))
  out.add(69, words[s0hh]!)
  out.add(70, tags[s0hh]!)
  out.add(71, state.relation(head))
  out.add(72, words[s0l2]!)
  out.add(73, tags[s0l2]!)
  out.add(74, state.relation(state.left2(stack0)))
  out.add(75, words[s0r2]!)
  out.add(76, tags[s0r2]!)
  out.add(77, state.relation(state.right2(stack0)))
  out.add(78, words[n0l2]!)
  out.add(79, tags[n0l2]!)
  out.add(80, state.relation(state.left2(next)))
  out.add3(81, s0t, tags[s0l]!, tags[s0l2]!)
  out.add3(82, s0t, tags[s0r]!, tags[s0r2]!)
  out.add3(83, s0t, tags[s0h]!, tags[s0hh]!)
  out.add3(84, n0t, tags[n0l]!, tags[n0l2]!)
  out.add2(85, s0w, state.rightSet(stack0))
  out.add2(86, s0t, state.rightSet(stack0))
  out.add2(87, s0w, state.leftSet(stack0))
  out.add2(88, s0t, state.leftSet(stack0))
  out.add2(89, n0w, state.leftSet(next))
  out.add2(90, n0t, state.leftSet(next))
  // what lies between the stack and the next word, and further down the stack
  out.add3(91, tags[s1]!, s0t, n0t)
  out.add2(92, tags[s1]!, pairs[s1]!)
  out.add2(93, words[s1]!, n0w)
  out.add2(94, tags[s1]!, n0t)
  out.add3(95, tags[s2]!, tags[s1]!, n0t)
  out.add3(96, s0t, n0t, relation)
  const after = stack0 + 1
  const verbs = stack0 < 0 ? 0 : Math.min(2, input.verbs[next]! - input.verbs[after]!)
  const marks = stack0 < 0 ? 0 : Math.min(2, input.marks[next]! - input.marks[after]!)
  const joints = stack0 < 0 ? 0 : Math.min(1, input.joints[next]! - input.joints[after]!)
  const between = verbs + 3 * marks + 9 * joints
  out.add3(117, s0t, n0t, between)
  out.add3(118, s0f, n0f, between)
  out.add3(119, s0t, n0w, between)
  out.add3(120, s0w, n0t, between)
  out.add3(97, s0t, tags[n1]!, tags[n2]!)
  // classes
  out.add(100, s0f)
  out.add(101, meaning[s0]!)
  out.add2(102, s0f, n0f)
  out.add2(105, meaning[s0]!, meaning[n0]!)
  out.add3(106, s0f, n0f, distance)
  out.add2(107, s0f, state.rightSet(stack0))
  out.add2(108, s0f, state.leftSet(stack0))
  out.add3(110, s0f, n0f, fine[n1]!)
  out.add3(111, s0f, tags[s0r]!, n0f)
  out.add3(112, fine[s0h]!, s0f, n0f)
  out.add3(113, s0w, words[s0r]!, n0t)
  out.add3(114, s0f, words[s0r]!, n0f)
  out.add3(115, s0t, n0w, words[n0l]!)
  out.add3(116, s0t, words[n1]!, n0t)
}
