import type { StoryEntity } from '../compare/index.js'
import type { DocumentId } from '../document/index.js'

/** Four decimals: enough to order by, and the same on every machine. */
export function round(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000
}

/** Story entity id for an entity of a document; null where it is linked to none. */
export type EntityIndex = (documentId: DocumentId, entity: number) => string | null

/** Looks story entities up by document and index. */
export function indexEntities(entities: readonly StoryEntity[]): EntityIndex {
  const ids = new Map<string, string>()
  for (const entity of entities)
    for (const member of entity.members) ids.set(`${member.entity}@${member.documentId}`, entity.id)
  return (documentId, entity) => ids.get(`${entity}@${documentId}`) ?? null
}
