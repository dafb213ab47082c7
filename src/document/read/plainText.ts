import type { TextFormat } from './format.js'

/** Plain text and Markdown: the file's content is the account, unchanged, so that offsets made elsewhere stay valid. */
export const plainText: TextFormat = {
  kind: 'text',
  name: 'text',
  extensions: ['txt', 'text', 'md', 'markdown', ''],
  parse(text, source) {
    return { documents: [{ id: source.name, text }], diagnostics: [] }
  },
}
