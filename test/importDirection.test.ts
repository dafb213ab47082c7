import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

/** The stages in order; a stage imports from itself and those before it. */
const STAGES = [
  'text',
  'model',
  'document',
  'annotate',
  'attribute',
  'claim',
  'story',
  'compare',
  'dossier',
  'report',
  'store',
  'server',
  'cli',
]
const ROOT = resolve('src')

interface Import {
  readonly from: string
  readonly to: string
}

function findImports(): readonly Import[] {
  const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
  return files.flatMap((file) => {
    const source = readFileSync(join(ROOT, file), 'utf8')
    const targets = [...source.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) => match[1]!)
    return targets.map((target) => ({ from: file, to: relative(ROOT, resolve(ROOT, dirname(file), target)) }))
  })
}

const stageOf = (path: string): string => path.split('/')[0]!

describe('stages', () => {
  const imports = findImports()

  it('finds the imports it is to judge', () => {
    expect(imports.length).toBeGreaterThan(50)
  })

  it('import only from themselves and from stages before them', () => {
    const wrong = imports.filter(({ from, to }) => {
      const [source, target] = [stageOf(from), stageOf(to)]
      // Unit tests may reach for the trainers, to make small models.
      if (!STAGES.includes(source) || from.includes('.test.')) return false
      return !STAGES.includes(target) || STAGES.indexOf(target) > STAGES.indexOf(source)
    })
    expect(wrong).toEqual([])
  })

  it('are all known', () => {
    const folders = readdirSync(ROOT, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(folders.map((entry) => entry.name).filter((name) => !STAGES.includes(name))).toEqual([])
  })

  it('reach another stage through its index, never through its inner files', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        STAGES.includes(stageOf(from)) && stageOf(from) !== stageOf(to) && !isEntrance(to) && !from.includes('.test.'),
    )
    expect(wrong).toEqual([])
  })
})

/** `document/index.js`, or the index of a folder that a stage offers apart, such as `report/quotes/index.js`; any file of the first stage. */
function isEntrance(to: string): boolean {
  return to.endsWith('/index.js') || to === 'document/document.js' || to.startsWith('text/')
}
