import { type Document, type DocumentId, type Evidence, findCredit } from '../../document/index.js'
import type { Origin } from '../findings.js'
import { hashShingles, hashWords, type HashedWord } from '../../story/index.js'

// 8 words: runs of eight shared by chance are rare in news beyond stock phrases and quotations.
const SHINGLE = 8
// Half of the shorter account: below it, an account has more words of its own than of the other.
const COPY_SHARE = 0.5
// 25 words: about one long sentence; shorter shared runs are mostly quotations of the same utterance.
const PASSAGE_WORDS = 25
// A shingle in more documents than this is a stock phrase or a wire text already linked pair by pair.
const MOST_DOCUMENTS = 50

/**
 * Which documents are not independent witnesses of each other.
 *
 * Every document is in exactly one origin of kind `wire`, `copy` or `own`; runs of at least 25 shared words between otherwise own
 * accounts are listed besides as `shared-passage`. Quoted speech does not count as copying. Cost grows with the text and with the
 * number of pairs that share passages.
 */
export function findOrigins(documents: readonly Document[]): readonly Origin[] {
  const readings = documents.map((document) => read(document))
  const pairs = sharedRuns(readings)
  const group = documents.map((_, i) => i)
  const root = (i: number): number => {
    while (group[i] !== i) i = group[i]!
    return i
  }
  const join = (a: number, b: number): void => {
    const [low, high] = [root(a), root(b)].sort((x, y) => x - y) as [number, number]
    group[high] = low
  }
  const reasons: Reasons = new Map()
  const passages: Origin[] = []
  for (const pair of pairs) {
    const [ownA, ownB] = [readings[pair.a]!.own, readings[pair.b]!.own]
    const shorter = Math.min(ownA, ownB)
    const share = shorter === 0 ? 0 : (ownA <= ownB ? pair.wordsA : pair.wordsB) / shorter
    const [first, second] = [documents[pair.a]!, documents[pair.b]!]
    if (share >= COPY_SHARE) {
      join(pair.a, pair.b)
      const known = reasons.get(pair.a) ?? []
      known.push({
        kind: 'copy',
        percent: Math.round(share * 100),
        evidence: pair.runs.flatMap((run) => evidenceOf(run, first, second)).slice(0, 6),
      })
      reasons.set(pair.a, known)
    } else {
      for (const run of pair.runs) if (run.words >= PASSAGE_WORDS) passages.push(passage(run, first, second))
    }
  }
  joinByCredit(documents, join, reasons)
  return [...wholeOrigins(documents, root, reasons), ...passages].map((origin, i) => ({ ...origin, id: `o${i + 1}` }))
}

/**
 * Upper bound of independent witnesses among the documents that tell a claim.
 *
 * Documents of one origin count once; so do documents whose evidence lies inside a passage they share.
 */
export function countIndependent(origins: readonly Origin[], evidence: readonly Evidence[]): number {
  const documents = [...new Set(evidence.map((item) => item.documentId))]
  const group = new Map<DocumentId, DocumentId>(documents.map((id) => [id, id]))
  const root = (id: DocumentId): DocumentId => {
    let current = id
    while (group.get(current) !== current) current = group.get(current)!
    return current
  }
  const joinAll = (ids: readonly DocumentId[]): void => {
    const present = ids.filter((id) => group.has(id))
    for (const id of present.slice(1)) group.set(root(id), root(present[0]!))
  }
  for (const origin of origins) {
    if (origin.kind === 'own') continue
    if (origin.kind !== 'shared-passage') joinAll(origin.documents)
    else joinAll(origin.documents.filter((id) => liesInside(id, evidence, origin)))
  }
  return new Set(documents.map(root)).size
}

function liesInside(id: DocumentId, evidence: readonly Evidence[], origin: Origin): boolean {
  const own = evidence.filter((item) => item.documentId === id)
  return (
    own.length > 0 &&
    own.every((item) =>
      origin.evidence.some(
        (part) => part.documentId === id && part.span.start <= item.span.start && item.span.end <= part.span.end,
      ),
    )
  )
}

interface Reading {
  readonly words: readonly HashedWord[]
  /** Words outside quotations: what an account can have copied or not. */
  readonly own: number
  readonly quoted: Uint8Array
  readonly shingles: Uint32Array
}

interface Run {
  readonly words: number
  readonly a: { readonly start: number; readonly end: number }
  readonly b: { readonly start: number; readonly end: number }
}

interface Pair {
  readonly a: number
  readonly b: number
  readonly runs: readonly Run[]
  /** Words outside quotations in the shared runs, counted in each of the two: a passage may stand twice in one. */
  readonly wordsA: number
  readonly wordsB: number
}

function read(document: Document): Reading {
  const words = hashWords(document.text)
  const quoted = new Uint8Array(words.length)
  const quotes = (document.layers.attributions ?? [])
    .filter((item) => item.kind !== 'indirect')
    .flatMap((item) => item.content)
  const sorted = [...quotes].sort((x, y) => x.start - y.start)
  let next = 0
  words.forEach((word, i) => {
    while (next < sorted.length && sorted[next]!.end <= word.start) next++
    if (next < sorted.length && sorted[next]!.start <= word.start) quoted[i] = 1
  })
  const own = words.length - quoted.reduce((sum, value) => sum + value, 0)
  return { words, own, quoted, shingles: hashShingles(words, SHINGLE) }
}

function sharedRuns(readings: readonly Reading[]): readonly Pair[] {
  const index = new Map<number, [number, number][]>()
  const byPair = new Map<string, [number, number][]>()
  readings.forEach((reading, d) => {
    const seen = new Set<number>()
    reading.shingles.forEach((hash, position) => {
      if (seen.has(hash)) return
      seen.add(hash)
      const places = index.get(hash)
      if (places === undefined) index.set(hash, [[d, position]])
      else if (places.length < MOST_DOCUMENTS) {
        for (const [other, at] of places) {
          const key = `${other},${d}`
          const hits = byPair.get(key)
          if (hits === undefined) byPair.set(key, [[at, position]])
          else hits.push([at, position])
        }
        places.push([d, position])
      }
    })
  })
  return [...byPair].map(([key, hits]) => {
    const [a, b] = key.split(',').map(Number) as [number, number]
    return pairOf(a, b, hits, readings[a]!, readings[b]!)
  })
}

/** Joins shingle hits that follow each other in both documents into runs. */
function pairOf(a: number, b: number, hits: readonly [number, number][], first: Reading, second: Reading): Pair {
  const runs: Run[] = []
  const coveredA = new Set<number>()
  const coveredB = new Set<number>()
  for (let i = 0; i < hits.length; ) {
    let j = i + 1
    while (j < hits.length && hits[j]![1] - hits[j - 1]![1] === 1 && hits[j]![0] - hits[j - 1]![0] === 1) j++
    const [startA, startB] = hits[i]!
    const words = hits[j - 1]![0] - startA + SHINGLE
    for (let k = 0; k < words; k++) {
      if (first.quoted[startA + k] === 0) coveredA.add(startA + k)
      if (second.quoted[startB + k] === 0) coveredB.add(startB + k)
    }
    runs.push({ words, a: stretch(first, startA, words), b: stretch(second, startB, words) })
    i = j
  }
  const unquoted = runs.filter((run) => run.words > 0)
  return { a, b, runs: unquoted, wordsA: coveredA.size, wordsB: coveredB.size }
}

function stretch(reading: Reading, from: number, count: number): { start: number; end: number } {
  return { start: reading.words[from]!.start, end: reading.words[from + count - 1]!.end }
}

function evidenceOf(run: Run, first: Document, second: Document): readonly Evidence[] {
  return [
    { documentId: first.id, span: run.a },
    { documentId: second.id, span: run.b },
  ]
}

function passage(run: Run, first: Document, second: Document): Origin {
  return {
    id: '',
    documents: [first.id, second.id],
    kind: 'shared-passage',
    reason: `they share a run of ${run.words} words`,
    evidence: evidenceOf(run, first, second),
  }
}

/** What links a document to a later one, by the first one's number. */
type Reasons = Map<number, Reason[]>

type Reason =
  | { readonly kind: 'copy'; readonly percent: number; readonly evidence: readonly Evidence[] }
  | { readonly kind: 'wire'; readonly agency: string; readonly evidence: readonly Evidence[] }

/** Accounts that an agency signs as a whole come from one wire story as far as anyone can tell; a contribution joins nobody. */
function joinByCredit(documents: readonly Document[], join: (a: number, b: number) => void, reasons: Reasons): void {
  const first = new Map<string, { index: number; evidence: Evidence }>()
  documents.forEach((document, i) => {
    const credit = findCredit(document.text)
    if (credit === null || credit.extent === 'part') return
    const evidence = { documentId: document.id, span: credit.span }
    const known = first.get(credit.agency)
    if (known === undefined) {
      first.set(credit.agency, { index: i, evidence })
      return
    }
    join(known.index, i)
    const list = reasons.get(known.index) ?? []
    list.push({ kind: 'wire', agency: credit.agency, evidence: [known.evidence, evidence] })
    reasons.set(known.index, list)
  })
}

function wholeOrigins(
  documents: readonly Document[],
  root: (i: number) => number,
  reasons: Reasons,
): readonly Origin[] {
  const members = new Map<number, number[]>()
  documents.forEach((_, i) => {
    const list = members.get(root(i))
    if (list === undefined) members.set(root(i), [i])
    else list.push(i)
  })
  return [...members.values()].map((list) => {
    const ids = list.map((i) => documents[i]!.id)
    const known = list.flatMap((i) => reasons.get(i) ?? [])
    if (list.length === 1)
      return {
        id: '',
        documents: ids,
        kind: 'own',
        reason: 'shares no long passage and no credit with another account',
        evidence: [],
      }
    return {
      id: '',
      documents: ids,
      kind: known.some((item) => item.kind === 'wire') ? 'wire' : 'copy',
      reason: explain(list.length, known),
      evidence: known.flatMap((item) => item.evidence),
    }
  })
}

/** In words that name no account: whoever shows the origin names them as it names them elsewhere. */
function explain(size: number, reasons: readonly Reason[]): string {
  const agencies = [...new Set(reasons.flatMap((item) => (item.kind === 'wire' ? [item.agency] : [])))].sort()
  const shares = reasons.flatMap((item) => (item.kind === 'copy' ? [item.percent] : []))
  const [least, most] = [Math.min(...shares), Math.max(...shares)]
  const percent = least === most ? `${least}` : `${least} to ${most}`
  const copied = `${percent} per cent of the shorter one’s words in runs of ${SHINGLE} or more`
  return [
    ...agencies.map((agency) => `they are signed ${agency}`),
    ...(shares.length === 0
      ? []
      : [size === 2 ? `they share ${copied}` : `each shares ${copied} with another of them`]),
  ].join('; ')
}
