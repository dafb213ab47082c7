import { Worker } from 'node:worker_threads'

/** What a thread's program answers; `begun` once its library is loaded, when the clock for the file starts. */
export type ThreadAnswer<R> = R | { readonly kind: 'begun' } | ThreadFailure

export interface ThreadFailure {
  readonly kind: 'failed'
  readonly reason: string
}

export interface ThreadOptions {
  /** The program as text, so that it is the same from sources, from the package and in tests. It gets `{ bytes, ... }` messages. */
  readonly program: string
  /** Address of the module the program loads. */
  readonly library: string
}

// A second for each 100 KB, and two to begin with; a report of 5 MB takes about three.
const FIRST_MS = 2_000
const MS_PER_BYTE = 0.01
// Loading the library on a busy machine.
const START_MS = 20_000
const MOST_MEMORY_MB = 1_024

/**
 * A function that has files read by a library in a thread of its own: a file made to keep the library busy or to fill the memory ends with
 * its thread, after two seconds and one for each 100 KB.
 *
 * One thread serves all files of a run, one after the other: starting one takes a third of a second. Never throws for what a file holds.
 */
export function createLibraryThread<R extends { readonly kind: string }, O extends object>({
  program,
  library,
}: ThreadOptions): (bytes: Uint8Array, options: O) => Promise<R | ThreadFailure> {
  let thread: Worker | null = null
  let turn: Promise<unknown> = Promise.resolve()

  const readNow = (bytes: Uint8Array, options: O): Promise<R | ThreadFailure> => {
    const worker = thread ?? startThread(program, library)
    thread = worker
    return new Promise((resolve) => {
      const finish = (result: R | ThreadFailure, keep: boolean): void => {
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
      worker.on('message', (message: ThreadAnswer<R>) => {
        if (message.kind !== 'begun') return finish(message as R | ThreadFailure, true)
        clearTimeout(timer)
        timer = setTimeout(late, FIRST_MS + bytes.length * MS_PER_BYTE)
      })
      worker.on('error', (error) => finish({ kind: 'failed', reason: error.message }, false))
      worker.on('exit', () => finish({ kind: 'failed', reason: 'its reader ended' }, false))
      // A copy: the caller keeps its bytes.
      worker.postMessage({ bytes: new Uint8Array(bytes), ...options })
    })
  }

  return (bytes, options) => {
    const result = turn.then(() => readNow(bytes, options))
    turn = result.catch(() => {})
    return result
  }
}

function startThread(program: string, library: string): Worker {
  return new Worker(program, {
    eval: true,
    workerData: { library },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    stdout: true,
    stderr: true,
    // Without what the parent was started with: loaders of TypeScript and the like are no use here.
    execArgv: [],
  })
}
