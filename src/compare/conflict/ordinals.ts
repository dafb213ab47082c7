import { getStem } from './pairText.js'
import { perClause } from './perClause.js'
import { type Clause, getClauseText, type StoryView } from './storyView.js'

const ORDINALS =
  /\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|next|previous|earlier|later|final|former|new|old|\d+(?:st|nd|rd|th))[\s-]+(?:\p{L}+[\s-]+)?(\p{L}{3,})/giu

// What comes on top of something told before: "four more boys", "another meeting".
const FURTHER = /\b(?:another|(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|dozens) (?:more|others))\b/iu

const tellsFurther = perClause((clause, view) => FURTHER.test(getClauseText(clause, view)))

/**
 * True when two clauses number one noun apart, or one only tells of more: "the first round" and "a second round" are two matters, and so are
 * four boys and four more.
 */
export function haveOrdinalsApart(a: Clause, b: Clause, view: StoryView): boolean {
  if (tellsFurther(a, view) !== tellsFurther(b, view)) return true
  const x = readOrdinals(a, view)
  if (x.size === 0) return false
  const y = readOrdinals(b, view)
  return [...x].some(([noun, ordinal]) => (y.get(noun) ?? ordinal) !== ordinal)
}

/** The ordinal before each noun, by the noun's stem. */
const readOrdinals = perClause((clause, view): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  for (const [, ordinal, noun] of getClauseText(clause, view).matchAll(ORDINALS))
    found.set(getStem(noun!.toLowerCase()), ordinal!.toLowerCase())
  return found
})
