/**
 * 32-bit hash of a string's code units; the empty string has one too. Not for secrets: it names features.
 *
 * Source: FNV-1a (Fowler, Noll and Vo), over 16-bit units instead of bytes, with the finish of MurmurHash3 (Appleby).
 */
export function hashString(text: string): number {
  return hashRange(text, 0, text.length)
}

/** The same over `[start, end)` of a text, without cutting it out. */
export function hashRange(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return finish(hash)
}

/** Mixes two 32-bit values; the order matters. */
export function mix(a: number, b: number): number {
  const hash = Math.imul(a ^ Math.imul(b, 0xcc9e2d51), 0x1b873593)
  return ((hash ^ (hash >>> 15)) + Math.imul(a, 0x9e3779b1)) | 0
}

function finish(value: number): number {
  let hash = value ^ (value >>> 16)
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
