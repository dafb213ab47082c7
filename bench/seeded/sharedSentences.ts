/** Sentence pairs of two accounts that plainly tell the same thing, by words alone: independent of the product under test. */

export interface TextSpan {
  readonly start: number
  readonly end: number
}

export interface SharedPair {
  readonly a: TextSpan
  readonly b: TextSpan
  /** Dice coefficient of the content stems, in [0, 1]. */
  readonly similarity: number
}

const STOP = new Set(
  `a an the and or but of to in on at for with by from as is are was were be been being has have had do does did not no that this
  these those it its he she his her him they their them who which what when where will would can could may might should i we you
  said says say after before than then there about into over also more most some any all one out up down so if because while
  during between against us our your my mr mrs ms dr`.split(/\s+/),
)

/** Sentences as spans: ends at . ! ? before white space and a capital or quotation mark, never after a known short form. */
export function splitRoughly(text: string): readonly TextSpan[] {
  const spans: TextSpan[] = []
  let start = 0
  const push = (end: number): void => {
    const raw = text.slice(start, end)
    const left = raw.length - raw.trimStart().length
    const trimmed = raw.trim()
    if (trimmed !== '') spans.push({ start: start + left, end: start + left + trimmed.length })
    start = end
  }
  for (const match of text.matchAll(/\n+|[.!?]["”’)]*(?=\s+["“‘(]?\p{Lu})/gu)) {
    if (match[0].startsWith('\n')) {
      push(match.index)
      continue
    }
    const word = /[\p{L}.]+$/u.exec(text.slice(Math.max(0, match.index - 12), match.index))?.[0] ?? ''
    if (
      /^(?:\p{Lu}|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Sgt|Lt|Col|St|Jr|Sr|No|vs|Inc|Corp|\p{Lu}\.\p{Lu}|[ap]\.m|Jan|Feb|Aug|Sept|Oct|Nov|Dec)$/u.test(
        word,
      )
    )
      continue
    push(match.index + match[0].length)
  }
  push(text.length)
  return spans
}

/** Content words cut to six letters, which joins most inflected forms. */
export function getStems(sentence: string): ReadonlySet<string> {
  const stems = new Set<string>()
  for (const [word] of sentence.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    if (!STOP.has(word)) stems.add(word.slice(0, 6))
  }
  return stems
}

/** Pairs with Dice of at least `least`, each sentence with its best partner only. O(n·m) in sentences. */
export function findSharedPairs(a: string, b: string, least: number): readonly SharedPair[] {
  const left = splitRoughly(a).map((span) => ({ span, stems: getStems(a.slice(span.start, span.end)) }))
  const right = splitRoughly(b).map((span) => ({ span, stems: getStems(b.slice(span.start, span.end)) }))
  const pairs: SharedPair[] = []
  for (const x of left) {
    if (x.stems.size < 5) continue
    let best: SharedPair | null = null
    for (const y of right) {
      if (y.stems.size < 5) continue
      let shared = 0
      for (const stem of x.stems) if (y.stems.has(stem)) shared++
      const similarity = (2 * shared) / (x.stems.size + y.stems.size)
      if (similarity >= least && (best === null || similarity > best.similarity))
        best = { a: x.span, b: y.span, similarity }
    }
    if (best !== null) pairs.push(best)
  }
  return pairs
}
