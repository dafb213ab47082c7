import { hashText } from '../../src/annotate/names/wordColumns.js'

/** One word of a table with its columns' values. */
export type LexiconEntry = readonly [word: string, ...values: number[]]

/** Packs the lexicon in the form that `unpackLexicon` reads. Of two words with one hash the first stays. */
export function packLexicon(
  coarseOf: readonly number[],
  lower: readonly LexiconEntry[],
  written: readonly LexiconEntry[],
  inside: readonly LexiconEntry[],
): Uint8Array {
  const head = new Uint8Array(4 + coarseOf.length)
  new DataView(head.buffer).setUint32(0, coarseOf.length, true)
  head.set(coarseOf, 4)
  return Buffer.concat([head, packTable(lower, [2, 1]), packTable(written, [2]), packTable(inside, [1])])
}

function packTable(entries: readonly LexiconEntry[], widths: readonly number[]): Uint8Array {
  const byHash = new Map<number, LexiconEntry>()
  for (const entry of entries) {
    const hash = hashText(entry[0]) >>> 0
    if (!byHash.has(hash)) byHash.set(hash, entry)
  }
  const sorted = [...byHash].sort((a, b) => a[0] - b[0])
  const bytes: number[] = []
  let previous = 0
  for (const [hash] of sorted) {
    let rest = hash - previous
    previous = hash
    while (rest > 127) {
      bytes.push((rest % 128) | 128)
      rest = Math.floor(rest / 128)
    }
    bytes.push(rest)
  }
  widths.forEach((width, column) => {
    for (let plane = 0; plane < width; plane++) {
      for (const [, entry] of sorted) bytes.push((Number(entry[column + 1] ?? 0) >> (8 * plane)) & 255)
    }
  })
  const packed = new Uint8Array(4 + bytes.length)
  new DataView(packed.buffer).setUint32(0, sorted.length, true)
  packed.set(bytes, 4)
  return packed
}
