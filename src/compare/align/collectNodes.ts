import { type Document, getLayer } from '../../document/index.js'

/** One claim of one document. */
export interface ClaimPlace {
  /** Index of the document in the story, and of the claim in the document. */
  readonly document: number
  readonly index: number
}

/**
 * A claim in the same words in one or several documents, at most once in each.
 *
 * Copies are told before any scoring: they are the same whatever a model says, and a story of many copies stays small.
 */
export type ClaimNode = readonly ClaimPlace[]

/** The story's claims by their words: the k-th time an account says something goes with the k-th time of another. */
export function collectNodes(documents: readonly Document[]): readonly ClaimNode[] {
  const nodes: ClaimPlace[][] = []
  const byWords = new Map<string, ClaimPlace[]>()
  documents.forEach((account, document) => {
    const times = new Map<string, number>()
    getLayer(account, 'claims').forEach((claim, index) => {
      const words = foldWords(account.text, claim.start, claim.end)
      const time = times.get(words) ?? 0
      times.set(words, time + 1)
      const key = `${time} ${words}`
      const known = byWords.get(key)
      if (known !== undefined) known.push({ document, index })
      else {
        const node = [{ document, index }]
        byWords.set(key, node)
        nodes.push(node)
      }
    })
  })
  return nodes
}

/** Letters and digits in lower case, so that marks, quotes and white space make no difference. */
function foldWords(text: string, start: number, end: number): string {
  return text
    .slice(start, end)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
