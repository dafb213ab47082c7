import type { TreebankSentence } from '../shared/readConllu.js'

// 5: rarer arcs are slips of annotation
const LEAST = 5

/** Names of the parser's transitions: shift, reduce, then every arc seen often enough, most frequent first. */
export function listTransitions(
  sentences: readonly TreebankSentence[],
  heads: readonly (readonly number[])[],
): string[] {
  // arcs of rare relations become `dep`, so both of its sides must be there
  const counts = new Map([
    ['L:dep', LEAST],
    ['R:dep', LEAST],
  ])
  sentences.forEach((sentence, place) => {
    heads[place]!.forEach((head, child) => {
      if (head < 0) return
      const name = `${head > child ? 'L' : 'R'}:${sentence.relations[child]}`
      counts.set(name, (counts.get(name) ?? 0) + 1)
    })
  })
  const arcs = [...counts].filter(([, count]) => count >= LEAST)
  arcs.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return ['shift', 'reduce', ...arcs.map(([name]) => name)]
}
