/**
 * Word classes by exchange (Kneser and Ney 1993; Martin et al. 1998): each word moves to the class under which a class
 * bigram model explains the text best. Like Brown clusters, in a tenth of the time.
 */
export interface Bigrams {
  /** Words by falling frequency; the last one stands for all rarer words. */
  readonly wordCount: number
  /** Occurrences of each word. */
  readonly counts: Float64Array
  /** Right neighbours of word `w`: `rightWords[rightStarts[w]..rightStarts[w + 1])` with `rightCounts`; left likewise. */
  readonly rightStarts: Int32Array
  readonly rightWords: Int32Array
  readonly rightCounts: Float64Array
  readonly leftStarts: Int32Array
  readonly leftWords: Int32Array
  readonly leftCounts: Float64Array
}

/** Bigram table of a token stream given as word numbers; -1 parts texts. */
export function countBigrams(stream: Int32Array, wordCount: number): Bigrams {
  const counts = new Float64Array(wordCount)
  const keys = new Float64Array(stream.length)
  let fill = 0
  for (let index = 0; index < stream.length; index++) {
    const word = stream[index] as number
    if (word < 0) continue
    counts[word] = (counts[word] as number) + 1
    const next = stream[index + 1] ?? -1
    if (next >= 0) keys[fill++] = word * wordCount + next
  }
  const right = runLengths(keys.subarray(0, fill).sort(), wordCount)
  const mirrored = keys.subarray(0, fill).map((key) => (key % wordCount) * wordCount + Math.floor(key / wordCount))
  const left = runLengths(mirrored.sort(), wordCount)
  return {
    wordCount,
    counts,
    rightStarts: right.starts,
    rightWords: right.words,
    rightCounts: right.counts,
    leftStarts: left.starts,
    leftWords: left.words,
    leftCounts: left.counts,
  }
}

function runLengths(
  sorted: Float64Array,
  wordCount: number,
): { starts: Int32Array; words: Int32Array; counts: Float64Array } {
  let distinct = 0
  for (let k = 0; k < sorted.length; k++) if (k === 0 || sorted[k] !== sorted[k - 1]) distinct++
  const starts = new Int32Array(wordCount + 1)
  const words = new Int32Array(distinct)
  const counts = new Float64Array(distinct)
  let fill = -1
  for (let k = 0; k < sorted.length; k++) {
    const key = sorted[k] as number
    if (k === 0 || key !== sorted[k - 1]) {
      words[++fill] = key % wordCount
      const owner = Math.floor(key / wordCount)
      starts[owner + 1] = (starts[owner + 1] as number) + 1
    }
    counts[fill] = (counts[fill] as number) + 1
  }
  for (let w = 0; w < wordCount; w++) starts[w + 1] = (starts[w + 1] as number) + (starts[w] as number)
  return { starts, words, counts }
}

/**
 * Classes of the words, 0 to `k - 1`, after `rounds` rounds of exchange. The most frequent `k - 1` words start alone.
 *
 * O(rounds · words · k · neighbouring classes); rare words have few neighbours.
 */
export function exchangeClasses(
  bigrams: Bigrams,
  options: { readonly k: number; readonly rounds: number; readonly log?: (line: string) => void },
): Uint16Array {
  const { k } = options
  const n = bigrams.wordCount
  const classes = new Uint16Array(n)
  for (let w = 0; w < n; w++) classes[w] = w % k
  const joint = new Float64Array(k * k)
  const size = new Float64Array(k)
  for (let w = 0; w < n; w++) {
    const c = classes[w] as number
    size[c] = (size[c] as number) + (bigrams.counts[w] as number)
    for (let e = bigrams.rightStarts[w] as number; e < (bigrams.rightStarts[w + 1] as number); e++) {
      const at = c * k + (classes[bigrams.rightWords[e] as number] as number)
      joint[at] = (joint[at] as number) + (bigrams.rightCounts[e] as number)
    }
  }
  const rightOf = new Float64Array(k)
  const leftOf = new Float64Array(k)
  const rightList = new Int32Array(k)
  const leftList = new Int32Array(k)

  for (let round = 1; round <= options.rounds; round++) {
    let moved = 0
    for (let w = 0; w < n; w++) {
      const own = classes[w] as number
      const count = bigrams.counts[w] as number
      if (count === 0) continue
      let self = 0
      let rights = 0
      let lefts = 0
      for (let e = bigrams.rightStarts[w] as number; e < (bigrams.rightStarts[w + 1] as number); e++) {
        const other = bigrams.rightWords[e] as number
        if (other === w) self = bigrams.rightCounts[e] as number
        else {
          const c = classes[other] as number
          if (rightOf[c] === 0) rightList[rights++] = c
          rightOf[c] = (rightOf[c] as number) + (bigrams.rightCounts[e] as number)
        }
      }
      for (let e = bigrams.leftStarts[w] as number; e < (bigrams.leftStarts[w + 1] as number); e++) {
        const other = bigrams.leftWords[e] as number
        if (other === w) continue
        const c = classes[other] as number
        if (leftOf[c] === 0) leftList[lefts++] = c
        leftOf[c] = (leftOf[c] as number) + (bigrams.leftCounts[e] as number)
      }
      shift(own, -1, self, rights, lefts, count)
      let best = -Infinity
      let target = own
      for (let c = 0; c < k; c++) {
        let gain = 0
        for (let r = 0; r < rights; r++) {
          const other = rightList[r] as number
          gain += growth(joint[c * k + other] as number, rightOf[other] as number)
        }
        for (let l = 0; l < lefts; l++) {
          const other = leftList[l] as number
          gain += growth(joint[other * k + c] as number, leftOf[other] as number)
        }
        // Where the word's own class is its neighbour, the corner counts twice above by a hair; it never decides.
        if (self > 0) gain += growth(joint[c * k + c] as number, self)
        gain -= 2 * growth(size[c] as number, count)
        if (gain > best) {
          best = gain
          target = c
        }
      }
      shift(target, 1, self, rights, lefts, count)
      if (target !== own) {
        classes[w] = target
        moved++
      }
      for (let r = 0; r < rights; r++) rightOf[rightList[r] as number] = 0
      for (let l = 0; l < lefts; l++) leftOf[leftList[l] as number] = 0
    }
    options.log?.(`round ${round}: ${moved} of ${n} words moved`)
    if (moved < n / 500) break
  }
  return classes

  function shift(c: number, sign: number, self: number, rights: number, lefts: number, count: number): void {
    for (let r = 0; r < rights; r++) {
      const at = c * k + (rightList[r] as number)
      joint[at] = (joint[at] as number) + sign * (rightOf[rightList[r] as number] as number)
    }
    for (let l = 0; l < lefts; l++) {
      const at = (leftList[l] as number) * k + c
      joint[at] = (joint[at] as number) + sign * (leftOf[leftList[l] as number] as number)
    }
    joint[c * k + c] = (joint[c * k + c] as number) + sign * self
    size[c] = (size[c] as number) + sign * count
  }
}

const TABLE_SIZE = 1 << 20
const table = Float64Array.from({ length: TABLE_SIZE }, (_, x) => (x === 0 ? 0 : x * Math.log(x)))

/** Growth of `x · ln x` when a count goes from `base` to `base + more`. */
function growth(base: number, more: number): number {
  return entropy(base + more) - entropy(base)
}

function entropy(x: number): number {
  return x < TABLE_SIZE ? (table[x] as number) : x * Math.log(x)
}
