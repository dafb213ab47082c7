import { isApostrophe } from '../../text/index.js'

/** Words written as one that the treebanks read as two, with the length of the first. */
const MERGED: ReadonlyMap<string, number> = new Map([
  ['cannot', 3],
  ['gonna', 3],
  ['gotta', 3],
  ['wanna', 3],
])

/**
 * Where the clitic of a word starts (`Putin|’s`, `do|n't`, `we|’re`, `can|not`), or -1 where it has none.
 *
 * The word `[at, end)` holds no white space. Names with an apostrophe inside (`O'Brien`, `Shi'ite`) have no clitic.
 */
export function findContraction(text: string, at: number, end: number): number {
  const length = end - at
  if (length < 3) return -1
  if (isApostrophe(text.charCodeAt(end - 2))) {
    const last = text.charCodeAt(end - 1) | 0x20
    // s, m, d
    if (last === 0x73 || last === 0x6d || last === 0x64) return end - 2
    const before = text.charCodeAt(end - 3) | 0x20
    // t after n
    if (last === 0x74 && before === 0x6e && length > 3) return end - 3
    return -1
  }
  if (length > 3 && isApostrophe(text.charCodeAt(end - 3))) {
    const first = text.charCodeAt(end - 2) | 0x20
    const second = text.charCodeAt(end - 1) | 0x20
    // ll, re, ve
    if (first === 0x6c && second === 0x6c) return end - 3
    if ((first === 0x72 || first === 0x76) && second === 0x65) return end - 3
    return -1
  }
  if (length === 5 || length === 6) {
    const size = MERGED.get(text.slice(at, end).toLowerCase())
    if (size !== undefined) return at + size
  }
  return -1
}
