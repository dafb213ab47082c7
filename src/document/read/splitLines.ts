import { decodeWindows1252 } from './decodeText.js'
import { tooLarge } from './limits.js'

/** One line of a stream with its number, counted from 1; null where it is longer than the limit and was passed over. */
export interface NumberedLine {
  readonly number: number
  readonly text: string | null
}

/**
 * The lines of a stream of bytes, without their line feeds, holding one line at a time. UTF-8; a line that is none is read as windows-1252.
 *
 * A line longer than `limit` bytes is passed over without being held; a byte-order mark is left out.
 */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncIterable<NumberedLine> {
  let parts: Uint8Array[] = []
  let size = 0
  let number = 1
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decode = (bytes: Uint8Array): string => {
    try {
      return decoder.decode(bytes)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      return decodeWindows1252(bytes)
    }
  }
  const finish = (): NumberedLine => {
    const text = size > limit ? null : decode(parts.length === 1 ? parts[0]! : Buffer.concat(parts)).replace(/\r$/, '')
    parts = []
    size = 0
    return { number: number++, text }
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

/** The message for a line that was passed over. */
export function lineTooLong(origin: string, number: number, limit: number): string {
  return tooLarge(`${origin}, line ${number}`, limit, 'the line was left out').message
}
