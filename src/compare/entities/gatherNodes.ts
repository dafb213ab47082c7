import { foldName, type NameParts, parseName } from '../../annotate/coreference/index.js'
import type { Entity, Mention } from '../../annotate/index.js'
import { type Document, getLayer } from '../../document/index.js'

/** One entity of one document, with its names taken apart. */
export interface Node {
  /** Index of the document in the sorted documents. */
  readonly document: number
  /** Index in the document's `entities`. */
  readonly entity: number
  readonly type: Entity['type']
  readonly gender: Entity['gender']
  /** Distinct names, the fullest first; empty for an entity that is only described. */
  readonly names: readonly NameParts[]
  /** Distinct descriptions, folded, without article: `gunman`. */
  readonly descriptions: readonly string[]
  readonly mentionCount: number
}

/** Names of one entity kept for comparison: more are repetitions with titles. */
const MOST_NAMES = 12

/** The entities of all documents as nodes, document by document. */
export function gatherNodes(documents: readonly Document[]): readonly Node[] {
  const nodes: Node[] = []
  documents.forEach((document, number) => {
    const mentions = getLayer(document, 'mentions')
    getLayer(document, 'entities').forEach((entity, index) => {
      nodes.push(gatherNode(document.text, number, index, entity, mentions))
    })
  })
  return nodes
}

function gatherNode(text: string, document: number, index: number, entity: Entity, mentions: readonly Mention[]): Node {
  const names = new Map<string, NameParts>()
  const descriptions = new Set<string>()
  for (const number of entity.mentions) {
    const mention = mentions[number]
    if (mention === undefined || mention.form === 'pronoun') continue
    const words = text.slice(mention.start, mention.end)
    if (mention.form === 'nominal') descriptions.add(foldName(words).replace(/^(?:the|this|that|a|an) /, ''))
    else if (names.size < MOST_NAMES) {
      const parts = parseName(words, entity.type === 'person')
      const key = `${parts.key}|${parts.suffix ?? ''}`
      if (parts.key !== '' && !names.has(key)) names.set(key, parts)
    }
  }
  return {
    document,
    entity: index,
    type: entity.type,
    gender: entity.gender,
    names: [...names.values()].sort((a, b) => b.words.length - a.words.length || (a.key < b.key ? -1 : 1)),
    descriptions: [...descriptions].sort(),
    mentionCount: entity.mentions.length,
  }
}
