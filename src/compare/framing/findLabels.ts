import { type Document, type Evidence, getLayer } from '../../document/index.js'
import { containsSpan, type Span } from '../../text/index.js'
import type { Label, StoryEntity } from '../findings.js'

/**
 * How each account names each entity other than by its name: descriptions and roles, side by side.
 *
 * `voice` tells the outlet's own words from those of somebody it cites. One label for each wording, account and voice, with every place
 * it stands. Only entities that two accounts speak of, or that have two wordings, are listed: one label alone compares nothing.
 */
export function findLabels(documents: readonly Document[], entities: readonly StoryEntity[]): readonly Label[] {
  const byId = new Map(documents.map((document) => [document.id, document]))
  const cited = new Map(documents.map((document) => [document.id, citedSpans(document)]))
  return entities.flatMap((entity) => {
    const labels = new Map<
      string,
      { documentId: Label['documentId']; text: string; voice: Label['voice']; evidence: Evidence[] }
    >()
    for (const { documentId, entity: index } of entity.members) {
      const document = byId.get(documentId)
      if (document === undefined) continue
      for (const span of wordingsOf(document, index)) {
        const text = document.text.slice(span.start, span.end)
        const voice = cited.get(documentId)!.some((content) => containsSpan(content, span)) ? 'attributed' : 'reporter'
        const key = `${documentId}\u0000${voice}\u0000${text.toLowerCase()}`
        const known = labels.get(key)
        const evidence = { documentId, span: { start: span.start, end: span.end } }
        if (known === undefined) labels.set(key, { documentId, text, voice, evidence: [evidence] })
        else if (!known.evidence.some((item) => item.span.start === span.start)) known.evidence.push(evidence)
      }
    }
    const accounts = new Set([...labels.values()].map((label) => label.documentId))
    return accounts.size < 2 && labels.size < 2
      ? []
      : [...labels.values()].map((label) => ({ entity: entity.id, ...label }))
  })
}

function wordingsOf(document: Document, index: number): readonly Span[] {
  const entity = getLayer(document, 'entities')[index]
  if (entity === undefined) return []
  const mentions = entity.mentions
    .map((i) => getLayer(document, 'mentions')[i]!)
    .filter((mention) => mention.form === 'nominal')
  return [...mentions, ...entity.roles].sort((a, b) => a.start - b.start || a.end - b.end)
}

function citedSpans(document: Document): readonly Span[] {
  return getLayer(document, 'attributions').flatMap((attribution) => attribution.content)
}
