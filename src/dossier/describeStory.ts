import { createHash } from 'node:crypto'
import type { Comparison } from '../compare/index.js'
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

function centralPlace({ documents, entities }: Comparison): string | null {
  const lead = documents.map((document) => Math.min(document.text.length, 1_500))
  const limit = new Map(documents.map((document, i) => [document.id, lead[i]!]))
  const places = entities.filter((entity) => entity.type === 'place' || entity.type === 'facility')
  const scored = places.map((place) => {
    const early = new Set(
      place.mentions.filter((m) => m.span.start < (limit.get(m.documentId) ?? 0)).map((m) => m.documentId),
    ).size
    return { name: place.name, score: early + place.mentions.length / 1000 }
  })
  scored.sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1))
  return scored[0]?.name ?? null
}
