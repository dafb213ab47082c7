import PostalMime from 'postal-mime'
import { SynopticError } from '../../text/index.js'
import type { DocumentInput } from '../createDocument.js'
import type { BinaryFormat, StreamFormat } from './format.js'
import { htmlParagraphs } from './html/htmlParagraphs.js'
import { LARGEST_RECORD } from './limits.js'
import { lineTooLong, splitLines } from './splitLines.js'

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
    let lines: string[] = []
    let size = 0
    let count = 0
    const finish = async () => {
      count++
      const bytes = new TextEncoder().encode(lines.join('\n'))
      lines = []
      size = 0
      const origin = `${source.origin}, message ${count}`
      try {
        const document = await readMessage(bytes, `${source.name}-${count}`, origin)
        return { documents: document === null ? [] : [document], diagnostics: [] }
      } catch (error) {
        if (!(error instanceof SynopticError)) throw error
        return {
          documents: [],
          diagnostics: [{ code: error.code, documentId: null, message: error.message, component: 'document/mail' }],
        }
      }
    }
    for await (const { number, text } of splitLines(source.open(), LARGEST_RECORD)) {
      if (text?.startsWith('From ') === true && lines.length > 0) yield await finish()
      if (text?.startsWith('From ') === true) continue
      size += text?.length ?? 0
      if (text === null || size > LARGEST_RECORD) {
        if (text === null)
          yield {
            documents: [],
            diagnostics: [
              {
                code: 'INPUT_TOO_LARGE',
                documentId: null,
                message: lineTooLong(source.origin, number, LARGEST_RECORD),
                component: 'document/mail',
              },
            ],
          }
        continue
      }
      lines.push(text.replace(/^>(>*From )/, '$1'))
    }
    if (lines.some((line) => line.trim() !== '')) yield await finish()
  },
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
  const text =
    message.html === undefined || message.html.trim() === ''
      ? (message.text ?? '')
      : htmlParagraphs(message.html).join('\n\n')
  if (text.trim() === '') return null
  const sender = message.from?.name?.trim() || message.from?.address || null
  return {
    id: message.messageId?.replace(/^<|>$/g, '') || id,
    title: message.subject?.trim() || null,
    outlet: sender,
    publishedAt:
      message.date === undefined || Number.isNaN(Date.parse(message.date))
        ? null
        : new Date(message.date).toISOString(),
    text,
  }
}
