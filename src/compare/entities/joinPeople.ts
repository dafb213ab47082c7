import {
  isInitial,
  isSamePerson,
  isSpellingVariant,
  type Lexicon,
  matchShortForm,
  type NameParts,
  squeezeSpelling,
} from '../../annotate/coreference/index.js'
import type { Node } from './gatherNodes.js'
import type { Joins } from './joinNodes.js'

interface FullName {
  readonly parts: NameParts
  readonly nodes: number[]
}

/** Names that share a surname's sound and are compared pairwise; a block larger than this compares the most frequent. */
const MOST_IN_BLOCK = 120

/**
 * Joins people across documents: equal full names first, then names that can be one person's (initials, short forms, spelling),
 * then people known by one name to the only person whom it fits. What fits several stays apart.
 */
export function joinPeople(people: readonly number[], nodes: readonly Node[], joins: Joins, lexicon: Lexicon): void {
  const full = new Map<string, FullName>()
  for (const node of people) {
    for (const parts of (nodes[node] as Node).names) {
      if (parts.words.length < 2) continue
      const key = `${parts.key}|${parts.suffix ?? ''}`
      const known = full.get(key)
      if (known === undefined) full.set(key, { parts, nodes: [node] })
      else known.nodes.push(node)
    }
  }
  const names = [...full.values()].sort(
    (a, b) => b.nodes.length - a.nodes.length || (a.parts.key < b.parts.key ? -1 : 1),
  )
  for (const name of names) for (const node of name.nodes) joins.join(name.nodes[0] as number, node)
  // Initials last, when the full names they may stand for are together.
  const spelled = names.filter((name) => !isInitial(name.parts.words[0] as string))
  const abbreviated = names.filter((name) => isInitial(name.parts.words[0] as string))
  joinVariants([...spelled, ...abbreviated], nodes, joins, lexicon, countBearers(people, nodes))
  joinShort(people, names, nodes, joins, lexicon)
}

function joinEqual(equal: readonly number[], nodes: readonly Node[], joins: Joins): void {
  const first = equal[0] as number
  for (const node of equal) {
    if (!isGenderConflict(nodes[first] as Node, nodes[node] as Node)) joins.join(first, node)
  }
}

function joinVariants(
  names: readonly FullName[],
  nodes: readonly Node[],
  joins: Joins,
  lexicon: Lexicon,
  bearers: ReadonlyMap<string, number>,
): void {
  const blocks = new Map<string, FullName[]>()
  for (const name of names) {
    const words = name.parts.words
    const keys = new Set([squeezeSpelling(words.at(-1) as string), ...words.slice(1, -1), `1${words[0]}`])
    const candidates = new Set<FullName>()
    for (const key of keys) {
      const block = blocks.get(key) ?? []
      for (const other of block) candidates.add(other)
      if (block.length < MOST_IN_BLOCK) block.push(name)
      blocks.set(key, block)
    }
    const fitting = [...candidates].filter(
      (other) =>
        isSamePerson(name.parts, other.parts, lexicon) &&
        (name.parts.suffix === other.parts.suffix ||
          (isAlone(name, nodes, bearers) && isAlone(other, nodes, bearers))) &&
        !isGenderConflict(nodes[name.nodes[0] as number] as Node, nodes[other.nodes[0] as number] as Node),
    )
    // "J. Ortega" fits "Juan" and "Jorge" alike: which of them is meant, the names cannot tell.
    // A name with the same suffix before one without: the son before the father.
    const closest = fitting.filter((other) => other.parts.suffix === name.parts.suffix)
    const choice = closest.length > 0 ? closest : fitting
    const roots = new Set(choice.map((other) => joins.find(other.nodes[0] as number)))
    if (roots.size === 1) joins.join(name.nodes[0] as number, choice[0]?.nodes[0] as number)
  }
}

/** How many people of each document bear a surname, by `document surname`. */
function countBearers(people: readonly number[], nodes: readonly Node[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const number of people) {
    const node = nodes[number] as Node
    for (const surname of new Set(node.names.map((name) => name.words.at(-1)))) {
      const key = `${node.document} ${surname}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return counts
}

/** No document that uses the name has another bearer of the surname: "Jr." may be left off without harm. */
function isAlone(name: FullName, nodes: readonly Node[], bearers: ReadonlyMap<string, number>): boolean {
  const surname = name.parts.words.at(-1)
  return name.nodes.every((node) => (bearers.get(`${(nodes[node] as Node).document} ${surname}`) ?? 0) <= 1)
}

function joinShort(
  people: readonly number[],
  names: readonly FullName[],
  nodes: readonly Node[],
  joins: Joins,
  lexicon: Lexicon,
): void {
  const byWord = new Map<string, FullName[]>()
  const bySound = new Map<string, FullName[]>()
  for (const name of names) {
    for (const word of new Set(name.parts.words)) push(byWord, word, name)
    push(bySound, squeezeSpelling(name.parts.words.at(-1) as string), name)
  }
  const lone = new Map<string, number[]>()
  for (const number of people) {
    const node = nodes[number] as Node
    const longest = node.names[0]
    if (longest === undefined || longest.words.length > 1) continue
    const owner = findOwner(node, longest, byWord, bySound, nodes, joins, lexicon)
    if (owner === null || !joins.join(number, owner)) push(lone, longest.key, number)
  }
  for (const key of [...lone.keys()].sort()) joinEqual(lone.get(key) as number[], nodes, joins)
  joinLoneVariants(lone, nodes, joins)
}

function findOwner(
  node: Node,
  short: NameParts,
  byWord: ReadonlyMap<string, readonly FullName[]>,
  bySound: ReadonlyMap<string, readonly FullName[]>,
  nodes: readonly Node[],
  joins: Joins,
  lexicon: Lexicon,
): number | null {
  const word = short.words[0] as string
  const spread = new Map<number, number>()
  const consider = (name: FullName): void => {
    const first = name.nodes[0] as number
    if (!isGenderConflict(node, nodes[first] as Node)) spread.set(joins.find(first), joins.spread(first))
  }
  const related = byWord.get(word) ?? []
  for (const name of related) if (matchShortForm(short.words, name.parts.words, lexicon) === 'surname') consider(name)
  if (spread.size === 0) {
    for (const name of related) if (matchShortForm(short.words, name.parts.words, lexicon) === 'given') consider(name)
  }
  if (spread.size === 0 && word.length >= 6) {
    for (const name of bySound.get(squeezeSpelling(word)) ?? []) {
      if (isSpellingVariant(word, name.parts.words.at(-1) as string)) consider(name)
    }
  }
  const ranked = [...spread].sort((a, b) => b[1] - a[1])
  const [best, second] = ranked
  if (best === undefined) return null
  // A bare surname means the one everybody names; five times as many accounts leaves no other reading.
  return second === undefined || best[1] >= 5 * second[1] ? best[0] : null
}

function joinLoneVariants(lone: ReadonlyMap<string, readonly number[]>, nodes: readonly Node[], joins: Joins): void {
  const bySound = new Map<string, string>()
  for (const key of [...lone.keys()].sort()) {
    if (key.length < 6) continue
    const sound = squeezeSpelling(key)
    const other = bySound.get(sound)
    if (other === undefined) bySound.set(sound, key)
    else if (isSpellingVariant(key, other)) {
      const [a, b] = [lone.get(other)?.[0] as number, lone.get(key)?.[0] as number]
      if (!isGenderConflict(nodes[a] as Node, nodes[b] as Node)) joins.join(a, b)
    }
  }
}

function isGenderConflict(a: Node, b: Node): boolean {
  const told = (gender: Node['gender']): boolean => gender === 'feminine' || gender === 'masculine'
  return told(a.gender) && told(b.gender) && a.gender !== b.gender
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
