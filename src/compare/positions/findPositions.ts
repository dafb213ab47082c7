import type { Stand } from '../../claim/index.js'
import type { Evidence } from '../../document/index.js'
import { type Document, getLayer } from '../../document/index.js'
import type { ClaimRow, Position, StoryEntity } from '../findings.js'

/**
 * Who wants, offers, refuses, warns, promises, agrees to, denies or asks for what, as the accounts report it.
 *
 * Stands of one actor and kind that lie in claims of the same row are one position told by several accounts; its words are those of
 * the telling with the longest matter. Actors without an entity, or with none but a
 * relative clause's ("whose owners"), are left out: a position of nobody helps no one. Sorted by actor in
 * the order of `entities`, then account, then place. No stands, no positions. Linear in claims and stands.
 */
export function findPositions(
  documents: readonly Document[],
  entities: readonly StoryEntity[],
  rows: readonly ClaimRow[],
): readonly Position[] {
  const storyId = new Map(
    entities.flatMap((entity) =>
      entity.members.map((member) => [`${member.entity}@${member.documentId}`, entity.id] as const),
    ),
  )
  const hanging = new Set(entities.filter(({ name }) => /^wh(?:ose|ich|o)\b/i.test(name)).map(({ id }) => id))
  const groups = new Map<string, Telling[]>()
  documents.forEach((document, column) => {
    const rowOf = indexRows(document, rows, column)
    getLayer(document, 'stands').forEach((stand, index) => {
      const actor = storyId.get(`${stand.actor}@${document.id}`)
      if (actor === undefined || hanging.has(actor)) return
      const row = rowOf(stand)
      const key = `${actor}|${stand.kind}|${row ?? `${document.id}#${index}`}`
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [{ document, stand }])
      else group.push({ document, stand })
    })
  })
  const rank = new Map(entities.map((entity, index) => [entity.id, index]))
  return [...groups]
    .map(([key, tellings]) => toPosition(key.slice(0, key.indexOf('|')), tellings, storyId))
    .sort((a, b) => rank.get(a.actor)! - rank.get(b.actor)! || compareEvidence(a.evidence[0]!, b.evidence[0]!))
}

interface Telling {
  readonly document: Document
  readonly stand: Stand
}

/** A function that gives the id of the row whose claim holds the stand's matter; undefined where none does. */
function indexRows(
  document: Document,
  rows: readonly ClaimRow[],
  column: number,
): (stand: Stand) => string | undefined {
  const claims = getLayer(document, 'claims')
  const rowOf = new Map(rows.flatMap((row) => (row.cells[column] ?? []).map((claim) => [claim, row.id] as const)))
  return ({ matter }) => {
    // Claims are sorted by start: the last that starts before the matter's end and covers its start is the innermost.
    let low = 0
    let high = claims.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (claims[middle]!.start <= matter.start) low = middle + 1
      else high = middle
    }
    for (let at = low - 1; at >= 0 && at >= low - NEAR; at--) {
      if (claims[at]!.end > matter.start) return rowOf.get(at)
    }
    return undefined
  }
}

// Claims nest at most a few deep.
const NEAR = 8

function toPosition(actor: string, tellings: readonly Telling[], storyId: ReadonlyMap<string, string>): Position {
  const length = ({ stand: { matter } }: Telling): number => matter.end - matter.start
  const ordered = [...tellings].sort((a, b) => length(b) - length(a) || (a.document.id < b.document.id ? -1 : 1))
  const { document, stand } = ordered[0]!
  const conditioned = ordered.find((telling) => telling.stand.condition !== null)
  return {
    actor,
    matter: document.text.slice(stand.matter.start, stand.matter.end),
    kind: stand.kind,
    condition: conditioned === undefined ? null : readCondition(conditioned),
    reportedBy: [...new Set(ordered.flatMap((telling) => reporterOf(telling, actor, storyId)))].sort(),
    evidence: ordered.map(({ document: { id }, stand: { start, end } }) => ({ documentId: id, span: { start, end } })),
  }
}

function readCondition({ document, stand }: Telling): Position['condition'] {
  const { start, end } = stand.condition!
  return { text: document.text.slice(start, end), evidence: [{ documentId: document.id, span: { start, end } }] }
}

/** The one by whose word the stand is told; nobody where it is the actor's own word or the account's. */
function reporterOf(telling: Telling, actor: string, storyId: ReadonlyMap<string, string>): string[] {
  if (telling.stand.attribution < 0) return []
  const speaker = getLayer(telling.document, 'attributions')[telling.stand.attribution]!.speaker.entities[0]
  const id = speaker === undefined ? undefined : storyId.get(`${speaker}@${telling.document.id}`)
  return id === undefined || id === actor ? [] : [id]
}

function compareEvidence(a: Evidence, b: Evidence): number {
  if (a.documentId !== b.documentId) return a.documentId < b.documentId ? -1 : 1
  return a.span.start - b.span.start || a.span.end - b.span.end
}
