import type { Node } from './gatherNodes.js'

/**
 * Nodes as they come together. Two entities that one document keeps apart never join, so that no document's reading is
 * overruled from outside.
 */
export class Joins {
  readonly #parent: Int32Array
  readonly #documents: Map<number, number>[]

  constructor(nodes: readonly Node[]) {
    this.#parent = Int32Array.from(nodes, (_, i) => i)
    this.#documents = nodes.map((node, i) => new Map([[node.document, i]]))
  }

  find(node: number): number {
    let root = node
    while (this.#parent[root] !== root) root = this.#parent[root] as number
    for (let at = node; at !== root; ) {
      const next = this.#parent[at] as number
      this.#parent[at] = root
      at = next
    }
    return root
  }

  /** Number of documents the node's entity is in so far. */
  spread(node: number): number {
    return (this.#documents[this.find(node)] as Map<number, number>).size
  }

  /** True where no document has one entity on either side. */
  canJoin(a: number, b: number): boolean {
    const x = this.#documents[this.find(a)] as Map<number, number>
    const y = this.#documents[this.find(b)] as Map<number, number>
    const [small, large] = x.size <= y.size ? [x, y] : [y, x]
    for (const document of small.keys()) if (large.has(document)) return false
    return true
  }

  /** Joins two nodes' entities unless a document keeps them apart; true where they are one afterwards. */
  join(a: number, b: number): boolean {
    const x = this.find(a)
    const y = this.find(b)
    if (x === y) return true
    if (!this.canJoin(x, y)) return false
    const [small, large] =
      (this.#documents[x] as Map<number, number>).size < (this.#documents[y] as Map<number, number>).size
        ? [x, y]
        : [y, x]
    const into = this.#documents[large] as Map<number, number>
    for (const [document, node] of this.#documents[small] as Map<number, number>) into.set(document, node)
    this.#documents[small] = new Map()
    this.#parent[small] = large
    return true
  }

  /** The nodes of every entity; each group ascending, groups by first node. */
  groups(): readonly (readonly number[])[] {
    const groups = new Map<number, number[]>()
    for (let node = 0; node < this.#parent.length; node++) {
      const root = this.find(node)
      const group = groups.get(root)
      if (group === undefined) groups.set(root, [node])
      else group.push(node)
    }
    return [...groups.values()]
  }
}
