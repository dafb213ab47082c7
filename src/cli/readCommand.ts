import { createReader } from '../claim/index.js'
import { assembleReading } from '../dossier/index.js'
import { deliver } from './compareCommand.js'
import { explainAll } from './explainReading.js'
import { type CliContext, reportDiagnostics, writeOut } from './context.js'
import type { ExitCode } from './exitCodes.js'
import { createProgress } from './progress.js'
import { exitCodeOf, type ReadingFlags, readAccounts } from './readAccounts.js'

export interface ReadFlags extends ReadingFlags {
  readonly explain: boolean
  readonly format: 'terminal' | 'json' | 'jsonl'
  readonly output?: string
  readonly width?: number
}

/** `synoptic read`: what was understood of each account, one after the other, so that a folder of any size can be read. */
export async function readCommand(inputs: readonly string[], flags: ReadFlags, context: CliContext): Promise<ExitCode> {
  const progress = createProgress({ stream: context.stderr, quiet: flags.quiet })
  const { documents, diagnostics } = await readAccounts(inputs, flags, context, progress)
  if (flags.explain) {
    progress.clear()
    await deliver(explainAll(documents), flags.output, context)
    if (!flags.quiet) reportDiagnostics(diagnostics, context)
    return exitCodeOf(diagnostics, documents.length, 1)
  }
  const reader = createReader({ keepTokens: true })
  const { renderReading } = await import('../report/index.js')
  const all = [...diagnostics]
  const parts: string[] = []
  for (const [index, document] of documents.entries()) {
    progress.show('reading', index, documents.length)
    const read = reader(document)
    all.push(...read.diagnostics)
    const reading = assembleReading(read)
    const text =
      flags.format === 'terminal' ? renderReading(reading, readingOptions(flags, context)) : JSON.stringify(reading)
    if (flags.format === 'json' || flags.output !== undefined) parts.push(text)
    else await writeOut(context.stdout, `${text}\n`)
  }
  progress.clear()
  if (flags.format === 'json') await deliver(`[${parts.join(',\n')}]\n`, flags.output, context)
  else if (flags.output !== undefined) await deliver(parts.map((part) => `${part}\n`).join(''), flags.output, context)
  if (!flags.quiet) reportDiagnostics(all, context)
  return exitCodeOf(all, documents.length, 1)
}

function readingOptions(flags: ReadFlags, context: CliContext): { width: number; colour: boolean } {
  const toTerminal = flags.output === undefined && context.stdout.isTTY === true
  return {
    width: flags.width ?? Math.min(100, context.stdout.columns ?? 100),
    colour: toTerminal && (context.env.NO_COLOR ?? '') === '' && context.env.TERM !== 'dumb',
  }
}
