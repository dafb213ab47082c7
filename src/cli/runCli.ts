import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { SynopticError, VERSION } from '../text/index.js'
import type { CliContext } from './context.js'
import { EXIT, type ExitCode } from './exitCodes.js'

const INPUTS =
  'addresses (https://…), files (.txt .md .html .json .jsonl .csv .pdf .docx .eml .mbox .warc, feeds, OPML, sitemaps, also .gz), folders, globs, or - for standard input'

const EXIT_HELP = `
Exit status:
  0  all inputs were read and compared
  1  a fault of the program itself
  2  the command line was wrong
  3  done, but some inputs could not be read or compared (listed on standard error)
  4  nothing to compare: fewer than two accounts could be read
`

/**
 * Runs one command line and gives its exit status. Commands are loaded when called, so that `--help` stays quick.
 */
export async function runCli(argv: readonly string[], context: CliContext): Promise<ExitCode> {
  let code: ExitCode = EXIT.done
  const program = createProgram(context, (result) => {
    code = result
  })
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage
    if (error instanceof SynopticError && error.code === 'OPTION_INVALID') {
      context.stderr.write(`synoptic: ${error.message}\n`)
      return EXIT.usage
    }
    context.stderr.write(`synoptic: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    return EXIT.fault
  }
}

function createProgram(context: CliContext, finish: (code: ExitCode) => void): Command {
  const program = new Command('synoptic')
    .description(
      'Reads several accounts of one event and lays them side by side: what they share, where they contradict each other, who said what.',
    )
    .version(VERSION)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void context.stdout.write(text),
      writeErr: (text) => void context.stderr.write(text),
    })
    .showHelpAfterError('(add --help for the options and examples)')
    .addHelpText('after', EXIT_HELP)
  const command = (name: string, description: string): Command =>
    program.command(name).description(description).exitOverride().addHelpText('after', EXIT_HELP)

  withReadingOptions(
    command('compare', 'compare several accounts of one event')
      .argument('<inputs...>', INPUTS)
      .addOption(
        new Option('--format <format>', 'how to print the dossier')
          .choices(['terminal', 'html', 'md', 'json', 'jsonld', 'csv'])
          .default('terminal'),
      )
      .option('--output <file>', 'write to a file instead of standard output')
      .option('--report <file>', 'write the HTML report to a file besides')
      .option('--title <title>', 'title of the story')
      .option('--section <names>', 'terminal only: sections to show, e.g. conflicts,quotes')
      .addOption(
        new Option('--table <name>', 'csv only: which table')
          .choices(['conflicts', 'quotes', 'claims', 'timeline'])
          .default('conflicts'),
      )
      .option('--width <columns>', 'terminal only: width of the text', parseWidth),
  )
    .addHelpText(
      'after',
      `
Examples:
  synoptic compare coverage/                          every account in a folder, in the terminal
  synoptic compare a.txt b.txt --format html --output report.html
  synoptic compare articles.jsonl --format json | jq .conflicts
  cat articles.jsonl | synoptic compare - --section conflicts
`,
    )
    .action(async (inputs: string[], options) => {
      const { compareCommand } = await import('./compareCommand.js')
      finish(await compareCommand(inputs, options, context))
    })

  withReadingOptions(
    command('group', 'put many accounts into stories, one event each')
      .argument('<inputs...>', INPUTS)
      .addOption(
        new Option('--format <format>', 'how to print: stories, or with jsonl every change as it happens')
          .choices(['terminal', 'json', 'jsonl'])
          .default('terminal'),
      )
      .addOption(
        new Option(
          '--order <order>',
          'by publication (holds all accounts at once), or as they come (holds the window only)',
        )
          .choices(['time', 'given'])
          .default('time'),
      )
      .option('--window <days>', 'days without a new account after which a story is closed', parseWindow, 7)
      .option('--compare <folder>', 'write a dossier (JSON and HTML) of every story of two accounts or more there')
      .option('--state <file>', 'go on from this file, and save there; .gz is packed')
      .option(
        '--corrections <file>',
        'what a person said: accounts together, apart, titles (JSON, see docs/stories.md)',
      )
      .option('--explain', 'terminal only: the figures and terms behind every membership', false)
      .option('--output <file>', 'write to a file instead of standard output')
      .option('--width <columns>', 'terminal only: width of the text', parseWidth),
  )
    .addHelpText(
      'after',
      `
Examples:
  synoptic group articles.jsonl                       the stories, largest first, and why each account belongs
  synoptic group feeds/ --compare dossiers/           a dossier and a report per story
  tail -f feed.jsonl | synoptic group - --order given --format jsonl --state stories.json.gz
  synoptic group articles.jsonl --corrections mine.json --explain
`,
    )
    .action(async (inputs: string[], options) => {
      const { groupCommand } = await import('./groupCommand.js')
      finish(await groupCommand(inputs, options, context))
    })

  withReadingOptions(
    command('quotes', 'list who said what, in which words')
      .argument('<inputs...>', INPUTS)
      .addOption(
        new Option('--format <format>', 'how to print the ledger').choices(['table', 'csv', 'json']).default('table'),
      )
      .option('--output <file>', 'write to a file instead of standard output')
      .option('--speaker <name>', 'only quotations of this speaker')
      .option('--width <columns>', 'table only: width of the text', parseWidth),
  )
    .addHelpText(
      'after',
      `
Examples:
  synoptic quotes coverage/
  synoptic quotes articles.jsonl --speaker "Maria Lind" --format csv
`,
    )
    .action(async (inputs: string[], options) => {
      const { quotesCommand } = await import('./quotesCommand.js')
      finish(await quotesCommand(inputs, options, context))
    })

  withReadingOptions(
    command('read', 'show what was understood of each account')
      .argument('<inputs...>', INPUTS)
      .option('--explain', 'show where each account came from and what was left out, instead of the reading', false)
      .addOption(
        new Option('--format <format>', 'how to print the reading')
          .choices(['terminal', 'json', 'jsonl'])
          .default('terminal'),
      )
      .option('--output <file>', 'write to a file instead of standard output')
      .option('--width <columns>', 'terminal only: width of the text', parseWidth),
  )
    .addHelpText(
      'after',
      `
Examples:
  synoptic read article.txt                           names, times, quantities and quotes marked in the text
  synoptic read coverage/ --format jsonl > readings.jsonl
  synoptic read page.html --explain                   what of the page was taken for the article, and what not
`,
    )
    .action(async (inputs: string[], options) => {
      const { readCommand } = await import('./readCommand.js')
      finish(await readCommand(inputs, options, context))
    })
  return program
}

function parseWindow(value: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*(d|h)?$/.exec(value.trim())
  const days = match === null ? Number.NaN : Number(match[1]) / (match[2] === 'h' ? 24 : 1)
  if (!(days > 0 && days <= 365))
    throw new InvalidArgumentError('give days above 0 and up to 365, such as 7 or 7d, or hours, such as 36h.')
  return days
}

function parseWidth(value: string): number {
  const width = Number(value)
  if (!Number.isInteger(width) || width < 40 || width > 400)
    throw new InvalidArgumentError('give a whole number from 40 to 400.')
  return width
}

/** The options of every command that reads accounts, last in its help. */
function withReadingOptions(command: Command): Command {
  return command
    .option('--cache <folder>', 'keep fetched pages there and ask again only whether they changed')
    .option('--allow-private', 'let addresses lead into private networks (your own server)', false)
    .option('--quiet', 'no progress and no notes on standard error', false)
}
