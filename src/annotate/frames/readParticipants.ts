import type { Span } from '../../text/index.js'
import type { EntityType, FrameRole, Participant, Token } from '../layers.js'
import type { Predicate } from './findPredicates.js'
import { CAUSE_MARKERS, GIVERS, PLACE_MARKERS } from './lexicon.js'
import { findPhrase } from './phraseSpan.js'
import { isPassive } from './readMood.js'
import { findAntecedent, findSharedObject, findSubjects } from './sharedParts.js'
import { findChild, type Tree } from './tree.js'

/** What a phrase's head token is known to be: its entity and type, and whether a time covers it. */
export interface Reference {
  readonly entity: (token: number) => number
  readonly type: (token: number) => EntityType | null
  readonly isTime: (token: number) => boolean
  /** The time that covers a token; undefined where none does. */
  readonly timeAt: (token: number) => Span | undefined
}

/** A participant before its span is found. */
interface Part {
  readonly token: number
  readonly role: FrameRole
  readonly marker: string
}

/**
 * The participants of a predicate, sorted by start: its own subject, objects and oblique phrases, the antecedent of a
 * relative clause, and the subject it shares with the verb it is joined to or hangs on.
 */
export function readParticipants(
  tokens: readonly Token[],
  tree: Tree,
  predicate: Predicate,
  refer: Reference,
): readonly Participant[] {
  const parts =
    predicate.kind === 'apposition' ? readApposition(tree, predicate.token) : readClause(tokens, tree, predicate, refer)
  const found: Participant[] = []
  for (const part of parts) {
    for (const { token, role, marker } of withConjuncts(tokens, tree, part)) {
      if (found.some((other) => other.token === token)) continue
      const phrase = findPhrase(tokens, tree, token)
      // "nearly seven months ago" hangs on "ago": the time knows its words better than the tree.
      const time = role === 'time' ? refer.timeAt(token) : undefined
      const start = Math.min(phrase.start, time?.start ?? phrase.start)
      const end = Math.max(phrase.end, time?.end ?? phrase.end)
      found.push({ start, end, role, token, entity: refer.entity(token), marker })
    }
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end)
}

function readApposition(tree: Tree, token: number): Part[] {
  return [
    { token: tree.head[token]!, role: 'agent', marker: '' },
    { token, role: 'attribute', marker: '' },
  ]
}

function readClause(tokens: readonly Token[], tree: Tree, predicate: Predicate, refer: Reference): Part[] {
  const { token } = predicate
  const passive = isPassive(tokens, tree, token)
  const parts: Part[] = []
  if (predicate.kind === 'nominal') parts.push({ token, role: 'attribute', marker: readMarker(tokens, tree, token) })
  for (let child = tree.child[token]!; child >= 0; child = tree.next[child]!) {
    const part = readChild(tokens, tree, token, child, passive, refer)
    if (part === null) continue
    const antecedent = findAntecedent(tokens, tree, token, part.token)
    parts.push(antecedent < 0 ? part : { ...part, token: antecedent })
  }
  const subject = parts.some((part) => isSubject(part, passive))
  const modified = addModified(tree, token, tokens, passive, parts, subject)
  if (!parts.some((part) => part.role === 'patient') && predicate.kind === 'verb') {
    const object = findSharedObject(tree, token)
    if (object >= 0) parts.push({ token: object, role: 'patient', marker: '' })
  }
  if (!subject && !modified) {
    for (const shared of findSubjects(tokens, tree, token, 0)) {
      parts.push({ token: shared, role: passive ? 'patient' : 'agent', marker: '' })
    }
  }
  return parts
}

function isSubject(part: Part, passive: boolean): boolean {
  return part.marker === '' && part.role === (passive ? 'patient' : 'agent')
}

function readChild(
  tokens: readonly Token[],
  tree: Tree,
  verb: number,
  child: number,
  passive: boolean,
  refer: Reference,
): Part | null {
  const relation = tree.relation[child]!
  const { pos, tag } = tokens[child]!
  switch (relation) {
    case 'nsubj':
      return tag === 'EX' ? null : { token: child, role: passive ? 'patient' : 'agent', marker: '' }
    case 'nsubj:pass':
      return { token: child, role: 'patient', marker: '' }
    case 'obj':
      return { token: child, role: 'patient', marker: '' }
    case 'iobj':
      return { token: child, role: 'recipient', marker: '' }
    case 'obl:agent':
      return { token: child, role: 'agent', marker: 'by' }
    case 'obl:tmod':
    case 'nmod:tmod':
      return { token: child, role: 'time', marker: '' }
    case 'xcomp':
      return pos === 'NOUN' || pos === 'PROPN' || pos === 'ADJ'
        ? { token: child, role: 'attribute', marker: readMarker(tokens, tree, child) }
        : null
    default:
      if (tree.base[child] === 'obl' || (tree.base[child] === 'nmod' && tokens[verb]!.pos !== 'VERB' && child > verb)) {
        if (pos === 'ADV' || relation === 'nmod:poss') return null
        // "the mayor of Lima": the phrase belongs to the noun, not to the clause.
        if (tree.base[child] === 'nmod' && readMarker(tokens, tree, child) === 'of') return null
        return readOblique(tokens, tree, verb, child, passive, refer)
      }
      if (relation === 'advmod' && refer.isTime(child)) return { token: child, role: 'time', marker: '' }
      return null
  }
}

/** The role of a phrase with a preposition, from the preposition, what the phrase is and what the verb takes. */
function readOblique(
  tokens: readonly Token[],
  tree: Tree,
  verb: number,
  child: number,
  passive: boolean,
  refer: Reference,
): Part {
  const marker = readMarker(tokens, tree, child)
  const make = (role: FrameRole): Part => ({ token: child, role, marker })
  if (refer.isTime(child)) return make('time')
  const type = refer.type(child)
  const animate = type === 'person' || type === 'organization' || type === 'group'
  const first = marker.split(' ')[0]!
  if (first === 'by') return make(passive ? 'agent' : 'manner')
  if (first === 'according') return make('source')
  if (first === 'to' && (animate || GIVERS.has(tokens[verb]!.lemma)) && type !== 'place') return make('recipient')
  if (first === 'from' && animate) return make('source')
  if (CAUSE_MARKERS.has(first) && type !== 'place') return make('cause')
  if (first === 'as') return make('attribute')
  if (first === 'for') return make(animate ? 'recipient' : 'purpose')
  if (type === 'place' || type === 'facility')
    return make(PLACE_MARKERS.has(first) || marker === '' ? 'place' : 'other')
  if (PLACE_MARKERS.has(first) && isSite(tokens[child]!)) return make('place')
  if (first === 'with' || first === 'via' || first === 'through' || first === 'using')
    return make(animate ? 'other' : 'manner')
  return make('other')
}

const SITES: ReadonlySet<string> = new Set(
  `city town village country capital street road house home building hospital school university airport station port bridge
  region province state district area zone border river mountain valley island coast sea square park hotel court prison jail
  camp base office headquarters room hall church mosque temple market store shop factory plant site place scene field forest
  desert beach lake suburb neighborhood neighbourhood north south east west center centre`.split(/\s+/),
)

function isSite(token: Token): boolean {
  return SITES.has(token.lemma) || SITES.has(token.norm)
}

/** The prepositions of a phrase in lower case, fixed ones together: `because of`. */
function readMarker(tokens: readonly Token[], tree: Tree, token: number): string {
  let marker = ''
  for (let child = tree.child[token]!; child >= 0; child = tree.next[child]!) {
    // The possessive mark is a case too, and no preposition.
    if (tree.base[child] !== 'case' || tokens[child]!.pos === 'PART') continue
    marker = marker === '' ? tokens[child]!.norm : `${marker} ${tokens[child]!.norm}`
    for (let fixed = tree.child[child]!; fixed >= 0; fixed = tree.next[fixed]!) {
      if (tree.relation[fixed] === 'fixed') marker = `${marker} ${tokens[fixed]!.norm}`
    }
  }
  return marker
}

const WHERE: ReadonlyMap<string, FrameRole> = new Map<string, FrameRole>([
  ['where', 'place'],
  ['when', 'time'],
  ['why', 'cause'],
])

/** Adds the noun a participle or bare relative clause describes. True where it is then the subject. */
function addModified(
  tree: Tree,
  token: number,
  tokens: readonly Token[],
  passive: boolean,
  parts: Part[],
  subject: boolean,
): boolean {
  const relation = tree.relation[token]!
  const noun = tree.head[token]!
  if (noun < 0) return false
  if (relation === 'acl') {
    const { tag } = tokens[token]!
    if (subject || (tag !== 'VBN' && tag !== 'VBG')) return tag === 'VB'
    // "in charge of running it", "the idea of leaving": the noun does nothing.
    if (findChild(tree, token, 'mark', 'case') >= 0) return false
    parts.push({ token: noun, role: passive ? 'patient' : 'agent', marker: '' })
    return true
  }
  if (relation === 'acl:relcl' && !parts.some((part) => part.token === noun)) {
    // "the hall where they met", "the day when it fell": the noun is the place or time.
    const adverb = findChild(tree, token, 'advmod')
    const role = adverb < 0 ? undefined : WHERE.get(tokens[adverb]!.norm)
    if (role !== undefined) {
      parts.push({ token: noun, role, marker: tokens[adverb]!.norm })
      return subject
    }
    // "the man she saw": the noun fills the empty place.
    const object = parts.some((part) => part.role === 'patient')
    if (subject && !object && !passive) parts.push({ token: noun, role: 'patient', marker: '' })
    else if (!subject) parts.push({ token: noun, role: passive ? 'patient' : 'agent', marker: '' })
    return true
  }
  return false
}

/** "Smith and Jones": each is a participant of its own. */
function withConjuncts(tokens: readonly Token[], tree: Tree, part: Part): readonly Part[] {
  let all: Part[] | null = null
  for (let child = tree.child[part.token]!; child >= 0; child = tree.next[child]!) {
    if (tree.relation[child] !== 'conj') continue
    const { pos } = tokens[child]!
    if ((pos !== 'NOUN' && pos !== 'PROPN' && pos !== 'PRON') || findChild(tree, child, 'cop', 'nsubj') >= 0) continue
    const own = readMarker(tokens, tree, child)
    all ??= [part]
    all.push({ ...part, token: child, marker: own === '' ? part.marker : own })
    // A list of a thousand names is a table; the first dozens say enough.
    if (all.length > 40) break
  }
  return all ?? [part]
}
