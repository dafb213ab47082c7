import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readInputs } from './readInputs.js'
import { writeMixedFolder } from './testing/mixedFolder.js'

it('a folder of mixed formats gives every account that can be read, and names each file that cannot', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'synoptic-'))
  const broken = writeMixedFolder(folder, 56, 18)
  const { documents, diagnostics } = await readInputs([folder])
  rmSync(folder, { recursive: true })
  expect(documents).toHaveLength(56)
  expect(documents.filter(({ state, text }) => state !== 'complete' || !text.includes('voted on Monday'))).toEqual([])
  const unnamed = broken.filter((path) => !diagnostics.some(({ message }) => message.includes(path)))
  expect(unnamed).toEqual([])
  expect(diagnostics.filter(({ message }) => !message.includes('broken-'))).toEqual([])
  expect(new Set(diagnostics.map(({ message }) => message)).size).toBe(diagnostics.length)
})
