import type { Writable } from 'node:stream'

/** Shows on standard error what the program is at; silent where nobody watches or the work is short. */
export interface Progress {
  show(step: string, done: number, total: number): void
  /** Removes the line, so that what follows starts clean. */
  clear(): void
}

// Half a second: shorter work needs no line, and a line that flickers by only disturbs.
const DELAY_MS = 500
// Ten a second: enough to look alive.
const INTERVAL_MS = 100

export interface ProgressOptions {
  readonly stream: Writable & { readonly isTTY?: boolean }
  readonly quiet: boolean
}

/**
 * A progress line that rewrites itself on a terminal.
 *
 * Where standard error is no terminal, a plain line is written every ten seconds instead, so that logs stay short.
 */
export function createProgress({ stream, quiet }: ProgressOptions): Progress {
  const started = Date.now()
  let last = started + DELAY_MS - INTERVAL_MS
  let shown = false
  const interval = stream.isTTY === true ? INTERVAL_MS : 10_000
  return {
    show(step, done, total) {
      const now = Date.now()
      if (quiet || now - last < interval) return
      last = now
      const count = total > 0 ? ` ${done} of ${total}` : ''
      if (stream.isTTY === true) {
        stream.write(`\r\u001b[2K${step}${count} …`)
        shown = true
      } else stream.write(`${step}${count}\n`)
    },
    clear() {
      if (shown) stream.write('\r\u001b[2K')
      shown = false
    },
  }
}
