import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkDossier } from '../../src/dossier/index.js'
import { runInMemory } from '../runInMemory.js'

const ACCOUNTS = [
  {
    id: 'herald',
    title: 'Flood drives forty families of Mellin from their homes',
    outlet: 'Valley Herald',
    publishedAt: '2025-03-01T08:00:00Z',
    text: 'The river Oster flooded the village of Mellin on Saturday. Mayor Ada Lind opened the school to forty families. "We had an hour to leave," she said. Engineers from Dunmore watched the Oster dam.',
  },
  {
    id: 'budget',
    title: 'Northwind pilots strike over pay',
    outlet: 'Dunmore Star',
    publishedAt: '2025-03-01T09:00:00Z',
    text: 'Pilots of Northwind Air began a strike over pay and three hundred flights were cancelled at Kestrel airport. The union of pilots said talks with Northwind had failed.',
  },
  {
    id: 'star',
    title: 'Mellin under water as the Oster rises',
    outlet: 'Dunmore Star',
    publishedAt: '2025-03-01T12:00:00Z',
    text: 'Forty families spent the night in the school of Mellin after the Oster flooded their village. Mayor Ada Lind said the river Oster had never stood so high. Engineers from Dunmore said the dam would hold.',
  },
]

let folder = ''
const path = (name: string): string => join(folder, name)
const write = (name: string, value: string): string => {
  writeFileSync(path(name), value)
  return path(name)
}
const articles = (records: readonly object[] = ACCOUNTS): string =>
  write('articles.jsonl', records.map((record) => JSON.stringify(record)).join('\n'))
const group = (...flags: readonly string[]) => runInMemory(['group', ...flags])
const idsOf = (stdout: string): string[] =>
  (JSON.parse(stdout) as { stories: { members: { document: string }[] }[] }).stories.map((story) =>
    story.members.map(({ document }) => document).join('+'),
  )

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'synoptic-group-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('synoptic group', () => {
  it('prints stories with why each account belongs', async () => {
    const { code, stdout } = await group(articles(), '--explain')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^3 accounts in 2 stories: 1 story of two accounts or more, 1 account alone\n/)
    expect(stdout).toMatch(/fits 0\.\d\d \(from 0\.\d\d on\) · .*Mellin/)
    expect(stdout).toMatch(/shared: /)
  })

  it('gives the same stories whatever the order of the inputs', async () => {
    const { stdout } = await group(articles(), '--format', 'json')
    expect(idsOf(stdout)).toEqual(['herald+star', 'budget'])
    const turned = await group(articles([...ACCOUNTS].reverse()), '--format', 'json')
    expect(turned.stdout).toBe(stdout)
  })

  it('writes every change as it happens', async () => {
    const { stdout } = await runInMemory(
      ['group', '-', '--order', 'given', '--format', 'jsonl'],
      ACCOUNTS.map((record) => JSON.stringify(record)).join('\n'),
    )
    const kinds = stdout
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { kind: string }).kind)
    expect(kinds).toEqual(['opened', 'opened', 'added', 'closed', 'closed'])
  })

  it('writes a dossier and a report for every story of two accounts', async () => {
    const { code } = await group(articles(), '--compare', path('dossiers'))
    expect(code).toBe(0)
    const files = readdirSync(path('dossiers'))
    expect(files).toHaveLength(2)
    const dossier = JSON.parse(
      readFileSync(join(path('dossiers'), files.find((file) => file.endsWith('.json'))!), 'utf8'),
    )
    expect(checkDossier(dossier).documents).toHaveLength(2)
  })

  it('obeys a corrections file in every run', async () => {
    const said = write('said.json', '{"format":"synoptic-corrections/1","apart":[["herald","star"]]}')
    for (let run = 0; run < 2; run++) {
      const { stdout } = await group(articles(), '--corrections', said, '--format', 'json')
      expect(idsOf(stdout).sort()).toEqual(['budget', 'herald', 'star'])
    }
  })

  it('says which corrections were not met', async () => {
    const said = write('said.json', '{"format":"synoptic-corrections/1","titles":{"nobody":"x"}}')
    const { code, stderr } = await group(articles(), '--corrections', said)
    expect(code).toBe(3)
    expect(stderr).toMatch(/"nobody".*\[CORRECTION_UNMET\]/)
  })

  it('goes on from its state, and says whose text it has no more', async () => {
    const state = path('state.json.gz')
    await group(articles(ACCOUNTS.slice(0, 2)), '--state', state)
    const { code, stdout, stderr } = await group(
      articles(ACCOUNTS.slice(2)),
      ...['--state', state, '--format', 'json', '--compare', path('dossiers')],
    )
    expect(idsOf(stdout)).toEqual(['herald+star', 'budget'])
    expect(code).toBe(3)
    expect(stderr).toMatch(/\[STORY_INCOMPLETE\]/)
    const again = await group(articles(), '--state', state, '--format', 'json', '--compare', path('dossiers'))
    expect(again.stdout).toBe(stdout)
    expect(again.code).toBe(0)
    expect(readdirSync(path('dossiers'))).toHaveLength(2)
  })

  it.each([
    [['--window', 'soon'], /days above 0/],
    [['--corrections', 'nowhere.json'], /cannot be read/],
    [['--state', '/nowhere/at/all.json'], /cannot be written/],
  ])('refuses %s', async (flags, message) => {
    const { code, stderr } = await group(articles(), ...flags)
    expect(code).toBe(2)
    expect(stderr).toMatch(message)
  })

  it('ends with 4 when nothing could be read', async () => {
    expect((await group(path('nothing.jsonl'))).code).toBe(4)
  })
})
