import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import { runInMemory } from './runInMemory.js'

const README = readFileSync('README.md', 'utf8')
const OUTPUT = /(<!-- output: start -->\n```text\n)([\s\S]*?)(```\n<!-- output: end -->)/

function markdownFiles(): string[] {
  const pages = ['docs', 'training'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name)),
  )
  const cards = readdirSync('models').flatMap((task) => {
    const card = join('models', task, 'card.md')
    return existsSync(card) ? [card] : []
  })
  return ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...pages, ...cards]
}

describe('the pages', () => {
  it.each(markdownFiles())('%s has no dead link and nothing left to fill in', (file) => {
    const text = readFileSync(file, 'utf8')
    const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)/g)].map((match) => match[1]!)
    expect(links.filter((link) => !existsSync(join(dirname(file), link)))).toEqual([])
    expect(text.match(/^(?:FIGURES|TODO|TBD|[A-Z]{4,}\d*)$|^\| [A-Z]{4,}\d* +\|?$/gm) ?? []).toEqual([])
  })
})

describe('the README', () => {
  it('shows the true first lines of what npm start prints (UPDATE_README=1 renews them)', async () => {
    const shown = OUTPUT.exec(README)![2]!
    const argv = ['compare', 'examples/alaska-summit', '--title', 'The Alaska summit', '--quiet']
    const { stdout } = await runInMemory(argv)
    const lines = shown.split('\n').length - 1
    const wanted = `${stdout.split('\n').slice(0, lines).join('\n')}\n`
    if (process.env.UPDATE_README === '1') {
      writeFileSync(
        'README.md',
        README.replace(OUTPUT, (_, before: string, __, after: string) => before + wanted + after),
      )
      return
    }
    expect(shown).toBe(wanted)
  })

  it('has a library example that runs', async () => {
    const example = /```ts\n(import \{ compare[\s\S]*?)```/.exec(README)![1]!
    const own = example.replace("'synoptic'", "'../src/index.js'").replace('coverage/', 'examples/alaska-summit')
    mkdirSync('.cache', { recursive: true })
    writeFileSync('.cache/readmeExample.ts', own)
    const printed: unknown[][] = []
    const log = vi.spyOn(console, 'log').mockImplementation((...args: unknown[]) => void printed.push(args))
    try {
      await import(pathToFileURL('.cache/readmeExample.ts').href)
    } finally {
      log.mockRestore()
    }
    expect(printed.length).toBeGreaterThan(0)
    for (const [kind, sides] of printed) {
      expect(typeof kind).toBe('string')
      expect((sides as string[]).length).toBeGreaterThanOrEqual(2)
    }
  })
})
