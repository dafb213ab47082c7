import { inflateRawSync } from 'node:zlib'

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
// A comment of 64 KB may follow the record that ends an archive.
const END_SEARCH = 66_000
const MOST_ENTRIES = 2_000

/** The parts of an archive that were asked for, packed anew without packing. */
export type Repacked =
  | { readonly kind: 'repacked'; readonly bytes: Uint8Array }
  | { readonly kind: 'damaged'; readonly reason: string }
  | { readonly kind: 'too large' }

/**
 * A zip archive with only the wanted entries, stored unpacked, so that whoever reads it next meets no bomb and no other view of the archive
 * than this one.
 *
 * Sizes that the archive gives are not believed: unpacking itself stops as soon as all entries together pass `largest` bytes. An entry in which
 * `faultOf` finds a fault makes the archive a damaged one.
 */
export function repackZip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  largest: number,
  faultOf: (data: Buffer) => string | null,
): Repacked {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(zip)
  if (end < 0) return { kind: 'damaged', reason: 'it is no zip archive' }
  const count = zip.readUInt16LE(end + 10)
  if (count > MOST_ENTRIES) return { kind: 'damaged', reason: `it has ${count} entries` }
  const entries: { name: Buffer; data: Buffer; crc: number }[] = []
  let at = zip.readUInt32LE(end + 16)
  let size = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== CENTRAL)
      return { kind: 'damaged', reason: 'its list of files is broken' }
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const name = zip.subarray(at + 46, at + 46 + nameLength)
    if (wanted(name.toString('utf8'))) {
      const data = unpackEntry(zip, at, largest - size)
      if (data === 'too large') return { kind: 'too large' }
      if (data === null)
        return { kind: 'damaged', reason: `"${name.toString('utf8').slice(0, 80)}" cannot be unpacked` }
      const fault = faultOf(data)
      if (fault !== null)
        return { kind: 'damaged', reason: `"${name.toString('utf8').slice(0, 80)}" is broken: ${fault}` }
      size += data.length
      entries.push({ name, data, crc: zip.readUInt32LE(at + 16) })
    }
    at += 46 + nameLength + extra + comment
  }
  return { kind: 'repacked', bytes: store(entries) }
}

function findEnd(zip: Buffer): number {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - END_SEARCH); at--)
    if (zip.readUInt32LE(at) === END) return at
  return -1
}

function unpackEntry(zip: Buffer, at: number, room: number): Buffer | 'too large' | null {
  const method = zip.readUInt16LE(at + 10)
  const packedSize = zip.readUInt32LE(at + 20)
  const local = zip.readUInt32LE(at + 42)
  if (local + 30 > zip.length || zip.readUInt32LE(local) !== LOCAL) return null
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  if (start + packedSize > zip.length) return null
  const packed = zip.subarray(start, start + packedSize)
  if (method === 0) return packed.length > room ? 'too large' : packed
  if (method !== 8) return null
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, room) })
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too large' : null
  }
}

function store(entries: readonly { readonly name: Buffer; readonly data: Buffer; readonly crc: number }[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, data, crc } of entries) {
    const local = Buffer.alloc(30)
    local.writeUInt32LE(LOCAL, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt32LE(crc, 14)
    local.writeUInt32LE(data.length, 18)
    local.writeUInt32LE(data.length, 22)
    local.writeUInt16LE(name.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(CENTRAL, 0)
    central.writeUInt16LE(20, 6)
    local.copy(central, 10, 8, 30)
    central.writeUInt32LE(offset, 42)
    parts.push(local, name, data)
    directory.push(central, name)
    offset += 30 + name.length + data.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...parts, list, end]))
}
