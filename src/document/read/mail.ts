import PostalMime from 'postal-mime'
import { SynopticError } from '../../text/index.js'
import type { DocumentInput } from '../createDocument.js'
import { findState } from '../state/findState.js'
import type { BinaryFormat, Parsed, StreamFormat } from './format.js'
import { hashOf } from './hashOf.js'
import { readFragment } from './html/fragment.js'
import { LARGEST_RECORD, tooLarge } from './limits.js'
import { readDate } from './readDate.js'
import { splitLines } from './splitLines.js'

/** One message: newsletters and wire copy as mail. The subject is the title, the sender the outlet. */
export const mail: BinaryFormat = {
  kind: 'binary',
  name: 'eml',
  extensions: ['eml'],
  async parse(bytes, source) {
    const document = await readMessage(bytes, source.name, source.origin)
    if (document !== null) return { documents: [document], diagnostics: [] }
    const message = `${source.origin} holds no text: give the message as .txt`
    return {
      documents: [],
      diagnostics: [{ code: 'INPUT_EMPTY', documentId: null, message, component: 'document/mail' }],
    }
  },
}

/** A mailbox: messages parted by lines that begin with "From ", read one at a time. */
export const mailbox: StreamFormat = {
  kind: 'stream',
  name: 'mbox',
  extensions: ['mbox'],
  async *stream(source) {
    let lines: Uint8Array[] = []
    let size = 0
    let count = 0
    const finish = async (): Promise<Parsed> => {
      count++
      const origin = `${source.origin}, message ${count}`
      const bytes = size > LARGEST_RECORD ? null : joinLines(lines)
      lines = []
      size = 0
      if (bytes === null) return problem(tooLarge(origin, LARGEST_RECORD, 'the message was left out'))
      try {
        const document = await readMessage(bytes, `${source.name}-${count}`, origin)
        if (document === null) return { documents: [], diagnostics: [] }
        return { documents: [{ ...document, record: { origin, sha256: hashOf(bytes) } }], diagnostics: [] }
      } catch (error) {
        if (!(error instanceof SynopticError)) throw error
        return problem(error)
      }
    }
    for await (const { bytes } of splitLines(source.open(), LARGEST_RECORD)) {
      if (bytes !== null && startsWith(bytes, FROM)) {
        if (size > 0) yield await finish()
        continue
      }
      size += bytes === null ? LARGEST_RECORD + 1 : bytes.length + 1
      if (bytes === null || size > LARGEST_RECORD) lines = []
      else lines.push(unescaped(bytes))
    }
    if (size > LARGEST_RECORD || lines.some((line) => line.some((byte) => byte > SPACE))) yield await finish()
  },
}

const FROM = new TextEncoder().encode('From ')
const SPACE = 32
const GREATER = 62

function startsWith(line: Uint8Array, mark: Uint8Array, at = 0): boolean {
  return mark.every((byte, i) => line[at + i] === byte)
}

/** A line of a message that began with "From " was written with a sign before it. */
function unescaped(line: Uint8Array): Uint8Array {
  const signs = line.findIndex((byte) => byte !== GREATER)
  return signs > 0 && startsWith(line, FROM, signs) ? line.subarray(1) : line
}

/** Bytes as they came: a message names its encoding itself. */
function joinLines(lines: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(lines.flatMap((line, i) => (i === 0 ? [line] : [LINE_FEED, line]))))
}

const LINE_FEED = new Uint8Array([10])

function problem({ code, message }: SynopticError): Parsed {
  return { documents: [], diagnostics: [{ code, documentId: null, message, component: 'document/mail' }] }
}

async function readMessage(bytes: Uint8Array, id: string, origin: string): Promise<DocumentInput | null> {
  const message = await PostalMime.parse(bytes, { maxNestingDepth: 20 }).catch((error: unknown) => {
    // The library has an error of one kind for all that is wrong with a message.
    const reason = error instanceof Error ? error.message : String(error)
    throw new SynopticError(
      'INPUT_UNREADABLE',
      `${origin}: the message cannot be read (${reason.slice(0, 200)}): save its text as .txt`,
      { cause: error },
    )
  })
  const plain = message.html === undefined || message.html.trim() === ''
  const { text, whole, removed } = plain
    ? { text: message.text ?? '', whole: message.text ?? '', removed: [] }
    : readFragment(message.html!, 'document/mail')
  if (text.trim() === '') return null
  const sender = message.from?.name?.trim() || message.from?.address || null
  return {
    id: message.messageId?.replace(/^<|>$/g, '') || id,
    title: message.subject?.trim() || null,
    outlet: sender,
    publishedAt: readDate(message.date),
    text,
    state: findState(whole),
    removed,
  }
}
