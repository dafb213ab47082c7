import { countryOf, initials, isShortBody, type NameParts, placeKey } from '../../annotate/coreference/index.js'
import type { Node } from './gatherNodes.js'
import type { Joins } from './joinNodes.js'

interface Body {
  readonly key: string
  readonly words: readonly string[]
  readonly type: Node['type']
  readonly nodes: number[]
}

/**
 * Joins organisations, places and other things across documents: equal names (a country's names count as one), then acronyms
 * and short forms with the only full name they fit.
 */
export function joinBodies(bodies: readonly number[], nodes: readonly Node[], joins: Joins): void {
  const names = new Map<string, Body>()
  for (const number of bodies) {
    for (const parts of (nodes[number] as Node).names) {
      const key = placeKey(parts.key)
      const known = names.get(key)
      if (known === undefined)
        names.set(key, { key, words: wordsOf(parts, key), type: (nodes[number] as Node).type, nodes: [number] })
      else known.nodes.push(number)
    }
  }
  const sorted = [...names.values()].sort((a, b) => b.nodes.length - a.nodes.length || (a.key < b.key ? -1 : 1))
  for (const { nodes: equal } of sorted) for (const node of equal) joins.join(equal[0] as number, node)
  const byWord = new Map<string, Body[]>()
  for (const body of sorted) {
    if (body.words.length < 2) continue
    for (const word of new Set(body.words)) push(byWord, word, body)
    for (const letters of new Set([initials(body.words, false), initials(body.words, true)]))
      push(byWord, `.${letters}`, body)
  }
  for (const body of sorted) {
    const first = body.words[0] as string
    const fitting = [
      ...(byWord.get(first) ?? []),
      ...(body.words.length === 1 ? (byWord.get(`.${first}`) ?? []) : []),
    ].filter((full) => full !== body && canShorten(body, full) && isShortBody(body.words, full.words, isPlaceWord))
    const roots = new Set(fitting.map((full) => joins.find(full.nodes[0] as number)))
    if (roots.size === 1) joins.join(body.nodes[0] as number, fitting[0]?.nodes[0] as number)
  }
}

function wordsOf(parts: NameParts, key: string): readonly string[] {
  return key === parts.key ? parts.words : key.split(' ')
}

/** Places and peoples go by their own names. */
function canShorten(short: Body, full: Body): boolean {
  return (short.type !== 'place' && short.type !== 'group') || short.type === full.type
}

function isPlaceWord(word: string): boolean {
  return countryOf(word) !== null || word === 'united' || word === 'states'
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
