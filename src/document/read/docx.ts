import mammoth from 'mammoth'
import { SynopticError } from '../../text/index.js'
import type { BinaryFormat } from './format.js'

/** Word documents: the text of their paragraphs. Pictures, comments and tracked deletions are left out. */
export const docx: BinaryFormat = {
  kind: 'binary',
  name: 'docx',
  extensions: ['docx'],
  async parse(bytes, source) {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) }).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error)
      throw new SynopticError(
        'INPUT_UNREADABLE',
        `${source.origin} is no readable Word document (${reason}): save it anew as .docx or .txt`,
        { cause: error },
      )
    })
    const text = value.trim()
    if (text === '')
      throw new SynopticError('INPUT_EMPTY', `${source.origin} holds no text: give a file with the account's text`)
    return { documents: [{ id: source.name, text }], diagnostics: [] }
  },
}
