import mammoth from 'mammoth'
import { SynopticError } from '../../text/index.js'
import type { BinaryFormat } from './format.js'
import { LARGEST_RECORD, tooLarge } from './limits.js'
import { repackZip } from './repackZip.js'

// Markup around text: a page of 3 KB is 30 KB of WordprocessingML.
const LARGEST_MARKUP = 4 * LARGEST_RECORD

/** Word documents: the text of their paragraphs. Pictures, comments and tracked deletions are left out. */
export const docx: BinaryFormat = {
  kind: 'binary',
  name: 'docx',
  extensions: ['docx'],
  async parse(bytes, source) {
    const unreadable = (reason: string, cause?: unknown): SynopticError =>
      new SynopticError(
        'INPUT_UNREADABLE',
        `${source.origin} is no readable Word document (${reason}): save it anew as .docx or .txt`,
        { cause },
      )
    // Pictures and fonts are not even unpacked.
    const parts = repackZip(
      bytes,
      (name) => /^(?:\[Content_Types\]|_rels\/|word\/)[^\0]*\.?(?:xml|rels)$/i.test(name),
      LARGEST_MARKUP,
    )
    if (parts.kind === 'too large')
      throw tooLarge(`${source.origin}, unpacked,`, LARGEST_MARKUP, 'give its text as .txt')
    if (parts.kind === 'damaged') throw unreadable(parts.reason)
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(parts.bytes) }).catch((error: unknown) => {
      throw unreadable(error instanceof Error ? error.message.slice(0, 200) : String(error), error)
    })
    const text = value.trim()
    if (text === '')
      throw new SynopticError('INPUT_EMPTY', `${source.origin} holds no text: give a file with the account's text`)
    return { documents: [{ id: source.name, text }], diagnostics: [] }
  },
}
