import { findMarks, type Mark } from './marks.js'

/** Where a pair starts and ends. `to` is one past the closing mark, or the end of the paragraph where there is none. */
export interface Pair {
  readonly from: number
  readonly to: number
  readonly inner: number
  readonly innerEnd: number
  readonly family: Mark['family']
  readonly closed: boolean
}

/** The pairs of one paragraph, and the closing marks that close nothing in it. */
export interface PairedMarks {
  readonly pairs: readonly Pair[]
  readonly strays: readonly Mark[]
}

// 4,000 units: no spoken passage in one paragraph of the training texts is longer; a longer one is a stray mark's doing.
const LONGEST = 4000

/**
 * Pairs the marks of one paragraph: outer before inner, never crossing.
 *
 * Opening marks without a partner come as pairs that are not `closed`. O(n) but for deep nesting.
 */
export function pairMarks(text: string, start: number, end: number): PairedMarks {
  const marks = findMarks(text, start, end)
  if (marks.length === 0) return { pairs: [], strays: [] }
  const pairs: Pair[] = []
  const strays: Mark[] = []
  const stack: number[] = []
  for (let index = 0; index < marks.length; index++) {
    const mark = marks[index]!
    const partner = findPartner(marks, stack, mark)
    if (partner !== -1 && shouldClose(text, marks, index, marks[stack[partner]!]!)) {
      const open = marks[stack[partner]!]!
      stack.length = partner
      pairs.push({ ...spanOf(open), to: mark.at + mark.length, innerEnd: mark.at, closed: true })
    } else if (mark.opens > 0) {
      stack.push(index)
    } else if (mark.family !== 'single' || endsSentence(text, mark.at)) {
      strays.push(mark)
    }
  }
  for (const index of stack) {
    const open = marks[index]!
    if ((open.family === 'single' && open.closes > 0) || pairs.some((pair) => pair.from < open.at && open.at < pair.to))
      continue
    pairs.push({ ...spanOf(open), to: end, innerEnd: end, closed: false })
  }
  return { pairs: settle(pairs), strays }
}

function endsSentence(text: string, at: number): boolean {
  const code = text.charCodeAt(at - 1)
  return code === 0x2e || code === 0x21 || code === 0x3f
}

function spanOf(open: Mark): Pick<Pair, 'from' | 'inner' | 'family'> {
  return { from: open.at, inner: open.at + open.length, family: open.family }
}

// 40 open marks deep no text means anything; the bound keeps hostile input linear.
const DEEPEST = 40

/** The place in the stack of the innermost open mark of the same family; -1 where none is open. */
function findPartner(marks: readonly Mark[], stack: readonly number[], mark: Mark): number {
  if (mark.closes === 0) return -1
  const lowest = Math.max(0, stack.length - DEEPEST)
  for (let place = stack.length - 1; place >= lowest; place--) {
    const open = marks[stack[place]!]!
    if (open.family === mark.family) return mark.at - open.at <= LONGEST ? place : -1
  }
  return -1
}

function shouldClose(text: string, marks: readonly Mark[], index: number, open: Mark): boolean {
  const mark = marks[index]!
  if (mark.closes < mark.opens) return false
  return !(mark.doubtful && hasSurerClose(text, marks, index, open))
}

/** True where a later mark of the family closes for certain before another one opens: then this one is a possessive. */
function hasSurerClose(text: string, marks: readonly Mark[], index: number, open: Mark): boolean {
  const last = Math.min(marks.length, index + DEEPEST)
  for (let next = index + 1; next < last; next++) {
    const mark = marks[next]!
    if (mark.family !== open.family) continue
    if (mark.opens > mark.closes) return false
    if (mark.closes > 0 && !mark.doubtful) {
      const before = text.charCodeAt(mark.at - 1)
      // , . ! ? …
      return before === 0x2c || before === 0x2e || before === 0x21 || before === 0x3f || before === 0x2026
    }
  }
  return false
}

/** Sorts by place, outer before inner; of two that cross, the earlier stands. An unclosed one gives way to closed ones. */
function settle(pairs: readonly Pair[]): readonly Pair[] {
  const sorted = [...pairs].sort((a, b) => a.from - b.from || b.to - a.to)
  const open: Pair[] = []
  return sorted.filter((pair) => {
    while (open.length > 0 && open[open.length - 1]!.to <= pair.from) open.pop()
    const outer = open[open.length - 1]
    if (outer !== undefined && pair.to > outer.to) return false
    open.push(pair)
    return true
  })
}
