import { SpanCollector, type TokenSpans } from './tokenSpans.js'

/**
 * Parts words that lost the space between them: `Ada QuillMayor`, as pages leave them whose links stood without one.
 *
 * A word is parted at a capital behind small letters where it occurs once, stands behind a capitalised word, and its first half is a
 * word of its own elsewhere in the text, since `MacArthur`, `YouTube` and `DeVos` are written so. Texts without such words come back as they are.
 * Linear in the text.
 */
export function partGlued(text: string, tokens: TokenSpans): TokenSpans {
  const seams = new Map<number, number>()
  let words: ReadonlyMap<string, number> | null = null
  for (let index = 1; index < tokens.count; index += 1) {
    const seam = findSeam(text, tokens, index)
    if (seam < 0) continue
    words ??= countWords(text, tokens)
    const [start, end] = [tokens.starts[index]!, tokens.ends[index]!]
    if (words.has(text.slice(start, seam)) && words.get(text.slice(start, end)) === 1) seams.set(index, seam)
  }
  if (seams.size === 0) return tokens
  const parted = new SpanCollector(tokens.count + seams.size)
  for (let index = 0; index < tokens.count; index += 1) {
    const seam = seams.get(index)
    if (seam !== undefined) parted.add(tokens.starts[index]!, seam)
    parted.add(seam ?? tokens.starts[index]!, tokens.ends[index]!)
  }
  return { count: parted.count, starts: parted.starts, ends: parted.ends }
}

// `Mc`, `Mac`, `De`, `La`, `Le`, `Van`: shorter halves begin names more often than they end them.
const GLUED = /^\p{Lu}(?:\p{Ll}+\p{Lu})?\p{Ll}{2,}(?=\p{Lu}|(?:19|20)\d\d$)/u
const PARTICLE = /^(?:Mac|Van|Von|Las|Los|Der|Den|Del)$/

// What has its capital from the beginning of a sentence only.
const OPENERS: ReadonlySet<string> = new Set(
  'The A An This That These Those In On Of For And But Or With From By To At As If When While Since After Before His Her Its Their Our Your My No Not New'.split(
    ' ',
  ),
)

/** Where the first half of a glued word would end; -1 where it is none, or follows no capitalised word. */
function findSeam(text: string, tokens: TokenSpans, index: number): number {
  const [start, end] = [tokens.starts[index]!, tokens.ends[index]!]
  const half = GLUED.exec(text.slice(start, end))?.[0]
  if (half === undefined || PARTICLE.test(half)) return -1
  const before = text.slice(tokens.starts[index - 1]!, tokens.ends[index - 1]!)
  const beside = start - tokens.ends[index - 1]! === 1 && text.charCodeAt(start - 1) === 0x20
  return beside && /^\p{Lu}[\p{L}.]*$/u.test(before) && !OPENERS.has(before) ? start + half.length : -1
}

function countWords(text: string, tokens: TokenSpans): ReadonlyMap<string, number> {
  const words = new Map<string, number>()
  for (let index = 0; index < tokens.count; index += 1) {
    const word = text.slice(tokens.starts[index]!, tokens.ends[index]!)
    words.set(word, (words.get(word) ?? 0) + 1)
  }
  return words
}
