import { SynopticError } from '../../text/index.js'

/** In how many of `documents` articles of running news a term stands. */
export interface Background {
  readonly documents: number
  readonly counts: ReadonlyMap<number, number>
}

/**
 * Packs the counts: number of articles and of terms (32 bits each, little-endian), then for each term, hashes ascending, the
 * difference to the hash before and eight times the binary logarithm of the count, each as a number of 7 bits a byte and one byte.
 */
export function packBackground({ documents, counts }: Background): Uint8Array {
  const terms = Uint32Array.from(counts.keys()).sort()
  const bytes: number[] = []
  let last = 0
  for (const term of terms) {
    let gap = term - last
    last = term
    while (gap > 127) {
      bytes.push((gap % 128) + 128)
      gap = Math.floor(gap / 128)
    }
    bytes.push(gap, Math.round(8 * Math.log2(counts.get(term)!)))
  }
  const packed = new Uint8Array(8 + bytes.length)
  new DataView(packed.buffer).setUint32(0, documents, true)
  new DataView(packed.buffer).setUint32(4, terms.length, true)
  packed.set(bytes, 8)
  return packed
}

/**
 * Reads what {@link packBackground} wrote; counts come back within 5 per cent.
 *
 * @throws SynopticError `MODEL_DAMAGED` when the bytes end too early or too late
 */
export function unpackBackground(bytes: Uint8Array): Background {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const counts = new Map<number, number>()
  let at = 8
  if (bytes.length >= 8) {
    const terms = view.getUint32(4, true)
    let term = 0
    for (let i = 0; i < terms && at < bytes.length; i++) {
      let byte = bytes[at++]!
      let factor = 1
      while (byte > 127) {
        term += (byte - 128) * factor
        factor *= 128
        byte = bytes[at++] ?? 0
      }
      term += byte * factor
      counts.set(term, 2 ** (bytes[at++]! / 8))
    }
    if (at === bytes.length && counts.size === terms) return { documents: view.getUint32(0, true), counts }
  }
  throw new SynopticError(
    'MODEL_DAMAGED',
    'the word counts of model "story" end too early or too late: reinstall the package',
  )
}
