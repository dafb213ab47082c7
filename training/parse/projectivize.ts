/**
 * Heads of a projective tree: each arc that crosses another is lifted to its head's head until none crosses.
 *
 * Shortest arcs first, as they lose least. Relations stay. Source: Nivre and Nilsson 2005, without their label scheme.
 */
export function projectivize(heads: readonly number[]): number[] {
  const lifted = [...heads]
  for (;;) {
    let shortest = -1
    for (let child = 0; child < lifted.length; child += 1) {
      const head = lifted[child]!
      if (head < 0 || isProjective(lifted, child)) continue
      if (shortest < 0 || Math.abs(head - child) < Math.abs(lifted[shortest]! - shortest)) shortest = child
    }
    if (shortest < 0) return lifted
    lifted[shortest] = lifted[lifted[shortest]!]!
  }
}

/** True where every word between a child and its head descends from the head. */
function isProjective(heads: readonly number[], child: number): boolean {
  const head = heads[child]!
  const from = Math.min(child, head)
  const to = Math.max(child, head)
  for (let word = from + 1; word < to; word += 1) {
    let up = word
    while (up >= 0 && up !== head) up = heads[up]!
    if (up !== head) return false
  }
  return true
}
