/** One row of a CSV file with its number, counted from 1 with the header; null where it could not be read. */
export interface Row {
  readonly number: number
  readonly fields: readonly string[] | null
  /** Why it could not be read. */
  readonly problem: 'too large' | 'open quotation mark' | null
}

const QUOTE = 34
const LF = 10

/**
 * The rows of CSV text (RFC 4180) that comes in pieces, holding one row at a time.
 *
 * Quoted fields may hold delimiters, line breaks and doubled quotation marks; a quotation mark inside a plain field is a character like others.
 * Empty lines are passed over. A row longer than `limit` characters is passed over up to the next line break, so that a quotation mark that
 * nobody closed does not swallow the rest of a file. Linear in the length.
 */
export async function* splitRows(pieces: AsyncIterable<string>, delimiter: string, limit: number): AsyncIterable<Row> {
  const cut = delimiter.charCodeAt(0)
  let state: 'start' | 'plain' | 'quoted' | 'quote' | 'skip' = 'start'
  let fields: string[] = []
  let field = ''
  let size = 0
  let number = 1
  const endField = (): void => {
    fields.push(field)
    field = ''
  }
  const endRow = (problem: Row['problem'] = null): Row | null => {
    if (problem === null) {
      if (state !== 'quote' && field.endsWith('\r')) field = field.slice(0, -1)
      endField()
    }
    const empty = problem === null && fields.length === 1 && fields[0] === ''
    const row = empty ? null : { number: number++, fields: problem === null ? fields : null, problem }
    fields = []
    field = ''
    size = 0
    state = 'start'
    return row
  }
  for await (const piece of pieces) {
    let i = 0
    while (i < piece.length) {
      const from = i
      if (state === 'quoted') {
        const close = piece.indexOf('"', i)
        i = close < 0 ? piece.length : close
        field += piece.slice(from, i)
        if (close >= 0) {
          state = 'quote'
          i++
        }
      } else if (state === 'quote' && piece.charCodeAt(i) === QUOTE) {
        field += '"'
        state = 'quoted'
        i++
      } else if (state === 'start' && piece.charCodeAt(i) === QUOTE) {
        state = 'quoted'
        i++
      } else {
        const skipping = state === 'skip'
        while (i < piece.length && piece.charCodeAt(i) !== LF && (skipping || piece.charCodeAt(i) !== cut)) i++
        const plain = piece.slice(from, i)
        // Behind a closing quotation mark only a carriage return may stand; other characters are taken as text.
        if (!skipping && !(state === 'quote' && plain === '\r')) field += plain
        if (i === piece.length) {
          if (state === 'start' || (state === 'quote' && plain !== '\r' && plain !== '')) state = 'plain'
        } else if (piece.charCodeAt(i++) === LF) {
          const row = endRow(skipping ? 'too large' : null)
          if (row !== null) yield row
        } else {
          endField()
          state = 'start'
        }
      }
      size += i - from
      if (size > limit && state !== 'skip') {
        fields = []
        field = ''
        state = 'skip'
      }
    }
  }
  if (state === 'quoted' || state === 'skip') {
    const row = endRow(state === 'quoted' ? 'open quotation mark' : 'too large')
    if (row !== null) yield row
  } else if (size > 0) {
    const row = endRow()
    if (row !== null) yield row
  }
}
