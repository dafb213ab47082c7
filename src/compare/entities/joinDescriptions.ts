import type { Node } from './gatherNodes.js'
import type { Joins } from './joinNodes.js'

/**
 * Joins entities that are only described ("the gunman") across documents, where each document has one such entity at most;
 * with a named one where a single story entity is so described somewhere.
 */
export function joinDescriptions(described: readonly number[], nodes: readonly Node[], joins: Joins): void {
  const holders = new Map<string, number[]>()
  nodes.forEach((node, number) => {
    for (const description of node.descriptions) {
      const list = holders.get(description)
      if (list === undefined) holders.set(description, [number])
      else list.push(number)
    }
  })
  for (const number of described) {
    for (const description of (nodes[number] as Node).descriptions) {
      const all = holders.get(description) as number[]
      const documents = new Set(all.map((holder) => (nodes[holder] as Node).document))
      if (documents.size < all.length) continue
      const named = new Set(
        all.filter((holder) => (nodes[holder] as Node).names.length > 0).map((holder) => joins.find(holder)),
      )
      if (named.size > 1) continue
      const target = named.size === 1 ? ([...named][0] as number) : (all[0] as number)
      if (joins.join(number, target)) break
    }
  }
}
