import type { Dossier, DossierDocument, DossierSpan } from '../../dossier/index.js'
import { makeSafe, safeLink } from '../view/safeText.js'
import { escapeUnseen } from './renderJson.js'

/** Characters of context on each side, as annotation tools need them to find the words again in a changed page. */
const CONTEXT = 32

type Json = { readonly [key: string]: unknown }

/**
 * The dossier's findings as W3C Web Annotations (JSON-LD): one annotation per finding, one target per span.
 *
 * Each target names its account and the words twice: by position, in Unicode code points as the standard asks, and by the
 * words with what stands before and after them. Linear in text and spans.
 * Source: W3C Recommendation, Web Annotation Data Model, 23 February 2017, 4.2.4 and 4.2.5.
 */
export function renderJsonLd(dossier: Dossier): string {
  const targetOf = createTargets(dossier.documents)
  const items = listFindings(dossier).map(({ id, motivation, value, spans }) => ({
    id: `urn:synoptic:${encodeName(dossier.story.id)}:${encodeName(id)}`,
    type: 'Annotation',
    motivation,
    body: { type: 'TextualBody', format: 'text/plain', ...value },
    target: spans.map(targetOf),
  }))
  const name = `urn:synoptic:${encodeName(dossier.story.id)}`
  const page = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: name,
    type: 'AnnotationCollection',
    label: dossier.story.title,
    generator: { id: 'urn:synoptic', type: 'Software', name: `${dossier.generator.name} ${dossier.generator.version}` },
    total: items.length,
    first: { type: 'AnnotationPage', startIndex: 0, items },
  }
  return `${escapeUnseen(JSON.stringify(page, null, 2))}\n`
}

/** A name as part of a URN; what cannot stand in one is shown, so that even half a character does no harm. */
function encodeName(text: string): string {
  return encodeURIComponent(makeSafe(text))
}

interface Finding {
  readonly id: string
  readonly motivation: string
  /** The body: what was found, in plain words or in the account's. */
  readonly value: Json
  readonly spans: readonly DossierSpan[]
}

function listFindings(dossier: Dossier): readonly Finding[] {
  const names = new Map(dossier.entities.map((entity) => [entity.id, entity.name]))
  const nameOf = (id: string | null): string => (id === null ? '' : (names.get(id) ?? id))
  const finding = (
    id: string,
    motivation: string,
    purpose: string,
    value: string,
    spans: readonly DossierSpan[],
  ): Finding => ({
    id,
    motivation,
    value: { purpose: motivation, value: value === '' ? purpose : `${purpose}: ${value}` },
    spans,
  })
  return [
    ...dossier.conflicts.flatMap((item) =>
      item.sides.map((side, i) =>
        finding(
          `conflict:${item.id}:${i + 1}`,
          'assessing',
          `${item.strength}, ${item.kind}`,
          `${item.subject}: ${side.value}`,
          side.evidence,
        ),
      ),
    ),
    ...dossier.claims.map((item) =>
      finding(`claim:${item.id}`, 'describing', `claim, ${item.status}`, item.text, item.evidence),
    ),
    ...dossier.attributions.map((item) =>
      finding(`quote:${item.id}`, 'identifying', `${item.kind} quotation`, item.speaker?.name ?? '', [
        ...item.content,
        ...item.cue,
        ...item.source,
      ]),
    ),
    ...dossier.entities.map((item) => finding(`entity:${item.id}`, 'identifying', item.type, item.name, item.mentions)),
    ...dossier.entities.flatMap((item) =>
      item.roles.map((role, i) =>
        finding(`role:${item.id}:${i + 1}`, 'describing', `role of ${item.name}`, role.text, role.evidence),
      ),
    ),
    ...dossier.timeline.map((item, i) =>
      finding(`time:${i + 1}`, 'tagging', 'date', `${item.when.start}/${item.when.end}`, item.evidence),
    ),
    ...dossier.positions.map((item, i) =>
      finding(`position:${i + 1}`, 'describing', `${nameOf(item.actor)} ${item.kind}`, item.matter, item.evidence),
    ),
    ...dossier.framing.labels.map((item, i) =>
      finding(`label:${i + 1}`, 'tagging', `label for ${nameOf(item.entity)}`, item.text, item.evidence),
    ),
    ...dossier.framing.loaded.map((item, i) =>
      finding(`loaded:${i + 1}`, 'tagging', 'loaded wording', '', item.evidence),
    ),
    ...dossier.brief.map((item, i) => finding(`brief:${i + 1}`, 'highlighting', 'brief', item.text, item.evidence)),
    ...dossier.origins
      .filter((item) => item.evidence.length > 0)
      .map((item) => finding(`origin:${item.id}`, 'linking', item.kind, item.reason, item.evidence)),
  ]
}

function createTargets(documents: readonly DossierDocument[]): (span: DossierSpan) => Json {
  const sources = new Map(
    documents.map((document) => [
      document.id,
      {
        document,
        source: safeLink(document.url) ?? `urn:synoptic:account:${encodeName(document.id)}`,
        points: countPoints(document.text),
      },
    ]),
  )
  return (span) => {
    const found = sources.get(span.document)
    const text = found?.document.text ?? ''
    const points = found?.points ?? ((place: number) => place)
    return {
      source: found?.source,
      selector: [
        { type: 'TextPositionSelector', start: points(span.start), end: points(span.end) },
        {
          type: 'TextQuoteSelector',
          exact: span.exact,
          prefix: text.slice(wholeCharacter(text, Math.max(0, span.start - CONTEXT)), span.start),
          suffix: text.slice(span.end, wholeCharacter(text, Math.min(text.length, span.end + CONTEXT))),
        },
      ],
    }
  }
}

/** From UTF-16 code units to code points. Texts without characters beyond the basic plane cost nothing. */
function countPoints(text: string): (place: number) => number {
  const pairs: number[] = []
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0xdc00 && code <= 0xdfff && i > 0 && isHigh(text.charCodeAt(i - 1))) pairs.push(i)
  }
  if (pairs.length === 0) return (place) => place
  return (place) => place - countBelow(pairs, place)
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff
}

/** How many of the ascending numbers are below the limit. */
function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < limit) low = middle + 1
    else high = middle
  }
  return low
}

function wholeCharacter(text: string, place: number): number {
  const code = text.charCodeAt(place)
  return code >= 0xdc00 && code <= 0xdfff ? place + 1 : place
}
