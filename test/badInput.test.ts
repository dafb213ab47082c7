import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkDossier, type Dossier } from '../src/dossier/index.js'
import { runInMemory } from './runInMemory.js'

const FIRST =
  'The pier at Alder Bay was rebuilt in May. Mayor Ada Lind said the work had cost two million crowns. Forty people worked on it.'
const SECOND =
  'Alder Bay has its pier back. The work cost three million crowns, Mayor Ada Lind said on Monday. Forty people worked on it.'
const THIRD = 'Children were the first to run along the new pier at Alder Bay, which opened on Sunday without a speech.'
const GERMAN =
  'Der Stadtrat teilte am Montag mit, dass die im Januar vom Sturm zerstörte Seebrücke wieder aufgebaut werden soll und mehr kostet.'

let folder = ''
let good: readonly string[] = []

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'synoptic-'))
  good = [file('first.txt', FIRST), file('second.txt', SECOND)]
})
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** Compares the two good accounts and the bad input, and gives the exit status, the dossier and what was said. */
async function compareWith(...bad: readonly string[]): Promise<{ code: number; dossier: Dossier; stderr: string }> {
  const { code, stdout, stderr } = await runInMemory(['compare', ...good, ...bad, '--format', 'json'])
  return { code, dossier: checkDossier(JSON.parse(stdout)), stderr }
}

const compared = (dossier: Dossier): readonly string[] =>
  dossier.documents.filter((document) => document.compared).map((document) => document.id)

describe('bad input', () => {
  it.each<[string, () => string, string]>([
    ['a missing file', () => join(folder, 'nowhere.txt'), 'INPUT_MISSING'],
    ['an empty file', () => file('empty.txt', ''), 'INPUT_EMPTY'],
    ['a binary file', () => file('picture.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 13])), 'INPUT_BINARY'],
    ['an unknown ending', () => file('notes.xyz', FIRST), 'INPUT_UNKNOWN_FORMAT'],
    ['an account in another language', () => file('german.txt', GERMAN), 'LANGUAGE_UNSUPPORTED'],
  ])('of %s is told apart, and the others are compared', async (_, make, code) => {
    const result = await compareWith(make())
    expect(result.code).toBe(3)
    expect(result.stderr).toContain(code)
    expect(compared(result.dossier)).toEqual(['first', 'second'])
  })

  it('of a file in a wrong encoding is read as far as possible, and said', async () => {
    const legacy = new Uint8Array([...new TextEncoder().encode(`${FIRST} It stands beside the caf`), 0xe9, 0x2e])
    const result = await compareWith(file('legacy.txt', legacy))
    expect(result.code).toBe(0)
    expect(result.stderr).toContain('INPUT_ENCODING')
    expect(result.dossier.documents.find((document) => document.id === 'legacy')?.text).toContain('café')
  })

  it('of a JSONL file with one broken line loses that line alone', async () => {
    const lines = [
      JSON.stringify({ id: 'x', text: FIRST }),
      '{"id": "broken',
      JSON.stringify({ id: 'y', text: SECOND }),
    ].join('\n')
    const result = await compareWith(file('records.jsonl', lines))
    expect(result.code).toBe(3)
    expect(result.stderr).toMatch(/line 2/)
    expect(compared(result.dossier)).toEqual(['first', 'second', 'x', 'y'])
  })

  it('of one account only is shown without a comparison', async () => {
    const { code, stdout, stderr } = await runInMemory(['compare', good[0]!, '--format', 'json'])
    expect(code).toBe(4)
    expect(stderr).toContain('TOO_FEW_DOCUMENTS')
    const dossier = checkDossier(JSON.parse(stdout))
    expect(dossier.documents).toHaveLength(1)
    expect(dossier.conflicts.filter((conflict) => conflict.within === null)).toEqual([])
  })

  it('of nothing readable at all ends with its own status', async () => {
    const { code, stderr } = await runInMemory(['compare', join(folder, 'nowhere.txt'), '--format', 'json'])
    expect(code).toBe(4)
    expect(stderr).toContain('INPUT_MISSING')
  })

  it('of the same file twice counts it once', async () => {
    const result = await compareWith(good[0]!)
    expect(result.code).toBe(0)
    expect(result.stderr).toContain('DOCUMENT_DUPLICATE')
    expect(compared(result.dossier)).toEqual(['first', 'second'])
  })

  it('of a 50 MB file is refused at once', async () => {
    const path = file('large.txt', 'x')
    truncateSync(path, 50 * 1024 * 1024)
    const result = await compareWith(path)
    expect(result.code).toBe(3)
    expect(result.stderr).toContain('INPUT_TOO_LARGE')
  })

  it('of a 100 KB word is read within its limits', async () => {
    const result = await compareWith(file('word.txt', `${FIRST} ${'x'.repeat(100_000)} ${SECOND}`))
    expect(result.code).toBe(0)
    expect(result.stderr).toContain('TOKEN_TOO_LONG')
    expect(compared(result.dossier)).toEqual(['first', 'second', 'word'])
  })

  it.each([
    [['compare']],
    [['compare', 'a.txt', '--format', 'pdf']],
    [['compare', 'a.txt', '--width', 'wide']],
    [['compare', 'a.txt', '--colour']],
    [['contrast', 'a.txt']],
  ])('on the command line (%j) ends with status 2', async (argv) => {
    const { code, stdout, stderr } = await runInMemory(argv)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/error/)
  })

  it.each([
    ['DOCUMENT_PAYWALLED', `${THIRD}\n\nSubscribe to continue reading.`],
    ['DOCUMENT_TRUNCATED', `${THIRD} And then the mayor said that …`],
  ])('of an account that was not read whole (%s) is compared, and its silence is told apart', async (code, text) => {
    const result = await compareWith(file(`${code}.txt`, text))
    expect(result.code).toBe(0)
    expect(result.stderr).toContain(code)
    const silent = result.dossier.claims.flatMap((claim) => claim.silent.filter(({ document }) => document === code))
    expect(new Set(silent.map(({ why }) => why))).toEqual(new Set(['notRead']))
  })

  it('of an output that cannot be written (OPTION_INVALID) says so', async () => {
    const { code, stderr } = await runInMemory([
      'compare',
      ...good,
      '--output',
      join(folder, 'no', 'such', 'folder.json'),
    ])
    expect(code).toBe(2)
    expect(stderr).toMatch(/cannot be written/)
  })

  it('never puts control characters of a file name on the terminal', async () => {
    const { stderr } = await runInMemory(['compare', `${folder}/\u001b[31mred.txt`, good[0]!, '--format', 'json'])
    expect(stderr).not.toContain('\u001b[31m')
  })
})

describe('help', () => {
  it.each([[['--help']], [['compare', '--help']], [['quotes', '--help']], [['read', '--help']]])(
    'of %j is complete',
    async (argv) => {
      const { code, stdout } = await runInMemory(argv)
      expect(code).toBe(0)
      expect(stdout).toMatch(/Exit status/)
      if (argv.length > 1) expect(stdout).toMatch(/Examples:/)
    },
  )
})
