import { type Document, type DocumentId, type Evidence, getLayer } from '../../document/index.js'
import { containsSpan, type Span } from '../../text/index.js'
import type { Label, StoryEntity } from '../findings.js'

/**
 * How each account names each entity other than by its name: descriptions and roles, side by side.
 *
 * `voice` tells the outlet's own words from those of somebody it cites. One label for each wording, account and voice, with every place
 * it stands. A wording that an account only shortens later ("the area" for "the flooded area"), or that is a piece of the name, is no
 * label of its own; wordings are compared without articles, possessives and figures. Only entities left with two wordings are listed:
 * one alone compares nothing.
 */
export function findLabels(documents: readonly Document[], entities: readonly StoryEntity[]): readonly Label[] {
  const byId = new Map(documents.map((document) => [document.id, document]))
  const cited = new Map(documents.map((document) => [document.id, citedSpans(document)]))
  return entities.flatMap((entity) => {
    const found: Wording[] = []
    for (const { documentId, entity: index } of entity.members) {
      const document = byId.get(documentId)
      if (document !== undefined) found.push(...wordingsOf(document, index, cited.get(documentId)!))
    }
    const named = isNamed(entity, byId)
    const labels = dropShortened(named ? dropPiecesOf(entity.name, found) : found, named)
    const wordings = new Set(labels.map((label) => label.key))
    return wordings.size < 2
      ? []
      : labels.map(({ documentId, text, voice, evidence }) => ({
          entity: entity.id,
          documentId,
          text,
          voice,
          evidence,
        }))
  })
}

interface Wording {
  readonly documentId: DocumentId
  readonly text: string
  readonly voice: Label['voice']
  readonly evidence: readonly Evidence[]
  /** Its words that tell something, sorted. */
  readonly key: string
}

/** The descriptions and roles of one entity in one account, equal ones joined. */
function wordingsOf(document: Document, index: number, cited: readonly Span[]): readonly Wording[] {
  const labels = new Map<string, Omit<Wording, 'evidence'> & { evidence: Evidence[] }>()
  for (const span of spansOf(document, index)) {
    const text = document.text.slice(span.start, span.end)
    const voice = cited.some((content) => containsSpan(content, span)) ? 'attributed' : 'reporter'
    const key = keyOf(text)
    // "whose mother" is somebody else than the one it hangs on.
    if (key === '' || /^wh(?:ose|ich|o|at)\b/i.test(text)) continue
    const evidence = { documentId: document.id, span: { start: span.start, end: span.end } }
    const known = labels.get(`${voice} ${key}`)
    if (known === undefined)
      labels.set(`${voice} ${key}`, { documentId: document.id, text, voice, key, evidence: [evidence] })
    else if (!known.evidence.some((item) => item.span.start === span.start)) known.evidence.push(evidence)
  }
  return [...labels.values()]
}

/**
 * Without what is a piece of a longer wording: of the same account and voice; of any, where there is no name to call it by, since then
 * "lawmakers" beside "Republican lawmakers" is just shorter.
 */
function dropShortened(labels: readonly Wording[], named: boolean): readonly Wording[] {
  return labels.filter(
    (label) =>
      !labels.some(
        (other) =>
          (!named || (other.documentId === label.documentId && other.voice === label.voice)) &&
          other.key !== label.key &&
          holdsAll(other.key, label.key),
      ),
  )
}

function dropPiecesOf(name: string, labels: readonly Wording[]): readonly Wording[] {
  const key = keyOf(name)
  return labels.filter((label) => !holdsAll(key, label.key))
}

/** True where every word of one is a word of the other. */
function holdsAll(whole: string, part: string): boolean {
  const words = new Set(whole.split(' '))
  return part.split(' ').every((word) => words.has(word))
}

function isNamed(entity: StoryEntity, documents: ReadonlyMap<DocumentId, Document>): boolean {
  return entity.members.some(({ documentId, entity: index }) => {
    const document = documents.get(documentId)
    const mentions = document === undefined ? [] : (getLayer(document, 'entities')[index]?.mentions ?? [])
    return mentions.some((mention) => getLayer(document!, 'mentions')[mention]!.form === 'name')
  })
}

// Articles, possessives, demonstratives and quantities say which and how many, not what.
const POINTING: ReadonlySet<string> = new Set(
  'a an the this that these those his her its their our my your some any all both each every several many few most other another one two three four five six seven eight nine ten dozens hundreds thousands million of'.split(
    ' ',
  ),
)

function keyOf(text: string): string {
  const words = Array.from(text.toLowerCase().matchAll(/\p{L}[\p{L}\p{N}’'.-]*/gu), ([word]) =>
    word.replace(/(?:[’']s?|\.)$/, ''),
  )
  return [...new Set(words)]
    .filter((word) => !POINTING.has(word))
    .sort()
    .join(' ')
}

function spansOf(document: Document, index: number): readonly Span[] {
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
