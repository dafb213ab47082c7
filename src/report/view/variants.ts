import type { DossierQuoteGroup, DossierSpan } from '../../dossier/index.js'

/** How one column of a collation stands: all alike, told by some only, or told in different words. */
export type ColumnKind = 'same' | 'gap' | 'differ'

/** Kind of every column of a quotation's collation. Case, marks and quotation signs make no difference. */
export function classifyColumns(variants: DossierQuoteGroup['variants']): readonly ColumnKind[] {
  const length = variants[0]?.length ?? 0
  const kinds: ColumnKind[] = []
  for (let column = 0; column < length; column++) {
    const cells = variants.map((row) => row[column] ?? null)
    const words = new Set(cells.flatMap((cell) => (cell === null ? [] : foldWord(cell.exact))))
    kinds.push(words.size > 1 ? 'differ' : cells.includes(null) ? 'gap' : 'same')
  }
  return kinds
}

/**
 * Which cells of a collation a reader should look at: words that differ, and words that another account drops from the middle.
 *
 * Words that an account merely leaves off at an end are no change of wording and stay unmarked.
 */
export function markVariants(variants: DossierQuoteGroup['variants']): readonly (readonly boolean[])[] {
  const kinds = classifyColumns(variants)
  const dropped = new Set<number>()
  for (const row of variants) {
    const first = row.findIndex((cell) => cell !== null)
    const last = row.findLastIndex((cell) => cell !== null)
    for (let column = first; column < last; column++) if (row[column] === null) dropped.add(column)
  }
  return variants.map((row) =>
    row.map((cell, column) => cell !== null && (kinds[column] === 'differ' || dropped.has(column))),
  )
}

function foldWord(word: string): string {
  return word
    .toLowerCase()
    .replace(/[’`´]/g, "'")
    .replace(/[^\p{L}\p{N}']+/gu, '')
}

/** A stretch of a quotation as its account prints it. */
export interface QuotePart {
  readonly text: string
  /** True where other accounts have other words. */
  readonly marked: boolean
  /** True where other accounts have words before this stretch that this account leaves out. */
  readonly gapBefore: boolean
}

type Row = DossierQuoteGroup['variants'][number]

/**
 * The words said, cut into stretches to mark and stretches to leave: together they are the content span's exact words.
 *
 * Neighbouring marked words become one stretch. Cells outside the span are left aside; without a row, one plain stretch.
 */
export function splitContent(
  content: DossierSpan,
  row: Row | undefined,
  marks: readonly boolean[] | undefined,
): readonly QuotePart[] {
  const parts: { text: string; marked: boolean; gapBefore: boolean }[] = []
  let place = content.start
  let gap = false
  let started = false
  const add = (end: number, marked: boolean, gapBefore: boolean): void => {
    if (end <= place) return
    const text = content.exact.slice(place - content.start, end - content.start)
    const last = parts.at(-1)
    const between = parts.at(-2)
    if (
      marked &&
      !gapBefore &&
      last !== undefined &&
      between?.marked === true &&
      last.text.trim() === '' &&
      !last.gapBefore
    ) {
      parts.splice(-2, 2, { ...between, text: between.text + last.text + text })
    } else parts.push({ text, marked, gapBefore })
    place = end
  }
  const lastCell = row?.findLastIndex((cell) => cell !== null) ?? -1
  row?.forEach((cell, column) => {
    if (cell === null) {
      gap ||= started && column < lastCell
      return
    }
    started = true
    if (cell.start < place || cell.end > content.end) return
    const gapBefore = gap
    gap = false
    if (marks?.[column] !== true && !gapBefore) return
    add(cell.start, false, false)
    add(cell.end, marks?.[column] === true, gapBefore)
  })
  add(content.end, false, false)
  return parts
}
