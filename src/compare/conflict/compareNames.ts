/**
 * How two names of one person, body or place stand to each other.
 *
 * `same`: equal but for case and marks. `part`: one leaves words out ("Okoye", "Ada Okoye"). `initial`: a middle name against
 * its letter. `spelling`: one word spelt two ways. `given`: another form of the given name before the same surname
 * ("Liz"/"Elizabeth"). `different`: none of these.
 */
export type NameRelation = 'same' | 'part' | 'initial' | 'spelling' | 'given' | 'different'

/** Compares two names word by word, titles already left off. Cost is that of edit distance over one pair of words. */
export function compareNames(a: string, b: string): NameRelation {
  const x = foldName(a)
  const y = foldName(b)
  if (x.length === 0 || y.length === 0) return 'different'
  if (x.join(' ') === y.join(' ')) return 'same'
  const [short, long] = x.length <= y.length ? [x, y] : [y, x]
  if (short.every((word) => long.includes(word))) return 'part'
  if (isInitials(x, y)) return 'initial'
  if (x.length === y.length) {
    const odd = x.flatMap((word, index) => (word === y[index] ? [] : [index]))
    if (odd.length === 1) {
      const index = odd[0]!
      if (isSpellingVariant(x[index]!, y[index]!)) return 'spelling'
      if (x.length > 1 && index === 0 && isGivenVariant(x[0]!, y[0]!)) return 'given'
    }
    return 'different'
  }
  // One name has a word more: the surname spelt two ways in "Volodymyr Koval" and "Kowal".
  if (short.length === 1 && isSpellingVariant(short[0]!, long.at(-1)!)) return 'spelling'
  return 'different'
}

/** Lower-case words without marks or full stops; a possessive ending is dropped. */
export function foldName(name: string): readonly string[] {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’']s\b/g, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

/** All words equal, but that one or more stand as their first letter: "Nora B. Lind", "Nora Beata Lind". */
function isInitials(x: readonly string[], y: readonly string[]): boolean {
  return (
    x.length === y.length &&
    x.every((word, index) => {
      const other = y[index]!
      return word === other || ((word.length === 1 || other.length === 1) && word[0] === other[0])
    })
  )
}

/**
 * True for two spellings of one word: one edit in words of five letters, two in eight; shorter words differ for a reason.
 * Plural and possessive endings ("Texan", "Texans") are no spellings.
 */
export function isSpellingVariant(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  if (a === b || shorter < 5) return false
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long === `${short}s` || long === `${short}n` || long === `${short}i`) return false
  // The first letter carries a name: "Larry" and "Harry" are two people.
  if (a[0] !== b[0]) return false
  const distance = getEditDistance(a, b, 2)
  return distance <= (shorter >= 8 ? 2 : 1)
}

/** Short and long form of a given name: one begins as the other does ("Sandi", "Sandra"), by at least three letters. */
function isGivenVariant(a: string, b: string): boolean {
  let shared = 0
  while (shared < a.length && a[shared] === b[shared]) shared++
  return shared >= 3 && shared >= Math.min(a.length, b.length) - 2
}

/** Edits (insert, delete, replace, swap of neighbours) from one word to the other; stops counting above `limit`. O(n·m). */
export function getEditDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, before[j - 2]! + 1)
      row.push(best)
    }
    before = last
    last = row
  }
  return last[b.length]!
}
