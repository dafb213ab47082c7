import { Readable, Writable } from 'node:stream'
import { runCli } from '../src/cli/runCli.js'

export interface CliResult {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command line in this process, with its streams in memory. */
export async function runInMemory(argv: readonly string[], stdin = ''): Promise<CliResult> {
  const written = { stdout: '', stderr: '' }
  const collect = (key: 'stdout' | 'stderr') =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        written[key] += chunk.toString('utf8')
        done()
      },
    })
  const code = await runCli(argv, {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout: collect('stdout'),
    stderr: collect('stderr'),
    env: { NO_COLOR: '1' },
  })
  return { code, ...written }
}
