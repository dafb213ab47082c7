/**
 * One spelling for what romanisations and typists spell in several ways: `zelenskyy`, `zelenskiy` and `zelensky`;
 * `gaddafi`, `qaddafi` and `kadafi`. Two words of equal squeezed spelling are candidates, not proof.
 */
export function squeezeSpelling(word: string): string {
  let out = word
    .replace(/ph/g, 'f')
    .replace(/(?:kh|gh|ck|q|c(?![eiyh]))/g, 'k')
    .replace(/(?:iy|yi|ij|yy|ii|ie|ey|ei|ee|y)/g, 'i')
    .replace(/(?:ou|oo|w)/g, (found) => (found === 'w' ? 'v' : 'u'))
    .replace(/(?:tch|tsch|tsh)/g, 'ch')
    .replace(/dz?h/g, 'd')
    .replace(/(.)\1+/g, '$1')
  if (out.length > 4) out = out.replace(/h(?=[^aeiou]|$)/g, '')
  return out
}

/**
 * Whether two words differ by one slip only: a letter more, less, other, or two swapped. Words under five letters, or with
 * another first letter, never do: `Lee` and `Leo` are two people. Linear in the words.
 */
export function isOneSlipApart(a: string, b: string): boolean {
  if (a === b) return true
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < 5 || long.length - short.length > 1 || short[0] !== long[0]) return false
  let i = 0
  while (i < short.length && short[i] === long[i]) i++
  if (short.length < long.length) return short.slice(i) === long.slice(i + 1)
  if (short.slice(i + 1) === long.slice(i + 1)) return true
  return short[i] === long[i + 1] && short[i + 1] === long[i] && short.slice(i + 2) === long.slice(i + 2)
}

/** Same word but for romanisation or one slip. */
export function isSpellingVariant(a: string, b: string): boolean {
  if (a === b) return true
  if (Math.min(a.length, b.length) < 4) return false
  return squeezeSpelling(a) === squeezeSpelling(b) || isOneSlipApart(a, b)
}
