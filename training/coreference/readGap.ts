import { corpusPath, readText } from '../shared/corpora.js'

export interface GapName {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly coreferent: boolean
}

/** One row of GAP: does the pronoun mean the first name, the second or neither. */
export interface GapRow {
  readonly id: string
  readonly text: string
  readonly pronounStart: number
  readonly feminine: boolean
  readonly names: readonly [GapName, GapName]
}

/** Rows of one side of GAP; no character of it lies beyond U+FFFF, so that its offsets are ours. */
export function readGap(side: 'development' | 'validation'): readonly GapRow[] {
  const lines = readText(corpusPath('coref', `gap-${side}.tsv.gz`))
    .trim()
    .split('\n')
    .slice(1)
  return lines.map((line) => {
    const cells = line.split('\t')
    const name = (at: number): GapName => {
      const text = cells[at] as string
      const start = Number(cells[at + 1])
      return { text, start, end: start + text.length, coreferent: cells[at + 2]?.toUpperCase() === 'TRUE' }
    }
    return {
      id: cells[0] as string,
      text: cells[1] as string,
      pronounStart: Number(cells[3]),
      feminine: /^(?:she|hers?)$/i.test(cells[2] as string),
      names: [name(4), name(7)],
    }
  })
}
