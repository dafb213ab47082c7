import type { StoryTrees } from '../../src/story/score/trees.js'
import type { Example } from '../conflict/boost.js'

/** Writes into every split the mean of the leaves that the examples reach below it, which explanations need. */
export function addExpectations(model: StoryTrees, examples: readonly Example[]): StoryTrees {
  const trees = model.trees.map((nodes) => {
    const sums = new Float64Array(nodes.length)
    const counts = new Float64Array(nodes.length)
    for (const { values } of examples) {
      const path = [0]
      for (let node = nodes[0]!; node[0]! >= 0; node = nodes[path.at(-1)!]!)
        path.push(values[node[0]!]! < node[1]! ? node[2]! : node[3]!)
      const leaf = nodes[path.at(-1)!]![1]!
      for (const at of path) {
        sums[at]! += leaf
        counts[at]! += 1
      }
    }
    return nodes.map((node, i) =>
      node[0]! < 0
        ? [node[0]!, node[1]!]
        : [...node.slice(0, 4), Number((sums[i]! / Math.max(1, counts[i]!)).toPrecision(4))],
    )
  })
  return { ...model, trees }
}
