import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Document, readInputs } from '../../src/document/index.js'
import type { Dossier } from '../../src/dossier/index.js'
import { sharedPath } from '../shared.js'
import type { Scores } from './tally.js'

/** One annotated story: its accounts as a user would give them, and what careful people found. */
export interface GoldStory {
  readonly name: string
  readonly documents: readonly Document[]
  readonly gold: unknown
}

/** Every gold story, in the order of their names. */
export async function loadGoldStories(): Promise<readonly GoldStory[]> {
  const folder = sharedPath('gold')
  const names = readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'gold.json')))
    .sort()
  return Promise.all(
    names.map(async (name) => {
      const records = join(folder, name, 'documents.jsonl')
      const { documents } = await readInputs([existsSync(records) ? records : join(folder, name, 'documents')])
      return { name, documents, gold: JSON.parse(readFileSync(join(folder, name, 'gold.json'), 'utf8')) as unknown }
    }),
  )
}

/** The shared scorer, used as it is, so that our tables and everybody else's count the same. */
export async function loadScorer(): Promise<(gold: unknown, dossier: Dossier) => Scores> {
  const module = (await import(pathToFileURL(sharedPath('score', 'dossier.mjs')).href)) as {
    scoreStory: (gold: unknown, dossier: Dossier) => Scores
  }
  return module.scoreStory
}
