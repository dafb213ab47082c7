import PostalMime from 'postal-mime'
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
    const document = await readMessage(bytes, source.name)
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
      const document = await readMessage(bytes, `${source.name}-${count}`)
      return { documents: document === null ? [] : [document], diagnostics: [] }
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

async function readMessage(bytes: Uint8Array, id: string): Promise<DocumentInput | null> {
  const message = await PostalMime.parse(bytes, { maxNestingDepth: 20 })
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
