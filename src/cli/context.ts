import type { Readable, Writable } from 'node:stream'

/** What a command may touch of the world; handed in, so that tests run commands in memory. */
export interface CliContext {
  readonly stdin: Readable
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly stderr: Writable & { readonly isTTY?: boolean }
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Writes all of a long text, waiting where the reader is slow. A reader that went away (`| head`) is no error. */
export async function writeOut(stream: Writable, text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    stream.write(text, (error) => {
      if (error === null || error === undefined || (error as NodeJS.ErrnoException).code === 'EPIPE') resolve()
      else reject(error)
    })
  })
}

/** Lists what went wrong with the inputs, a line each; control characters of file names and texts are shown as �. */
export function reportDiagnostics(
  diagnostics: readonly { readonly code: string; readonly message: string }[],
  context: CliContext,
): void {
  for (const { code, message } of diagnostics) {
    context.stderr.write(
      `synoptic: ${message.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '�')} [${code}]\n`,
    )
  }
}
