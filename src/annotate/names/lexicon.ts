import { SynopticError } from '../../text/index.js'
import { findHash } from './findHash.js'
import { COLUMNS, FLAGS, hashText, type Lexicon } from './wordColumns.js'

/** Words by hash, ascending, with one whole number each per column. */
interface HashTable {
  readonly hashes: Int32Array
  readonly columns: readonly (Uint8Array | Uint16Array)[]
}

/**
 * Reads the packed lexicon that `training/names/packLexicon.ts` writes.
 *
 * Little-endian. First the number of fine clusters and their coarse cluster, a byte each. Then three tables, lower-case
 * words, words as written, and words that are often (2) or never (1) inside names: a 32-bit count, the hashes in ascending order as differences (seven bits a byte, low bits
 * first), and the columns, low bytes before high bytes.
 *
 * @throws SynopticError `MODEL_DAMAGED` when the bytes end early or late
 */
export function unpackLexicon(bytes: Uint8Array): Lexicon {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const fineCount = view.getUint32(0, true)
  const coarseOf = bytes.subarray(4, 4 + fineCount)
  let at = 4 + fineCount
  const readTable = (widths: readonly number[]): HashTable => {
    if (at + 4 > bytes.length) throw damaged()
    const count = view.getUint32(at, true)
    at += 4
    if (count > bytes.length) throw damaged()
    const hashes = new Int32Array(count)
    let hash = 0
    for (let index = 0; index < count; index++) {
      let factor = 1
      let byte = 0
      do {
        byte = bytes[at++] as number
        hash += (byte & 127) * factor
        factor *= 128
      } while (byte > 127)
      hashes[index] = hash | 0
    }
    const columns = widths.map((width) => {
      const column = width === 1 ? bytes.slice(at, at + count) : new Uint16Array(count)
      if (width === 2) {
        for (let index = 0; index < count; index++) {
          column[index] = (bytes[at + index] as number) | ((bytes[at + count + index] as number) << 8)
        }
      }
      at += width * count
      return column
    })
    return { hashes, columns }
  }
  const lower = readTable([2, 1])
  const written = readTable([2])
  const inside = readTable([1])
  if (at !== bytes.length) throw damaged()
  return {
    describe(word, norm, row, offset) {
      const own = findHash(lower.hashes, hashText(norm))
      const fine = own < 0 ? 0 : (lower.columns[0]?.[own] as number) + 1
      row[offset + COLUMNS.fine] = fine
      row[offset + COLUMNS.coarse] = fine === 0 ? 0 : (coarseOf[fine - 1] as number) + 1
      row[offset + COLUMNS.kinds] = own < 0 ? 0 : (lower.columns[1]?.[own] as number) + 1
      const cased = findHash(written.hashes, hashText(caseKey(word)))
      row[offset + COLUMNS.caseClass] = cased < 0 ? 0 : (written.columns[0]?.[cased] as number) + 1
      if ((row[offset + COLUMNS.flags] as number) & FLAGS.strong) return
      const level = findHash(inside.hashes, hashText(norm))
      if (level < 0) return
      const bit = inside.columns[0]?.[level] === 2 ? FLAGS.strong : FLAGS.closed
      row[offset + COLUMNS.flags] = (row[offset + COLUMNS.flags] as number) | bit
    },
  }
}

/** The form under which a word as written is learnt: straight apostrophe, all digits as 0. */
export function caseKey(word: string): string {
  return word.replace(/’/g, "'").replace(/\d/g, '0')
}

function damaged(): SynopticError {
  return new SynopticError(
    'MODEL_DAMAGED',
    'the word list of model "names" ends too early or too late: reinstall the package',
  )
}
