/** Puts a clause under a key, once however often it comes; clauses come in rising order. */
export function addToBlock<K>(blocks: Map<K, number[]>, key: K, clause: number): void {
  const block = blocks.get(key)
  if (block === undefined) blocks.set(key, [clause])
  else if (block.at(-1) !== clause) block.push(clause)
}
