import { SynopticError } from '../../text/index.js'
import type { TokenRows } from './features.js'
import { findHash } from './findHash.js'
import { COLUMN_COUNT, COLUMNS, FLAGS, mix } from './wordColumns.js'

/** Kinds of listed phrases; a phrase may be of several. */
export const PHRASE_KINDS = {
  town: 1,
  city: 2,
  country: 4,
  given: 8,
  person: 16,
  organization: 32,
  group: 64,
  region: 128,
} as const

/** Listed names of places and people, by hash of their words. */
export interface Gazetteer {
  readonly longest: number
  /** Kinds of the phrase with this hash, as bits; 0 when it is not listed. */
  kindsOf(hash: number): number
}

/** Hash of a phrase with one more word; start from 0. */
export function extendPhrase(hash: number, norm: number): number {
  return mix(hash, norm)
}

/**
 * Reads the packed list that `training/gazetteer/run.ts` writes.
 *
 * Little-endian: words of the longest phrase, number of phrases, their hashes in ascending order as differences (seven
 * bits a byte, low bits first), then a byte of kinds each.
 *
 * @throws SynopticError `MODEL_DAMAGED` when the bytes end early or late
 */
export function unpackGazetteer(bytes: Uint8Array): Gazetteer {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const longest = view.getUint32(0, true)
  const count = view.getUint32(4, true)
  const hashes = new Int32Array(count > bytes.length ? 0 : count)
  let at = 8
  let hash = 0
  for (let index = 0; index < count && at < bytes.length; index++) {
    let factor = 1
    let byte = 0
    do {
      byte = bytes[at++] as number
      hash += (byte & 127) * factor
      factor *= 128
    } while (byte > 127)
    hashes[index] = hash | 0
  }
  if (at + count !== bytes.length) {
    throw new SynopticError('MODEL_DAMAGED', 'the list of places ends too early or too late: reinstall the package')
  }
  const kinds = bytes.subarray(at)
  return {
    longest,
    kindsOf(key) {
      const index = findHash(hashes, key)
      return index < 0 ? 0 : (kinds[index] as number)
    },
  }
}

/** Marks the longest listed phrase at each capitalised token: kinds and the token's part in it, 0 where none. */
export function markPhrases(rows: TokenRows, from: number, to: number, gazetteer: Gazetteer): void {
  for (let index = from; index < to; ) {
    const length = isCapital(rows, index) ? matchLength(rows, index, to, gazetteer) : 0
    if (length === 0) {
      rows.phrases[index++] = 0
      continue
    }
    let hash = 0
    for (let offset = 0; offset < length; offset++) hash = extendPhrase(hash, normAt(rows, index + offset))
    const kinds = gazetteer.kindsOf(hash)
    for (let offset = 0; offset < length; offset++) {
      const part = length === 1 ? 1 : offset === 0 ? 2 : offset === length - 1 ? 4 : 3
      rows.phrases[index + offset] = kinds * 8 + part
    }
    index += length
  }
}

function matchLength(rows: TokenRows, from: number, to: number, gazetteer: Gazetteer): number {
  let hash = 0
  let found = 0
  const end = Math.min(to, from + gazetteer.longest)
  for (let index = from; index < end; index++) {
    hash = extendPhrase(hash, normAt(rows, index))
    if (gazetteer.kindsOf(hash) !== 0) found = index + 1 - from
  }
  return found
}

function normAt(rows: TokenRows, index: number): number {
  return rows.table[(rows.rows[index] as number) * COLUMN_COUNT + COLUMNS.norm] as number
}

function isCapital(rows: TokenRows, index: number): boolean {
  return ((rows.table[(rows.rows[index] as number) * COLUMN_COUNT + COLUMNS.flags] as number) & FLAGS.capital) !== 0
}
