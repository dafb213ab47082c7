/** A word of a text for matching passages: its hash and where it stands. */
export interface HashedWord {
  readonly hash: number
  readonly start: number
  readonly end: number
}

/** The words of a text, lower-cased and hashed (FNV-1a over letters and digits); punctuation and case do not count. */
export function hashWords(text: string): readonly HashedWord[] {
  const words: HashedWord[] = []
  for (const match of text.matchAll(/[\p{L}\p{N}]{1,100}/gu)) {
    const word = match[0].toLowerCase()
    let hash = 0x811c9dc5
    for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
    words.push({ hash: hash >>> 0, start: match.index, end: match.index + match[0].length })
  }
  return words
}

/** Hash of every run of `size` words, in order: `words.length - size + 1` of them, none for a shorter text. */
export function hashShingles(words: readonly HashedWord[], size: number): Uint32Array {
  const shingles = new Uint32Array(Math.max(0, words.length - size + 1))
  for (let i = 0; i < shingles.length; i++) {
    let hash = 0x9e3779b9
    for (let j = i; j < i + size; j++) {
      hash = Math.imul(hash ^ words[j]!.hash, 0x85ebca6b)
      hash ^= hash >>> 13
    }
    shingles[i] = hash >>> 0
  }
  return shingles
}
