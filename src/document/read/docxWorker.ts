import { createLibraryThread } from './libraryThread.js'

/** The text of a Word document's paragraphs. */
export interface WordResult {
  readonly kind: 'read'
  readonly text: string
}

const PROGRAM = `
const { parentPort, workerData } = require('node:worker_threads')
const library = import(workerData.library)
parentPort.on('message', async ({ bytes }) => {
  const { default: mammoth } = await library
  parentPort.postMessage({ kind: 'begun' })
  try {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
    parentPort.postMessage({ kind: 'read', text: value })
  } catch (error) {
    parentPort.postMessage({ kind: 'failed', reason: String(error?.message || error?.name || error).slice(0, 200) })
  }
})
`

/**
 * The text of a Word document, read in a thread with a deadline: the library's tree of the markup takes time with the square of the elements
 * beside each other. See {@link createLibraryThread}.
 */
export const readWord = createLibraryThread<WordResult, object>({
  program: PROGRAM,
  library: import.meta.resolve('mammoth'),
})
