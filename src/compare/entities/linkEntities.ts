import { type Lexicon, loadCoreferenceModels } from '../../annotate/coreference/index.js'
import type { EntityType } from '../../annotate/index.js'
import { type Document, type Evidence, getLayer } from '../../document/index.js'
import { compareSpans } from '../../text/index.js'
import type { StoryEntity } from '../findings.js'
import { gatherNodes, type Node } from './gatherNodes.js'
import { joinBodies } from './joinBodies.js'
import { joinDescriptions } from './joinDescriptions.js'
import { Joins } from './joinNodes.js'
import { joinPeople } from './joinPeople.js'

let shipped: Lexicon | undefined

/**
 * Says which entities of a story's documents are the same person, body, place or thing.
 *
 * Every document entity is in exactly one story entity, two of one document never in the same. Story entities come in order
 * of falling mention count, then name; the order of the documents does not matter. No documents, no entities. Compares only
 * names that share a word, a sound or initials, so that the cost stays near linear in the number of entities.
 *
 * @throws SynopticError `DOCUMENT_NOT_ANNOTATED` where a document lacks mentions or entities
 */
export function linkEntities(
  documents: readonly Document[],
  options: { readonly lexicon?: Lexicon } = {},
): readonly StoryEntity[] {
  const sorted = [...documents].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  if (sorted.length === 0) return []
  const lexicon = options.lexicon ?? sharedLexicon()
  const nodes = gatherNodes(sorted)
  const joins = new Joins(nodes)
  const people: number[] = []
  const bodies: number[] = []
  const described: number[] = []
  const isPerson = settlePeople(nodes)
  nodes.forEach((node, number) => {
    if (node.names.length === 0) described.push(number)
    else if (isPerson(node)) people.push(number)
    else bodies.push(number)
  })
  joinPeople(people, nodes, joins, lexicon)
  joinBodies(bodies, nodes, joins)
  joinDescriptions(described, nodes, joins)
  return joins
    .groups()
    .map((group) => describe(group, nodes, sorted))
    .sort(
      (a, b) =>
        b.mentions.length - a.mentions.length || (a.name < b.name ? -1 : a.name > b.name ? 1 : compareFirst(a, b)),
    )
    .map((entity, index) => ({ ...entity, id: `e${index + 1}` }))
}

function sharedLexicon(): Lexicon {
  shipped ??= loadCoreferenceModels().lexicon
  return shipped
}

/** A name read as a person's in some documents and as a body's in others is what most say. */
function settlePeople(nodes: readonly Node[]): (node: Node) => boolean {
  const votes = new Map<string, number>()
  for (const node of nodes) {
    const key = node.names[0]?.key
    if (key !== undefined) votes.set(key, (votes.get(key) ?? 0) + (node.type === 'person' ? 1 : -1))
  }
  return (node) => {
    const vote = votes.get(node.names[0]?.key ?? '') ?? 0
    return vote === 0 ? node.type === 'person' : vote > 0
  }
}

function describe(group: readonly number[], nodes: readonly Node[], documents: readonly Document[]): StoryEntity {
  const names = new Map<string, number>()
  const aliases = new Set<string>()
  const types = new Map<EntityType, number>()
  const mentions: Evidence[] = []
  const roles = new Map<string, { text: string; evidence: Evidence[] }>()
  const members: { documentId: Document['id']; entity: number }[] = []
  for (const number of group) {
    const node = nodes[number] as Node
    const document = documents[node.document] as Document
    const entity = getLayer(document, 'entities')[node.entity]
    if (entity === undefined) continue
    members.push({ documentId: document.id, entity: node.entity })
    types.set(entity.type, (types.get(entity.type) ?? 0) + node.mentionCount)
    names.set(entity.name, (names.get(entity.name) ?? 0) + 1)
    for (const alias of entity.aliases) aliases.add(alias)
    const layer = getLayer(document, 'mentions')
    const spans = entity.mentions.flatMap((index) => layer[index] ?? []).sort(compareSpans)
    for (const { start, end } of spans) mentions.push({ documentId: document.id, span: { start, end } })
    for (const { start, end, text } of entity.roles) {
      const key = text.toLowerCase()
      const evidence = { documentId: document.id, span: { start, end } }
      const known = roles.get(key)
      if (known === undefined) roles.set(key, { text, evidence: [evidence] })
      else known.evidence.push(evidence)
    }
  }
  const type = [...types].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? 'other'
  const name = lowerShouted(chooseName(names, type), aliases)
  for (const other of names.keys()) aliases.add(other)
  aliases.delete(name)
  return {
    id: '',
    type,
    name,
    aliases: [...aliases].sort(),
    members,
    mentions,
    roles: [...roles.values()].sort((a, b) => b.evidence.length - a.evidence.length || (a.text < b.text ? -1 : 1)),
  }
}

/** "LARKIN" of a dateline is called as the text calls it elsewhere, "Larkin"; acronyms have no such twin and stay. */
function lowerShouted(name: string, aliases: ReadonlySet<string>): string {
  if (name !== name.toUpperCase()) return name
  const plain = name.toLowerCase()
  return [...aliases].filter((alias) => alias.toLowerCase() === plain && alias !== name).sort()[0] ?? name
}

/** By where they are first mentioned; no two entities share a mention. */
function compareFirst(a: StoryEntity, b: StoryEntity): number {
  const [x, y] = [a.mentions[0], b.mentions[0]]
  if (x === undefined || y === undefined) return 0
  return x.documentId < y.documentId ? -1 : x.documentId > y.documentId ? 1 : compareSpans(x.span, y.span)
}

/**
 * The name most accounts use as their fullest; of those, names of several words before single ones, then the longest.
 *
 * For a place the count goes first, and for a body where the fuller name only adds words to one that three times as many use: a person's
 * full name tells who it is, such a one is mostly a slip ("Orlando Florida", "Ocean Avenue FBI").
 */
function chooseName(names: ReadonlyMap<string, number>, type: EntityType): string {
  const usual = Math.max(...names.values())
  const isSlip = (name: string): boolean =>
    type !== 'person' &&
    names.get(name)! * 3 <= usual &&
    [...names].some(([other, count]) => count === usual && ` ${name} `.includes(` ${other} `))
  // "NORVIAN SUPREME COURT" of a heading names nobody whom others call otherwise; acronyms are one word.
  const isShouted = (name: string): number => (name.includes(' ') && name === name.toUpperCase() ? 1 : 0)
  const fullness = (name: string): number => (type !== 'place' && name.includes(' ') && !isSlip(name) ? 1 : 0)
  return (
    [...names].sort(
      ([a, countA], [b, countB]) =>
        isShouted(a) - isShouted(b) ||
        fullness(b) - fullness(a) ||
        countB - countA ||
        (type === 'place' ? a.length - b.length : b.length - a.length) ||
        (a < b ? -1 : 1),
    )[0]?.[0] ?? ''
  )
}
