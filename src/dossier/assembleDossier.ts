import type { Comparison, Conflict, LayerRef, StoryEntity } from '../compare/index.js'
import { type Document, type Evidence, getLayer } from '../document/index.js'
import { assembleClaims, type ClaimAssembly } from './assembleClaims.js'
import { type EntityIndex, indexEntities, round } from './entityIndex.js'
import type { Dossier, DossierAttribution, DossierConflict, DossierDocument, DossierEntity } from './schema.js'
import { SCHEMA_ID } from './schema.js'
import { createSpanMaker, type SpanMaker } from './spans.js'

/** What only the caller knows of a run. */
export interface DossierFrame {
  readonly version: string
  readonly models: readonly { readonly task: string; readonly version: string }[]
  readonly story: Dossier['story']
  /** Documents read but left out of the comparison (another language); shown, never compared. */
  readonly leftOut: readonly Document[]
  readonly diagnostics: Dossier['diagnostics']
}

/**
 * Writes the dossier of a comparison: ids, exact words, references, order.
 *
 * @throws SynopticError `SPAN_OUT_OF_RANGE` when a finding points outside its account
 */
export function assembleDossier(comparison: Comparison, frame: DossierFrame): Dossier {
  const documents = [...comparison.documents, ...frame.leftOut].sort((a, b) => (a.id < b.id ? -1 : 1))
  const spans = createSpanMaker(documents)
  const storyIds = indexEntities(comparison.entities)
  const attributions = assembleAttributions(comparison.documents, comparison.entities, spans, storyIds)
  const claims = assembleClaims(comparison, spans, storyIds)
  const conflicts = assembleConflicts(comparison.conflicts, spans, claims)
  const conflictId = new Map(comparison.conflicts.map((conflict, i) => [conflict.id, conflicts.idOf[i]!]))
  return {
    schema: SCHEMA_ID,
    generator: { name: 'synoptic', version: frame.version, models: [...frame.models] },
    story: frame.story,
    documents: documents.map((document) => assembleDocument(document, !frame.leftOut.includes(document))),
    origins: [
      ...comparison.origins.map((origin) => ({
        ...origin,
        documents: [...origin.documents],
        evidence: spans.list(origin.evidence),
      })),
      ...frame.leftOut.map((document, i) => ({
        id: `x${i + 1}`,
        documents: [document.id],
        kind: 'own' as const,
        reason: 'not compared',
        evidence: [],
      })),
    ],
    entities: comparison.entities.map((entity) => assembleEntity(entity, spans)),
    attributions: attributions.list,
    quoteGroups: comparison.quoteGroups.map((group, i) => ({
      id: `q${i + 1}`,
      attributions: group.members.map((member) => attributions.idOf(member)),
      variants: group.variants.map((row) => row.map((cell) => (cell === null ? null : spans.evidence(cell)))),
      difference: group.difference,
    })),
    claims: claims.list.map((claim) => ({
      ...claim,
      status: conflicts.disputed.has(claim.id) ? 'disputed' : claim.independent >= 2 ? 'corroborated' : 'single',
    })),
    conflicts: conflicts.list,
    timeline: comparison.timeline.map((entry) => ({
      when: { ...entry.when },
      text: entry.text,
      evidence: spans.list(entry.evidence),
      disputed: entry.disputed,
    })),
    positions: comparison.positions.map((position) => ({
      actor: position.actor,
      matter: position.matter,
      kind: position.kind,
      condition: position.condition?.text ?? null,
      reportedBy: [...position.reportedBy],
      evidence: spans.list([...position.evidence, ...(position.condition?.evidence ?? [])]),
    })),
    framing: {
      labels: comparison.labels.map((label) => ({
        entity: label.entity,
        document: label.documentId,
        text: label.text,
        voice: label.voice,
        evidence: spans.list(label.evidence),
      })),
      loaded: comparison.loaded.map((word) => ({
        document: word.documentId,
        evidence: spans.list(word.evidence),
        probability: round(word.probability),
        about: word.about,
      })),
    },
    omissions: comparison.omissions
      .filter((omission) => claims.idOfRow.has(omission.row))
      .map((omission) => ({
        claim: claims.idOfRow.get(omission.row)!,
        document: omission.documentId,
        why: omission.why,
      })),
    brief: comparison.brief.map((line) => {
      const span = spans.evidence(line.evidence)
      return {
        text: span.exact,
        evidence: [span],
        claims: line.rows.flatMap((row) => claims.idOfRow.get(row) ?? []),
        disputed: line.conflicts.flatMap((id) => conflictId.get(id) ?? []),
      }
    }),
    diagnostics: frame.diagnostics,
  }
}

/** A document as the dossier shows it. */
export function assembleDocument(document: Document, compared: boolean): DossierDocument {
  const { origin, format, fetchedAt, sha256 } = document.provenance
  return {
    id: document.id,
    title: document.title,
    outlet: document.outlet,
    authors: [...document.authors],
    url: document.url,
    publishedAt: document.publishedAt,
    modifiedAt: document.modifiedAt,
    language: document.language,
    text: document.text,
    credit: document.credit,
    state: document.state,
    compared,
    provenance: { origin, format, fetchedAt, sha256 },
    sentences: (document.layers.sentences ?? []).map((sentence) => [sentence.start, sentence.end]),
  }
}

/** An entity as the dossier shows it; finer types become one of four. */
export function assembleEntity(entity: StoryEntity, spans: SpanMaker): DossierEntity {
  const plain =
    entity.type === 'person' || entity.type === 'organization' || entity.type === 'place' ? entity.type : 'other'
  return {
    id: entity.id,
    name: entity.name,
    type: entity.type === 'facility' ? 'place' : plain,
    detail: entity.type,
    aliases: [...entity.aliases],
    mentions: spans.list(entity.mentions),
    roles: entity.roles.map((role) => ({ text: role.text, evidence: spans.list(role.evidence) })),
  }
}

/** Every attribution of the documents, numbered in order of account and place, and the id of any of them. */
export function assembleAttributions(
  documents: readonly Document[],
  entities: readonly StoryEntity[],
  spans: SpanMaker,
  storyId: EntityIndex,
): { list: DossierAttribution[]; idOf: (ref: LayerRef) => string } {
  const nameOf = new Map(entities.map((entity) => [entity.id, entity.name]))
  const ids = new Map<string, string>()
  const list: DossierAttribution[] = []
  for (const document of documents) {
    const times = getLayer(document, 'times')
    getLayer(document, 'attributions').forEach((item, index) => {
      const id = `a${list.length + 1}`
      ids.set(`${index}@${document.id}`, id)
      const speakers = item.speaker.entities.flatMap((entity) => storyId(document.id, entity) ?? [])
      const name = item.speaker.name ?? nameOf.get(speakers[0] ?? '') ?? null
      const ordered = (list: readonly Evidence['span'][]) =>
        list.map((span) => spans.span(document.id, span)).sort((a, b) => a.start - b.start)
      list.push({
        id,
        document: document.id,
        kind: item.kind,
        content: ordered(item.content),
        cue: ordered(item.cue),
        source: ordered(item.source),
        speaker:
          name === null
            ? null
            : { entity: speakers[0] ?? null, name: nameOf.get(speakers[0] ?? '') ?? name, others: speakers.slice(1) },
        addressee: item.addressee === null ? null : spans.span(document.id, item.addressee),
        when: times[item.when]?.value ?? null,
        probability: round(item.probability),
      })
    })
  }
  return { list, idOf: (ref) => ids.get(`${ref.index}@${ref.documentId}`)! }
}

function assembleConflicts(
  conflicts: readonly Conflict[],
  spans: SpanMaker,
  claims: ClaimAssembly,
): { list: DossierConflict[]; idOf: readonly string[]; disputed: ReadonlySet<string> } {
  const disputed = new Set<string>()
  const list = conflicts.map((conflict, i) => {
    const sides = conflict.sides.map((side) => ({
      value: side.value,
      documents: [...side.documents].sort(),
      evidence: spans.list(side.evidence),
    }))
    const touched = claims.touchedBy(sides.flatMap((side) => side.evidence))
    if (conflict.strength === 'contradiction') for (const id of touched) disputed.add(id)
    return {
      id: `k${i + 1}`,
      kind: conflict.kind,
      strength: conflict.strength,
      nature: conflict.nature,
      subject: conflict.subject,
      sides,
      within: conflict.within,
      rule: { id: conflict.rule.id, inputs: { ...conflict.rule.inputs } },
      claims: touched,
      probability: round(conflict.probability),
    }
  })
  return { list, idOf: list.map((conflict) => conflict.id), disputed }
}
