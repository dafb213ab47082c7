import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { SynopticError } from '../../text/index.js'

// News text packs three to five times; a hundredfold is a bomb, not an article.
const HIGHEST_RATIO = 100
// The first megabyte may be as repetitive as it likes.
const FREE = 1024 * 1024

/**
 * The bytes of a stream, unpacked where they begin with gzip's mark, else as they are.
 *
 * @throws SynopticError `INPUT_TOO_LARGE` when it unpacks to more than a hundred times its size, `INPUT_UNREADABLE` when it is damaged
 */
export async function* unpack(chunks: AsyncIterable<Uint8Array>, origin: string): AsyncIterable<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]()
  const first = await iterator.next()
  if (first.done === true) return
  let packed = 0
  async function* all(): AsyncIterable<Uint8Array> {
    for (let next = first; next.done !== true; next = await iterator.next()) {
      packed += next.value.length
      yield next.value
    }
  }
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) {
    yield* all()
    return
  }
  const gunzip = Readable.from(all()).pipe(createGunzip())
  let size = 0
  try {
    for await (const chunk of gunzip as AsyncIterable<Uint8Array>) {
      size += chunk.length
      if (size > FREE && size > packed * HIGHEST_RATIO) {
        throw new SynopticError(
          'INPUT_TOO_LARGE',
          `${origin} unpacks to more than ${HIGHEST_RATIO} times its size: it was not read further`,
        )
      }
      yield chunk
    }
  } catch (error) {
    if (error instanceof SynopticError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new SynopticError('INPUT_UNREADABLE', `${origin} is damaged (${reason}): pack it anew`, { cause: error })
  }
}
