import { decodeWindows1252 } from './decodeText.js'
import { tooLarge } from './limits.js'

/** One line of a stream with its number, counted from 1; null where it is longer than the limit and was passed over. */
export interface NumberedLine {
  readonly number: number
  readonly bytes: Uint8Array | null
}

/**
 * The lines of a stream of bytes, without their line feeds, holding one line at a time.
 *
 * A line longer than `limit` bytes is passed over without being held; a carriage return before the line feed is left out.
 */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncIterable<NumberedLine> {
  let parts: Uint8Array[] = []
  let size = 0
  let number = 1
  const finish = (): NumberedLine => {
    const bytes = size > limit ? null : withoutReturn(parts.length === 1 ? parts[0]! : Buffer.concat(parts))
    parts = []
    size = 0
    return { number: number++, bytes }
  }
  const hold = (piece: Uint8Array): void => {
    size += piece.length
    if (size <= limit) parts.push(piece)
    else parts = []
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      hold(chunk.subarray(start, end))
      yield finish()
      start = end + 1
    }
    if (start < chunk.length) hold(chunk.subarray(start))
  }
  if (size > 0) yield finish()
}

function withoutReturn(line: Uint8Array): Uint8Array {
  return line.at(-1) === 13 ? line.subarray(0, -1) : line
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The text of one line: UTF-8 without a byte-order mark, or windows-1252 where it is none. */
export function decodeLine(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return decodeWindows1252(bytes)
  }
}

/** The message for a line that was passed over. */
export function lineTooLong(origin: string, number: number, limit: number): string {
  return tooLarge(`${origin}, line ${number}`, limit, 'the line was left out').message
}
