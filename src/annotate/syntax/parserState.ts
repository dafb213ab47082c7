/** The four steps of the parser. */
export const SHIFT = 0
export const REDUCE = 1
export const LEFT = 2
export const RIGHT = 3

// Columns of one state, one cell a token in each: what is known of the tree so far.
const STACK = 0
const HEAD = 1
const RELATION = 2
const LEFT1 = 3
const LEFT2 = 4
const RIGHT1 = 5
const RIGHT2 = 6
const LEFT_COUNT = 7
const RIGHT_COUNT = 8
const LEFT_SET = 9
const RIGHT_SET = 10
const COLUMNS = 11

/** No token: an empty stack, no child, no head. */
export const NOBODY = -1

/**
 * One state of arc-eager parsing: a stack of partly built trees, the next word, and the arcs so far.
 *
 * Kept in one table of numbers that is used from sentence to sentence. Words are numbered from 0; `NOBODY` is none.
 * Source: Nivre 2008.
 */
export class ParserState {
  length = 0
  /** Words on the stack. */
  size = 0
  /** The next word; `length` when all are read. */
  next = 0
  private stride = 0
  private cells = new Int32Array(0)

  /** Starts a sentence of `length` words. */
  reset(length: number): void {
    this.length = length
    this.stride = length + 1
    if (this.cells.length < this.stride * COLUMNS) this.cells = new Int32Array(this.stride * COLUMNS * 2)
    this.cells.fill(NOBODY, this.stride * HEAD, this.stride * LEFT_COUNT)
    this.cells.fill(0, this.stride * LEFT_COUNT, this.stride * COLUMNS)
    this.size = 0
    this.next = 0
  }

  /** Word on the stack, 0 for the top. */
  stack(depth: number): number {
    return depth < this.size ? this.cells[this.size - 1 - depth + STACK * this.stride]! : NOBODY
  }

  head(word: number): number {
    return word < 0 ? NOBODY : this.cells[HEAD * this.stride + word]!
  }

  /** Number of the relation to the head; `NOBODY` without one. */
  relation(word: number): number {
    return word < 0 ? NOBODY : this.cells[RELATION * this.stride + word]!
  }

  /** Leftmost child. */
  left1(word: number): number {
    return word < 0 ? NOBODY : this.cells[LEFT1 * this.stride + word]!
  }

  /** Second child from the left. */
  left2(word: number): number {
    return word < 0 ? NOBODY : this.cells[LEFT2 * this.stride + word]!
  }

  /** Rightmost child. */
  right1(word: number): number {
    return word < 0 ? NOBODY : this.cells[RIGHT1 * this.stride + word]!
  }

  right2(word: number): number {
    return word < 0 ? NOBODY : this.cells[RIGHT2 * this.stride + word]!
  }

  leftCount(word: number): number {
    return word < 0 ? 0 : this.cells[LEFT_COUNT * this.stride + word]!
  }

  rightCount(word: number): number {
    return word < 0 ? 0 : this.cells[RIGHT_COUNT * this.stride + word]!
  }

  /** Relations of the children on the left, as bits (numbers modulo 32). */
  leftSet(word: number): number {
    return word < 0 ? 0 : this.cells[LEFT_SET * this.stride + word]!
  }

  rightSet(word: number): number {
    return word < 0 ? 0 : this.cells[RIGHT_SET * this.stride + word]!
  }

  shift(): void {
    this.cells[this.size + STACK * this.stride] = this.next
    this.size += 1
    this.next += 1
  }

  reduce(): void {
    this.size -= 1
  }

  /** The next word becomes the head of the top of the stack, which is popped. */
  leftArc(relation: number): void {
    const { cells, stride, next } = this
    const child = cells[this.size - 1 + STACK * stride]!
    cells[HEAD * stride + child] = next
    cells[RELATION * stride + child] = relation
    cells[LEFT2 * stride + next] = cells[LEFT1 * stride + next]!
    cells[LEFT1 * stride + next] = child
    cells[LEFT_COUNT * stride + next]! += 1
    cells[LEFT_SET * stride + next]! |= 1 << (relation & 31)
    this.size -= 1
  }

  /** The top of the stack becomes the head of the next word, which is pushed. */
  rightArc(relation: number): void {
    const { cells, stride, next } = this
    const parent = cells[this.size - 1 + STACK * stride]!
    cells[HEAD * stride + next] = parent
    cells[RELATION * stride + next] = relation
    cells[RIGHT2 * stride + parent] = cells[RIGHT1 * stride + parent]!
    cells[RIGHT1 * stride + parent] = next
    cells[RIGHT_COUNT * stride + parent]! += 1
    cells[RIGHT_SET * stride + parent]! |= 1 << (relation & 31)
    cells[this.size + STACK * stride] = next
    this.size += 1
    this.next += 1
  }
}
