import { Worker } from 'node:worker_threads'

/** What a PDF gave: its pages' text, or why there is none. */
export type PdfResult =
  | { readonly kind: 'read'; readonly pages: readonly string[]; readonly title: string | null }
  | { readonly kind: 'long'; readonly pages: number }
  | { readonly kind: 'failed'; readonly reason: string }

// The thread's program as text, so that it is the same from sources, from the package and in tests.
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

// A second for each 100 KB, and two to begin with; a report of 5 MB takes about three.
const FIRST_MS = 2_000
const MS_PER_BYTE = 0.01
// Loading the library on a busy machine.
const START_MS = 20_000
const MOST_MEMORY_MB = 1_024

// One thread serves all PDFs of a run, one after the other: starting one takes a third of a second.
let thread: Worker | null = null
let turn: Promise<unknown> = Promise.resolve()

/**
 * The text of a PDF, read in a thread of its own: a file made to keep the library busy or to fill the memory ends with its thread, after two
 * seconds and one for each 100 KB. Never throws for what the file holds.
 */
export function readPdf(bytes: Uint8Array, mostPages: number): Promise<PdfResult> {
  const result = turn.then(() => readNow(bytes, mostPages))
  turn = result.catch(() => {})
  return result
}

function readNow(bytes: Uint8Array, mostPages: number): Promise<PdfResult> {
  const worker = thread ?? startThread()
  thread = worker
  return new Promise((resolve) => {
    const finish = (result: PdfResult, keep: boolean): void => {
      clearTimeout(timer)
      // By name: without a name the thread's own listeners would go too.
      for (const name of ['message', 'error', 'exit']) worker.removeAllListeners(name)
      worker.unref()
      if (!keep) {
        thread = null
        // What the thread says while it ends interests nobody.
        worker.on('error', () => {})
        void worker.terminate()
      }
      resolve(result)
    }
    const late = (): void => finish({ kind: 'failed', reason: 'reading it took too long' }, false)
    let timer = setTimeout(late, START_MS)
    worker.ref()
    worker.on('message', (message: PdfResult | { readonly kind: 'begun' }) => {
      if (message.kind !== 'begun') return finish(message, true)
      clearTimeout(timer)
      timer = setTimeout(late, FIRST_MS + bytes.length * MS_PER_BYTE)
    })
    worker.on('error', (error) => finish({ kind: 'failed', reason: error.message }, false))
    worker.on('exit', () => finish({ kind: 'failed', reason: 'its reader ended' }, false))
    // A copy: the caller keeps its bytes.
    worker.postMessage({ bytes: new Uint8Array(bytes), mostPages })
  })
}

function startThread(): Worker {
  return new Worker(PROGRAM, {
    eval: true,
    workerData: { library: import.meta.resolve('unpdf') },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    stdout: true,
    stderr: true,
    // Without what the parent was started with: loaders of TypeScript and the like are no use here.
    execArgv: [],
  })
}
