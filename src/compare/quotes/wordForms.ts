/** True for forms of one word: `look` and `looks`, `promise` and `promised`; by the letters they share, so not for `go` and `went`. */
export function isSameStem(a: string, b: string): boolean {
  const short = Math.min(a.length, b.length)
  const long = Math.max(a.length, b.length)
  if (short < 3 || long - short > 3) return false
  let shared = 0
  while (shared < short && a.charCodeAt(shared) === b.charCodeAt(shared)) shared++
  return shared >= short - 1 && shared >= 3
}
