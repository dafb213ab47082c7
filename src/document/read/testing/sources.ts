import { crc32 } from 'node:zlib'
import type { Source } from '../format.js'
import { type ReadResult, readSource } from '../readSource.js'

/** A source in memory, given in chunks of a few bytes so that readers of streams meet every boundary. */
export function sourceOf(content: string | Uint8Array, extension: string, chunk = 1000): Source {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return {
    origin: `folder/one.${extension}`,
    name: 'one',
    extension,
    fetchedAt: null,
    async *open() {
      for (let i = 0; i < bytes.length; i += chunk) yield bytes.subarray(i, i + chunk)
    },
  }
}

/** All that one source gives, the addresses it lists included. */
export async function readAll(source: Source): Promise<Required<ReadResult>> {
  const documents: ReadResult['documents'][number][] = []
  const addresses: string[] = []
  const diagnostics: ReadResult['diagnostics'][number][] = []
  for await (const part of readSource(source)) {
    documents.push(...part.documents)
    diagnostics.push(...part.diagnostics)
    addresses.push(...(part.addresses ?? []))
  }
  return { documents, diagnostics, addresses }
}

/**
 * A zip archive that stores its files unpacked, enough for a Word document made by hand, or packs them by `pack`.
 *
 * `saidSize` is the unpacked size that every packed file claims to have; the true one by default.
 */
export function storedZip(
  files: Readonly<Record<string, string | Uint8Array>>,
  pack?: (data: Uint8Array) => Uint8Array,
  saidSize?: number,
): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const plain = Buffer.from(content as string)
    const data = pack === undefined ? plain : Buffer.from(pack(plain))
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt16LE(pack === undefined ? 0 : 8, 8)
    head.writeUInt32LE(crc32(plain), 14)
    head.writeUInt32LE(data.length, 18)
    head.writeUInt32LE(saidSize ?? plain.length, 22)
    head.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(20, 6)
    head.copy(entry, 10, 8, 30)
    entry.writeUInt32LE(offset, 42)
    parts.push(head, Buffer.from(name), data)
    directory.push(entry, Buffer.from(name))
    offset += head.length + name.length + data.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(files).length, 8)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...parts, central, end]))
}

/** A PDF of one page with the lines given, made by hand. */
export function smallPdf(lines: readonly string[]): Uint8Array {
  const content = `BT /F1 12 Tf 72 720 Td ${lines.map((line) => `(${line}) Tj 0 -16 Td`).join(' ')} ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const offset = text.length
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return new TextEncoder().encode(text)
}
