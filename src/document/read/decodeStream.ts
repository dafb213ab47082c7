import { decodeText, decodeWindows1252 } from './decodeText.js'

// Enough to tell UTF-8 from an older encoding: a page of text has its first accent much earlier.
const SAMPLE = 65_536

/**
 * The text of a stream in pieces: UTF-16 by its mark, else UTF-8, else windows-1252 where the first 64 KB are no valid UTF-8.
 *
 * @throws SynopticError `INPUT_BINARY` when its beginning is no text
 */
export async function* decodeStream(chunks: AsyncIterable<Uint8Array>, origin: string): AsyncIterable<string> {
  const iterator = chunks[Symbol.asyncIterator]()
  const head: Uint8Array[] = []
  let size = 0
  while (size < SAMPLE) {
    const next = await iterator.next()
    if (next.done === true) break
    head.push(next.value)
    size += next.value.length
  }
  const first = new Uint8Array(Buffer.concat(head))
  // A character may be cut at the end of the sample: what is judged ends with a line.
  const end = size < SAMPLE ? size : first.lastIndexOf(10) + 1 || size
  const { encoding } = decodeText(first.subarray(0, end), origin)
  const legacy = encoding === 'windows-1252'
  const decoder = new TextDecoder(encoding)
  const decode = (bytes: Uint8Array): string =>
    legacy ? decodeWindows1252(bytes) : decoder.decode(bytes, { stream: true })
  yield decode(first)
  for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield decode(next.value)
  if (!legacy) yield decoder.decode()
}
