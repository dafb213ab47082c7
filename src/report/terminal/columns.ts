import { type Line, measureLine, type Run } from './runs.js'

const GAP: Run = { text: ' │ ', style: 'dim' }
// Narrower columns break nearly every line after three words.
const LEAST_WIDTH = 28

/** How many cells fit side by side in the width, at most four and at most `cells`. */
export function chooseColumns(cells: number, width: number): number {
  for (let n = Math.min(cells, 4); n > 1; n--) if (columnWidth(n, width) >= LEAST_WIDTH) return n
  return 1
}

/** Width of each of `n` columns. */
export function columnWidth(n: number, width: number): number {
  return Math.floor((width - 3 * (n - 1)) / n)
}

/** Sets blocks of lines beside each other, `n` to a row, each padded to its column; rows are parted by a rule. */
export function setSideBySide(blocks: readonly (readonly Line[])[], n: number, width: number): Line[] {
  const size = columnWidth(n, width)
  const lines: Line[] = []
  for (let from = 0; from < blocks.length; from += n) {
    const row = blocks.slice(from, from + n)
    if (from > 0) lines.push([{ text: '┈'.repeat(Math.min(width, n * size + 3 * (n - 1))), style: 'dim' }])
    const height = Math.max(...row.map((block) => block.length))
    for (let i = 0; i < height; i++) {
      lines.push(
        row.flatMap((block, column) => {
          const line = block[i] ?? []
          const padded = column === row.length - 1 ? line : pad(line, size)
          return column === 0 ? padded : [GAP, ...padded]
        }),
      )
    }
  }
  return lines
}

/** The line with spaces to fill the width. */
function pad(line: Line, width: number): Line {
  const missing = width - measureLine(line)
  return missing > 0 ? [...line, { text: ' '.repeat(missing), style: 'plain' }] : line
}
