import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Diagnostic } from '../document/index.js'
import {
  type Corrections,
  createGrouper,
  type Grouper,
  parseCorrections,
  type Story,
  type StoryUpdate,
} from '../story/index.js'
import { SynopticError } from '../text/index.js'
import { deliver } from './compareCommand.js'
import { createStoryComparer, type StoryComparer } from './compareStories.js'
import { type CliContext, reportDiagnostics, writeOut } from './context.js'
import type { ExitCode } from './exitCodes.js'
import { createProgress } from './progress.js'
import { exitCodeOf, type ReadingFlags } from './readAccounts.js'
import { readAsGiven, readInTime } from './readInOrder.js'

export interface GroupFlags extends ReadingFlags {
  readonly format: 'terminal' | 'json' | 'jsonl'
  readonly order: 'time' | 'given'
  readonly window: number
  readonly explain: boolean
  readonly output?: string
  readonly compare?: string
  readonly state?: string
  readonly corrections?: string
  readonly width?: number
}

// 5,000 accounts: what a crash loses is read again in seconds, and writing the state is a small part of the work.
const SAVE_EVERY = 5_000

/** `synoptic group`: puts accounts of one event together, in one pass, and prints the stories or every change as it happens. */
export async function groupCommand(
  inputs: readonly string[],
  flags: GroupFlags,
  context: CliContext,
): Promise<ExitCode> {
  const progress = createProgress({ stream: context.stderr, quiet: flags.quiet })
  const corrections =
    flags.corrections === undefined ? null : parseCorrections(await readOption(flags.corrections), flags.corrections)
  const grouper = createGrouper(
    { windowDays: flags.window, ...(corrections === null ? {} : { corrections }) },
    flags.state !== undefined && existsSync(flags.state) ? await readOption(flags.state) : undefined,
  )
  const comparer = flags.compare === undefined ? null : await openComparer(flags.compare)
  const diagnostics: Diagnostic[] = []
  const closed: Story[] = []
  const seen = new Set<string>()
  let read = 0
  const lines: string[] = []
  const handle = async (update: StoryUpdate): Promise<void> => {
    if (update.kind === 'closed') {
      if (flags.format !== 'jsonl') closed.push(update.story)
      diagnostics.push(...((await comparer?.compare(update.story)) ?? []))
    }
    if (flags.format !== 'jsonl') return
    const line = `${JSON.stringify(update)}\n`
    if (flags.output === undefined) await writeOut(context.stdout, line)
    else lines.push(line)
  }
  const source = flags.order === 'time' ? readInTime : readAsGiven
  for await (const item of source(inputs, flags, context, progress)) {
    if (!('text' in item)) {
      diagnostics.push(item)
      continue
    }
    read++
    if (corrections !== null) seen.add(item.id)
    comparer?.hold(item)
    for (const update of grouper.add(item)) await handle(update)
    progress.show(`grouping, ${grouper.openStories()} stories open,`, read, 0)
    if (flags.state !== undefined && read % SAVE_EVERY === 0) await saveState(flags.state, grouper)
  }
  const left = grouper.stories()
  if (flags.state !== undefined) await saveState(flags.state, grouper)
  for (const story of left) {
    if (flags.state === undefined) await handle({ kind: 'closed', story })
    else {
      closed.push(story)
      diagnostics.push(...((await comparer?.compare(story)) ?? []))
    }
  }
  progress.clear()
  if (corrections !== null) diagnostics.push(...findUnmet(corrections, seen, grouper))
  if (flags.format === 'jsonl') {
    if (flags.output !== undefined) await deliver(lines.join(''), flags.output, context)
  } else await deliver(await renderAs(closed, flags, context), flags.output, context)
  if (!flags.quiet) reportDiagnostics(diagnostics, context)
  return exitCodeOf(diagnostics, read, 1)
}

async function renderAs(stories: readonly Story[], flags: GroupFlags, context: CliContext): Promise<string> {
  const { renderStories, renderStoriesJson } = await import('../report/stories/index.js')
  if (flags.format === 'json') return renderStoriesJson(stories)
  return renderStories(stories, {
    width: flags.width ?? Math.min(100, context.stdout.columns ?? 100),
    explain: flags.explain,
  })
}

async function openComparer(folder: string): Promise<StoryComparer> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (cause) {
    throw new SynopticError('OPTION_INVALID', `${folder} cannot be made a folder for the dossiers: give another`, {
      cause,
    })
  }
  return createStoryComparer(folder)
}

async function readOption(path: string): Promise<string> {
  try {
    const bytes = await readFile(path)
    return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new SynopticError('OPTION_INVALID', `${path} cannot be read (${reason}): give a file that exists`, { cause })
  }
}

/** Writes beside the file and renames, so that a crash never leaves half a state. */
async function saveState(path: string, grouper: Grouper): Promise<void> {
  const text = grouper.save()
  try {
    await writeFile(`${path}.new`, path.endsWith('.gz') ? gzipSync(text) : text)
    await rename(`${path}.new`, path)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new SynopticError(
      'OPTION_INVALID',
      `${path} cannot be written (${reason}): give a file in a folder that exists`,
      { cause },
    )
  }
}

function findUnmet(corrections: Corrections, seen: ReadonlySet<string>, grouper: Grouper): readonly Diagnostic[] {
  return corrections.documents
    .filter((document) => !seen.has(document) && grouper.storyOf(document) === null)
    .map((document) => ({
      code: 'CORRECTION_UNMET',
      documentId: document,
      message: `the corrections name "${document}", but no account of that id came: check the id, or take it out`,
      component: 'story/corrections',
    }))
}
