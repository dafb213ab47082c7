/**
 * Scores pronouns against GAP in the snippet setting: text in, names found by ourselves.
 *
 *   npx tsx bench/quality/coreferenceGap.ts [development|validation]
 */
import { createCoreference } from '../../src/annotate/index.js'
import { type Document, getLayer } from '../../src/document/index.js'
import { type GapName, type GapRow, readGap } from '../../training/coreference/readGap.js'
import { readingPipeline, readNames } from './coreferencePipeline.js'

/** Whether a document's reading says that a row's pronoun means the name. */
export function isLinked(document: Document, row: GapRow, name: GapName): boolean {
  const mentions = getLayer(document, 'mentions')
  const pronoun = mentions.find((mention) => mention.start === row.pronounStart && mention.form === 'pronoun')
  if (pronoun === undefined || pronoun.entity < 0) return false
  return mentions.some(
    (mention) =>
      mention.entity === pronoun.entity &&
      mention.form === 'name' &&
      mention.start < name.end &&
      mention.end >= name.end,
  )
}

export interface GapCounts {
  tp: number
  fp: number
  fn: number
}

export function f1(counts: GapCounts): number {
  return (2 * counts.tp) / (2 * counts.tp + counts.fp + counts.fn)
}

export interface GapScores {
  readonly masculine: GapCounts
  readonly feminine: GapCounts
  readonly all: GapCounts
}

/** Counts of TRUE answers for masculine and feminine pronouns. */
export function scoreGap(rows: readonly GapRow[], answer: (row: GapRow, name: GapName) => boolean): GapScores {
  const counts = () => ({ tp: 0, fp: 0, fn: 0 })
  const out = { masculine: counts(), feminine: counts(), all: counts() }
  for (const row of rows) {
    for (const name of row.names) {
      const said = answer(row, name)
      for (const tally of [out.all, row.feminine ? out.feminine : out.masculine]) {
        if (said && name.coreferent) tally.tp++
        else if (said) tally.fp++
        else if (name.coreferent) tally.fn++
      }
    }
  }
  return out
}

/** One line: F1 overall, masculine, feminine and their ratio. */
export function renderGap(scores: GapScores): string {
  const [all, m, f] = [f1(scores.all), f1(scores.masculine), f1(scores.feminine)].map((x) => 100 * x) as [
    number,
    number,
    number,
  ]
  const p = (100 * scores.all.tp) / (scores.all.tp + scores.all.fp)
  const r = (100 * scores.all.tp) / (scores.all.tp + scores.all.fn)
  return `F1 ${all.toFixed(1)} (P ${p.toFixed(1)}, R ${r.toFixed(1)}), masculine ${m.toFixed(1)}, feminine ${f.toFixed(1)}, bias ${(f / m).toFixed(2)}`
}

function main(): void {
  const components = [...readingPipeline(), createCoreference()]
  for (const side of ['development', 'validation'] as const) {
    if (process.argv[2] !== undefined && process.argv[2] !== side) continue
    const rows = readGap(side)
    const read = new Map(rows.map((row) => [row.id, readNames(row.id, row.text, components)]))
    console.log(
      `GAP ${side}: ${renderGap(scoreGap(rows, (row, name) => isLinked(read.get(row.id) as Document, row, name)))}`,
    )
  }
}

if (process.argv[1]?.endsWith('coreferenceGap.ts')) main()
