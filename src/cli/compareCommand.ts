import { writeFile } from 'node:fs/promises'
import { compileDossier, type Dossier } from '../dossier/index.js'
import { SynopticError } from '../text/index.js'
import { type CliContext, reportDiagnostics, writeOut } from './context.js'
import type { ExitCode } from './exitCodes.js'
import { createProgress } from './progress.js'
import { exitCodeOf, type ReadingFlags, readAccounts } from './readAccounts.js'

export interface CompareFlags extends ReadingFlags {
  readonly format: 'terminal' | 'html' | 'md' | 'json' | 'jsonld' | 'csv'
  readonly table: 'conflicts' | 'quotes' | 'claims' | 'timeline'
  readonly output?: string
  readonly report?: string
  readonly title?: string
  readonly section?: string
  readonly width?: number
}

/** `synoptic compare`: reads the inputs, compares them, prints the dossier, and writes the report where asked. */
export async function compareCommand(
  inputs: readonly string[],
  flags: CompareFlags,
  context: CliContext,
): Promise<ExitCode> {
  const progress = createProgress({ stream: context.stderr, quiet: flags.quiet })
  const { documents, diagnostics } = await readAccounts(inputs, flags, context, progress)
  const dossier = compileDossier(documents, {
    diagnostics,
    ...(flags.title === undefined ? {} : { title: flags.title }),
    onProgress: (step, done, total) => progress.show(step, done, total),
  })
  progress.show('writing', 0, 0)
  // A page of empty headings would bury why there is nothing; programs still get a dossier that says so.
  const nothing = flags.format === 'terminal' && dossier.documents.length === 0
  const text = nothing ? null : await renderAs(dossier, flags, context)
  const report = flags.report === undefined ? null : await (await import('../report/index.js')).renderHtml(dossier)
  progress.clear()
  if (text !== null) await deliver(text, flags.output, context)
  if (report !== null && flags.report !== undefined) {
    await writeTo(flags.report, report)
    if (!flags.quiet) context.stderr.write(`synoptic: the report is in ${flags.report}: open it in a browser\n`)
  }
  if (!flags.quiet || nothing) reportDiagnostics(dossier.diagnostics, context)
  return exitCodeOf(dossier.diagnostics, dossier.documents.filter((document) => document.compared).length, 2)
}

async function renderAs(dossier: Dossier, flags: CompareFlags, context: CliContext): Promise<string> {
  const report = await import('../report/index.js')
  switch (flags.format) {
    case 'json':
      return report.renderJson(dossier)
    case 'html':
      return report.renderHtml(dossier)
    case 'md':
      return report.renderMarkdown(dossier)
    case 'jsonld':
      return report.renderJsonLd(dossier)
    case 'csv':
      return report.renderCsv(dossier, flags.table)
    case 'terminal':
      return report.renderTerminal(dossier, terminalOptions(flags, context))
  }
}

function terminalOptions(flags: CompareFlags, context: CliContext) {
  const toTerminal = flags.output === undefined && context.stdout.isTTY === true
  return {
    width: flags.width ?? Math.min(100, context.stdout.columns ?? 100),
    colour: toTerminal && (context.env.NO_COLOR ?? '') === '' && context.env.TERM !== 'dumb',
    hyperlinks: toTerminal,
    ...(flags.section === undefined ? {} : { sections: flags.section.split(',').map((name) => name.trim()) }),
  }
}

/** Writes to the file where one is named, else to standard output. */
export async function deliver(text: string, output: string | undefined, context: CliContext): Promise<void> {
  if (output === undefined) await writeOut(context.stdout, text.endsWith('\n') ? text : `${text}\n`)
  else await writeTo(output, text)
}

async function writeTo(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new SynopticError(
      'OPTION_INVALID',
      `${path} cannot be written (${reason}): give a file in a folder that exists`,
      { cause: error },
    )
  }
}
