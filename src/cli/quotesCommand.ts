import { compileDossier } from '../dossier/index.js'
import { deliver } from './compareCommand.js'
import { type CliContext, reportDiagnostics } from './context.js'
import type { ExitCode } from './exitCodes.js'
import { createProgress } from './progress.js'
import { exitCodeOf, type ReadingFlags, readAccounts } from './readAccounts.js'

export interface QuotesFlags extends ReadingFlags {
  readonly format: 'table' | 'csv' | 'json'
  readonly output?: string
  readonly speaker?: string
  readonly width?: number
}

/** `synoptic quotes`: the ledger of who said what, by speaker, with the variants of each utterance. One account is enough. */
export async function quotesCommand(
  inputs: readonly string[],
  flags: QuotesFlags,
  context: CliContext,
): Promise<ExitCode> {
  const progress = createProgress({ stream: context.stderr, quiet: flags.quiet })
  const { documents, diagnostics } = await readAccounts(inputs, flags, context, progress)
  const dossier = compileDossier(documents, {
    diagnostics,
    onProgress: (step, done, total) => progress.show(step, done, total),
  })
  const { renderQuotes } = await import('../report/quotes/index.js')
  const text = renderQuotes(dossier, {
    format: flags.format,
    width: flags.width ?? Math.min(100, context.stdout.columns ?? 100),
    ...(flags.speaker === undefined ? {} : { speaker: flags.speaker }),
  })
  progress.clear()
  await deliver(text, flags.output, context)
  const shown = dossier.diagnostics.filter(({ code }) => code !== 'TOO_FEW_DOCUMENTS')
  if (!flags.quiet) reportDiagnostics(shown, context)
  return exitCodeOf(shown, dossier.documents.length, 1)
}
