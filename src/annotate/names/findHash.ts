/**
 * Index of a hash in a list that ascends when its numbers are taken as unsigned; -1 where it is not listed.
 *
 * Lists are searched as they come out of the file: filling a table of them would take longer than all searches of an account, as
 * each word is looked up once.
 */
export function findHash(hashes: Int32Array, hash: number): number {
  const wanted = hash >>> 0
  let low = 0
  let high = hashes.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((hashes[middle] as number) >>> 0 < wanted) low = middle + 1
    else high = middle
  }
  return hashes[low] === (hash | 0) ? low : -1
}
