import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { SynopticError } from '../../text/index.js'
import { collectBytes } from '../read/limits.js'

/**
 * A response body, unpacked by its content encoding, up to `largest` bytes after unpacking.
 *
 * @throws SynopticError `INPUT_TOO_LARGE` as soon as more came, `FETCH_FAILED` for a damaged or unknown encoding
 */
export async function unpackBody(
  body: Readable,
  encoding: string | null,
  origin: string,
  largest: number,
): Promise<Uint8Array> {
  // Destroying a body that is still coming makes it fail once more, to nobody's interest.
  body.on('error', () => {})
  const name = encoding?.trim().toLowerCase() ?? ''
  const unpacker =
    name === 'gzip' || name === 'x-gzip'
      ? createGunzip()
      : name === 'br'
        ? createBrotliDecompress()
        : name === 'deflate'
          ? createInflate()
          : null
  if (unpacker === null && name !== '' && name !== 'identity') {
    body.destroy()
    throw new SynopticError(
      'FETCH_FAILED',
      `${origin} is packed as "${name}", which is not read: save the page and give the file`,
    )
  }
  const stream = unpacker === null ? body : body.on('error', (error) => unpacker.destroy(error)).pipe(unpacker)
  try {
    return await collectBytes(stream as AsyncIterable<Uint8Array>, origin, largest)
  } finally {
    body.destroy()
  }
}
