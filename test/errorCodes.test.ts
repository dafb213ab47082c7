import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CODES } from '../src/text/index.js'

const explained = readFileSync('docs/errors.md', 'utf8')
const tests = ['src', 'test', 'training', 'bench']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`))
  .filter((file) => file.endsWith('.test.ts') && !file.endsWith('errorCodes.test.ts'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')

describe.each(CODES.map((code) => [code]))('code %s', (code) => {
  it('is explained in docs/errors.md', () => {
    expect(explained.includes(`\`${code}\``)).toBe(true)
  })

  it('is raised in some test', () => {
    expect(tests.includes(code)).toBe(true)
  })
})
