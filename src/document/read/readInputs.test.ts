import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readInputs } from './readInputs.js'

let folder = ''
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'synoptic-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('readInputs', () => {
  it('reads files, folders, globs and standard input, in the order of ids', async () => {
    const b = file('b.txt', 'Second account.')
    file('a.txt', 'First account.')
    const all = await readInputs([join(folder, '*.txt')])
    expect(all.documents.map((document) => document.id)).toEqual(['a', 'b'])
    expect((await readInputs([folder])).documents).toHaveLength(2)
    const piped = await readInputs(['-', b], {
      standardInput: (async function* () {
        yield '{"id":"z","text":"Z."}\n{"id":"y","text":"Y."}'
      })(),
    })
    expect(piped.documents.map((document) => document.id)).toEqual(['b', 'y', 'z'])
  })

  it('goes on after a missing file and says so', async () => {
    const read = await readInputs([join(folder, 'nowhere.txt'), join(folder, 'a.txt')])
    expect(read.documents).toHaveLength(1)
    expect(read.diagnostics.map((diagnostic) => diagnostic.code)).toEqual(['INPUT_MISSING'])
  })

  it('counts the same file given twice once', async () => {
    const read = await readInputs([join(folder, 'a.txt'), join(folder, 'a.txt')])
    expect(read.documents).toHaveLength(1)
    expect(read.diagnostics.map((diagnostic) => diagnostic.code)).toEqual(['DOCUMENT_DUPLICATE'])
  })

  it('keeps other texts under one id apart, whatever their order', async () => {
    const records = (order: string[]) => order.map((text) => JSON.stringify({ id: 'x', text })).join('\n')
    const one = await readInputs([file('one.jsonl', records(['First.', 'Second.']))])
    const two = await readInputs([file('two.jsonl', records(['Second.', 'First.']))])
    const pairs = (read: typeof one) => read.documents.map((document) => [document.id, document.text])
    expect(pairs(one)).toEqual(pairs(two))
    expect(new Set(one.documents.map((document) => document.id)).size).toBe(2)
  })

  it('refuses a file above the limit without reading it', async () => {
    const path = file('large.txt', 'x')
    truncateSync(path, 50 * 1024 * 1024)
    const read = await readInputs([path])
    expect(read.diagnostics.map((diagnostic) => diagnostic.code)).toEqual(['INPUT_TOO_LARGE'])
  })

  it('says of a path that is no readable file what came and what to do', async () => {
    const read = await readInputs([join(folder, 'a.txt', 'deeper.txt')])
    expect(read.diagnostics[0]?.message).toMatch(/check/)
  })
})
