/** One sentence of a treebank in columns. Heads count from 0; -1 is the root. */
export interface TreebankSentence {
  readonly document: string
  /** True where the sentence starts a paragraph. */
  readonly startsParagraph: boolean
  readonly text: string
  readonly words: readonly string[]
  readonly lemmas: readonly string[]
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
  readonly heads: readonly number[]
  readonly relations: readonly string[]
}

/** Reads CoNLL-U. Word forms inside contractions keep the treebank's spelling; empty nodes are left out. */
export function readConllu(text: string): TreebankSentence[] {
  const sentences: TreebankSentence[] = []
  let document = ''
  for (const block of text.split('\n\n')) {
    const rows: string[][] = []
    let raw = ''
    let startsParagraph = false
    for (const line of block.split('\n')) {
      if (line.startsWith('# newdoc id = ')) document = line.slice(14)
      if (line.startsWith('# newpar')) startsParagraph = true
      if (line.startsWith('# text = ')) raw = line.slice(9)
      if (line === '' || line.startsWith('#')) continue
      const columns = line.split('\t')
      if (!/^\d+$/.test(columns[0] ?? '')) continue
      rows.push(columns)
    }
    if (rows.length === 0) continue
    sentences.push({
      document,
      startsParagraph,
      text: raw,
      words: rows.map((row) => row[1]!),
      lemmas: rows.map((row) => row[2]!),
      upos: rows.map((row) => row[3]!),
      xpos: rows.map((row) => row[4]!),
      heads: rows.map((row) => Number(row[6]) - 1),
      relations: rows.map((row) => row[7]!),
    })
  }
  return sentences
}
