import type { DossierQuoteGroup } from '../../dossier/index.js'

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
