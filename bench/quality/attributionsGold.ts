import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createAttributor } from '../../src/attribute/index.js'
import { readAttributionModels } from '../../src/attribute/model/loadModels.js'
import { findQuoteConflicts } from '../../src/compare/quotes/findQuoteConflicts.js'
import { groupQuotes } from '../../src/compare/quotes/groupQuotes.js'
import type { StoryEntity } from '../../src/compare/findings.js'
import { linkEntities } from '../../src/compare/entities/linkEntities.js'
import type { Document, DocumentId } from '../../src/document/index.js'
import { annotateText, createGround } from '../../training/attribute/prepare.js'
import { sharedFolder } from '../../training/attribute/readCorpus.js'

// Scores quotations, speakers and same quotations on the stories annotated by hand.
//   npx tsx bench/quality/attributionsGold.ts [--model FOLDER] [--show] [STORY…]
interface GoldQuote {
  readonly id: string
  readonly document: string
  readonly parts: readonly { readonly start: number; readonly end: number }[]
  readonly speaker: string
}
interface GoldStory {
  readonly story: string
  readonly quotes: readonly GoldQuote[]
}
interface Counts {
  tp: number
  predicted: number
  foundGold: number
  gold: number
  add(other: Counts): void
}
const MEASURES = ['quotations', 'speakers', 'sameQuotations', 'conflictsNamedRight'] as const
type ScoreStory = (gold: GoldStory, dossier: unknown) => Record<(typeof MEASURES)[number], Counts>

const args = process.argv.slice(2)
const show = args.includes('--show')
const at = args.indexOf('--model')
const model = at < 0 ? undefined : args[at + 1]
const wanted = args.filter((arg, i) => !arg.startsWith('--') && i !== at + 1)
const shared = sharedFolder()
const load = (name: string): Promise<Record<string, unknown>> => import(pathToFileURL(join(shared, 'score', name)).href)
const scoreStory = (await load('dossier.mjs')).scoreStory as ScoreStory
const { Tally, row, wordsIn, iou } = (await load('spans.mjs')) as {
  Tally: new () => Counts
  row: (name: string, tally: Counts) => string
  wordsIn: (text: string, spans: readonly unknown[]) => Set<number>
  iou: (a: Set<number>, b: Set<number>) => number
}
const components = createGround()
const attributor = createAttributor(model === undefined ? undefined : readAttributionModels(model))
const totals = new Map(MEASURES.map((measure) => [measure, new Tally()]))
for (const slug of readdirSync(join(shared, 'gold')).sort()) {
  const folder = join(shared, 'gold', slug)
  if (!existsSync(join(folder, 'gold.json')) || (wanted.length > 0 && !wanted.includes(slug))) continue
  const gold = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as GoldStory
  const documents = readTexts(folder).map(({ id, text, ...rest }) => {
    const ground = annotateText(components, id, text)
    return attributor.annotate({ ...ground, ...rest })
  })
  documents.sort((a, b) => (a.id < b.id ? -1 : 1))
  const entities = linkEntities(documents)
  const dossier = toDossier(documents, entities)
  const scores = scoreStory(gold, dossier)
  for (const measure of MEASURES) totals.get(measure)!.add(scores[measure])
  if (show) showErrors(gold, dossier)
}
// The last line's precision: how many of the conflicts found between quotations the annotators have; its recall counts all conflicts.
for (const [measure, tally] of totals) console.log(row(measure, tally))

function readTexts(
  folder: string,
): readonly { readonly id: string; readonly text: string; readonly publishedAt?: string }[] {
  const jsonl = join(folder, 'documents.jsonl')
  if (existsSync(jsonl)) {
    return readFileSync(jsonl, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const { id, text, publishedAt } = JSON.parse(line) as { id: string; text: string; publishedAt?: string }
        return publishedAt === undefined ? { id, text } : { id, text, publishedAt }
      })
  }
  return readdirSync(join(folder, 'documents')).map((file) => ({
    id: file.replace(/\.\w+$/, ''),
    text: readFileSync(join(folder, 'documents', file), 'utf8')
      .replace(/^\uFEFF/, '')
      .replace(/\r\n/g, '\n'),
  }))
}

function toDossier(documents: readonly Document[], entities: readonly StoryEntity[]) {
  const ids = new Map<string, string>()
  const idOf = (document: DocumentId, entity: number): string | null =>
    entities.find(({ members }) => members.some((m) => m.documentId === document && m.entity === entity))?.id ?? null
  const attributions = documents.flatMap((document) =>
    (document.layers.attributions ?? []).map((attribution, index) => {
      const id = `a${ids.size}`
      ids.set(`${document.id}:${index}`, id)
      const {
        name,
        entities: [first],
      } = attribution.speaker
      const speaker = name === null ? null : { entity: first === undefined ? null : idOf(document.id, first), name }
      return { ...attribution, id, document: document.id, speaker }
    }),
  )
  const groups = groupQuotes(documents, entities)
  const texts = new Map(documents.map(({ id, text }) => [id, text]))
  const conflicts = findQuoteConflicts(documents, entities, groups).map((conflict) => ({
    ...conflict,
    sides: conflict.sides.map((side) => ({
      ...side,
      evidence: side.evidence.map(({ documentId, span }) => ({
        document: documentId,
        ...span,
        exact: texts.get(documentId)!.slice(span.start, span.end),
      })),
    })),
  }))
  const quoteGroups = groups.map((group) => ({
    id: group.id,
    attributions: group.members.map(({ documentId, index }) => ids.get(`${documentId}:${index}`)!),
  }))
  return { documents, entities, attributions, quoteGroups, claims: [], conflicts, brief: [] }
}

function showErrors(gold: GoldStory, dossier: ReturnType<typeof toDossier>): void {
  const texts = new Map(dossier.documents.map(({ id, text }) => [id as string, text]))
  const quotes = dossier.attributions.filter(({ kind }) => kind !== 'indirect')
  const clip = (text: string, spans: readonly { start: number; end: number }[]): string => {
    const first = spans[0]!
    const last = spans[spans.length - 1]!
    const words = text.slice(first.start, last.end)
    return `${text.slice(Math.max(0, first.start - 70), first.start)}⟦${words.length > 160 ? `${words.slice(0, 90)} … ${words.slice(-60)}` : words}⟧${text.slice(last.end, last.end + 70)}`.replace(
      /\n/g,
      '⏎',
    )
  }
  for (const { rule, strength, sides } of dossier.conflicts) {
    console.log(
      `CONFLICT ${gold.story} ${rule.id} ${strength} | ${sides.map(({ evidence }) => `${evidence[0]!.document.slice(0, 8)}: ${evidence[0]!.exact.replace(/\n/g, '⏎').slice(0, 90)}`).join(' <> ')}`,
    )
  }
  const taken = new Set<string>()
  for (const quote of gold.quotes) {
    const text = texts.get(quote.document)!
    const words = wordsIn(text, quote.parts)
    const [best] = quotes
      .filter(({ document, id }) => document === quote.document && !taken.has(id))
      .map((other) => ({ other, overlap: iou(words, wordsIn(text, other.content)) }))
      .sort((a, b) => b.overlap - a.overlap)
    if (best === undefined || best.overlap < 0.8) {
      console.log(
        `MISSED ${gold.story} ${quote.document} ${(best?.overlap ?? 0).toFixed(2)} | ${clip(text, quote.parts)}`,
      )
    } else {
      taken.add(best.other.id)
      const speaker = best.other.speaker
      const entity = dossier.entities.find(({ id }) => id === speaker?.entity)
      const names = [speaker?.name, entity?.name, ...(entity?.aliases ?? [])].filter(
        (name) => name !== undefined && name !== null,
      )
      const last = (name: string): string =>
        name
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu)
          ?.at(-1) ?? ''
      const wantedNames = quote.speaker
        .replace(/\(.*?\)/g, '')
        .split(/ and |, /)
        .map(last)
      if (/^\p{Lu}/u.test(quote.speaker) && !names.some((name) => wantedNames.includes(last(name)))) {
        console.log(
          `SPEAKER ${gold.story} ${quote.document} | ${quote.speaker} | got ${speaker?.name} | ${clip(text, quote.parts)}`,
        )
      }
    }
  }
  for (const quote of quotes) {
    if (!taken.has(quote.id))
      console.log(
        `FALSE ${gold.story} ${quote.document} ${quote.kind} ${quote.probability.toFixed(2)} | ${clip(texts.get(quote.document)!, quote.content)}`,
      )
  }
}
