import { createHash } from 'node:crypto'
import { countryOf, foldName } from '../annotate/coreference/index.js'
import type { Comparison } from '../compare/index.js'
import { type Document, getLayer } from '../document/index.js'
import type { Dossier } from './schema.js'

/**
 * Names the story: its id (from the accounts' ids and texts), title, day and place.
 *
 * Without a given title, the headline most like the others is taken; without headlines, the most important claim. When and where are
 * what most accounts tell with it; null where nothing is told.
 */
export function describeStory(comparison: Comparison, title: string | null): Dossier['story'] {
  const hash = createHash('sha256')
  for (const document of comparison.documents) hash.update(`${document.id}\u0000${document.text}\u0000`)
  return {
    id: `s${hash.digest('hex').slice(0, 12)}`,
    title: title ?? headline(comparison) ?? topClaim(comparison) ?? 'Untitled story',
    when: centralDay(comparison),
    where: centralPlace(comparison),
  }
}

function headline({ documents }: Comparison): string | null {
  const titles = documents.flatMap((document) =>
    document.title === null || document.title.trim() === '' ? [] : [document.title.trim()],
  )
  const bags = titles.map((title) => new Set(title.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []))
  const likeness = (i: number): number =>
    bags.reduce(
      (sum, bag, j) =>
        i === j ? sum : sum + [...bag].filter((word) => bags[i]!.has(word)).length / Math.max(1, bag.size),
      0,
    )
  let best: string | null = null
  let bestScore = -1
  titles.forEach((title, i) => {
    const score = likeness(i)
    if (score > bestScore || (score === bestScore && best !== null && title < best)) [best, bestScore] = [title, score]
  })
  return best
}

function topClaim(comparison: Comparison): string | null {
  const line = comparison.brief[0]
  if (line === undefined) return null
  const document = comparison.documents.find((item) => item.id === line.evidence.documentId)
  return document?.text.slice(line.evidence.span.start, line.evidence.span.end) ?? null
}

/** The day most accounts name, weighted by account so that one that repeats it counts once; the earliest of equals. */
function centralDay({ documents }: Comparison): { start: string; end: string } | null {
  const votes = new Map<string, number>()
  for (const document of documents) {
    const days = new Map<string, number>()
    for (const time of document.layers.times ?? []) {
      if (time.range === null || time.range.start !== time.range.end) continue
      days.set(time.range.start, (days.get(time.range.start) ?? 0) + 1)
    }
    const total = [...days.values()].reduce((sum, count) => sum + count, 0)
    for (const [day, count] of days) votes.set(day, (votes.get(day) ?? 0) + count / total)
  }
  const best = [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]
  return best === undefined ? null : { start: best[0], end: best[0] }
}

// The story's place is told early: a text of five paragraphs has named it within this many code units.
const LEAD = 1_500

/**
 * The place most accounts say something happened in, by the phrases that tell where ("in", "at", "near"), datelines and the early
 * mentions; each account has one vote to share among its places, so that one that repeats a place counts once. Null where no place is
 * named by two accounts and by a third of them: what one says in passing ("growing up in India") is not where it happened. A country
 * gives way to a place that half of the accounts name and that has two fifths of its votes.
 */
function centralPlace({ documents, entities }: Comparison): string | null {
  const places = new Map(
    entities
      .filter((entity) => entity.type === 'place' || entity.type === 'facility')
      .flatMap((entity) => entity.members.map((member) => [`${member.entity}@${member.documentId}`, entity] as const)),
  )
  const tellers = new Map<string, number>()
  for (const { name, members } of new Set(places.values()))
    tellers.set(name, Math.max(tellers.get(name) ?? 0, new Set(members.map(({ documentId }) => documentId)).size))
  const votes = new Map<string, number>()
  for (const document of documents) {
    const own = countPlaces(document, (index) => places.get(`${index}@${document.id}`)?.name)
    const total = [...own.values()].reduce((sum, count) => sum + count, 0)
    for (const [name, count] of own) votes.set(name, (votes.get(name) ?? 0) + count / total)
  }
  const least = Math.max(Math.min(2, documents.length), documents.length / 3)
  const ranked = [...votes]
    .filter(([name]) => tellers.get(name)! >= least)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const [name, most] = ranked[0] ?? [null, 0]
  if (name === null || !isCountry(name)) return name
  const closer = ranked.find(([other]) => !isCountry(other))
  const isTold = closer !== undefined && tellers.get(closer[0])! * 2 >= documents.length
  return isTold && closer[1] >= most * CLOSER ? closer[0] : name
}

function isCountry(name: string): boolean {
  return countryOf(foldName(name)) !== null
}

// Every account of a thing in Dallas names the country for one reason or another: a country says least of where.
const CLOSER = 0.4

// A phrase that tells where says more than a name in passing ("the war in Ukraine" hangs on a noun), a dateline most.
const WEIGHTS = { dateline: 4, where: 2, early: 0.5 }

function countPlaces(document: Document, nameOf: (entity: number) => string | undefined): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const add = (entity: number, weight: number): void => {
    const name = nameOf(entity)
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + weight)
  }
  const dateline = getLayer(document, 'sentences').find((sentence) => sentence.kind === 'dateline')
  for (const mention of getLayer(document, 'mentions')) {
    if (mention.start >= LEAD) break
    add(mention.entity, dateline !== undefined && mention.end <= dateline.end ? WEIGHTS.dateline : WEIGHTS.early)
  }
  for (const claim of getLayer(document, 'claims')) {
    // Plans and old times happen elsewhere more often than what is reported.
    if (claim.start >= LEAD || claim.background || claim.negated || claim.modality !== 'asserted') continue
    for (const part of claim.participants) if (part.role === 'place') add(part.entity, WEIGHTS.where)
  }
  return counts
}
