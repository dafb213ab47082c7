import { createLibraryThread } from './libraryThread.js'

/** What a PDF gave: its pages' text, or why there is none. */
export type PdfResult =
  | { readonly kind: 'read'; readonly pages: readonly string[]; readonly title: string | null }
  | { readonly kind: 'long'; readonly pages: number }

const PROGRAM = `
const { parentPort, workerData } = require('node:worker_threads')
const library = import(workerData.library)
parentPort.on('message', async ({ bytes, mostPages }) => {
  const { getDocumentProxy, extractText, getMeta } = await library
  parentPort.postMessage({ kind: 'begun' })
  let proxy
  try {
    // Warnings of damaged files would go to the terminal, ten thousand at a time.
    proxy = await getDocumentProxy(bytes, { verbosity: 0, isEvalSupported: false })
    if (proxy.numPages > mostPages) parentPort.postMessage({ kind: 'long', pages: proxy.numPages })
    else {
      const { text } = await extractText(proxy, { mergePages: false })
      const title = await getMeta(proxy).then(({ info }) => info?.Title, () => null)
      parentPort.postMessage({ kind: 'read', pages: text, title: typeof title === 'string' ? title : null })
    }
  } catch (error) {
    parentPort.postMessage({ kind: 'failed', reason: String(error?.message || error?.name || error).slice(0, 200) })
  }
  await proxy?.loadingTask?.destroy().catch(() => {})
})
`

/** The text of a PDF, read in a thread with a deadline; see {@link createLibraryThread}. */
export const readPdf = createLibraryThread<PdfResult, { readonly mostPages: number }>({
  program: PROGRAM,
  library: import.meta.resolve('unpdf'),
})
