import { SynopticError } from '../../text/index.js'
import { findXmlFault } from './checkXml.js'
import { readWord } from './docxWorker.js'
import type { BinaryFormat } from './format.js'
import { LARGEST_RECORD, tooLarge } from './limits.js'
import { repackZip } from './repackZip.js'

// Markup around text: a page of 3 KB is 30 KB of WordprocessingML.
const LARGEST_MARKUP = 4 * LARGEST_RECORD
// Written documents pack to a tenth or a twentieth; what grows further is a bomb, and would cost seconds to walk through.
const MOST_GROWTH = 40
const SMALLEST_LIMIT = 512 * 1024

/** Word documents: the text of their paragraphs. Pictures, comments and tracked deletions are left out. */
export const docx: BinaryFormat = {
  kind: 'binary',
  name: 'docx',
  extensions: ['docx'],
  async parse(bytes, source) {
    const unreadable = (reason: string): SynopticError =>
      new SynopticError(
        'INPUT_UNREADABLE',
        `${source.origin} is no readable Word document (${reason}): save it anew as .docx or .txt`,
      )
    const largest = Math.min(LARGEST_MARKUP, Math.max(SMALLEST_LIMIT, bytes.length * MOST_GROWTH))
    // Pictures and fonts are not even unpacked.
    const parts = repackZip(
      bytes,
      (name) => /^(?:\[Content_Types\]|_rels\/|word\/)[^\0]*\.?(?:xml|rels)$/i.test(name),
      largest,
      (part) => findXmlFault(part.toString('utf8')),
    )
    if (parts.kind === 'too large') throw tooLarge(`${source.origin}, unpacked,`, largest, 'give its text as .txt')
    if (parts.kind === 'damaged') throw unreadable(parts.reason)
    const read = await readWord(parts.bytes, {})
    if (read.kind === 'failed') throw unreadable(read.reason)
    const text = read.text.trim()
    if (text === '')
      throw new SynopticError('INPUT_EMPTY', `${source.origin} holds no text: give a file with the account's text`)
    return { documents: [{ id: source.name, text }], diagnostics: [] }
  },
}
