/** Union-find over the uses of names in one account; a cluster is named by its smallest use. */
export class Clusters {
  readonly #parent: number[]

  constructor(size: number) {
    this.#parent = Array.from({ length: size }, (_, i) => i)
  }

  find(use: number): number {
    let root = use
    while (this.#parent[root] !== root) root = this.#parent[root] as number
    for (let node = use; node !== root; ) {
      const next = this.#parent[node] as number
      this.#parent[node] = root
      node = next
    }
    return root
  }

  join(a: number, b: number): void {
    const x = this.find(a)
    const y = this.find(b)
    if (x !== y) this.#parent[Math.max(x, y)] = Math.min(x, y)
  }

  joinAll(uses: readonly number[]): void {
    for (let i = 1; i < uses.length; i++) this.join(uses[0] as number, uses[i] as number)
  }

  /** The cluster of every use, counted from 0 in order of first uses. */
  numbers(): readonly number[] {
    const names = new Map<number, number>()
    return this.#parent.map((_, use) => {
      const root = this.find(use)
      let name = names.get(root)
      if (name === undefined) {
        name = names.size
        names.set(root, name)
      }
      return name
    })
  }
}

/** Adds to the list under a key. */
export function pushTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
