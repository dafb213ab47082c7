import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createDocument, type Document } from '../../src/document/index.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Folder that holds `gold/` and `corpora/`: beside the repository, or where SYNOPTIC_SHARED points. */
export const shared = process.env.SYNOPTIC_SHARED ?? join(root, '..', 'shared')

/** A span as the gold files write it. */
export interface GoldSpan {
  readonly document: string
  readonly start: number
  readonly end: number
}

export interface GoldFact {
  readonly id: string
  readonly importance: number
  readonly spans: readonly GoldSpan[]
  /** Pairs of accounts both annotators agree on, `a|b`; absent where one person annotated. */
  readonly pairs?: readonly string[]
}

/** One story annotated by hand: the accounts without layers, in the order of their ids, and the facts. */
export interface GoldStory {
  readonly name: string
  readonly documents: readonly Document[]
  readonly facts: readonly GoldFact[]
  readonly accepted: readonly GoldFact[]
}

interface GoldFile {
  readonly facts: readonly GoldFact[]
  readonly acceptedFacts?: readonly GoldFact[]
}

interface RecordLine {
  readonly id: string
  readonly text: string
  readonly title?: string
  readonly outlet?: string
  readonly publishedAt?: string | null
}

/** Every story under `gold/`, sorted by name. */
export function readGoldStories(): readonly GoldStory[] {
  const folder = join(shared, 'gold')
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'gold.json')))
    .sort()
    .map((name) => {
      const gold = JSON.parse(readFileSync(join(folder, name, 'gold.json'), 'utf8')) as GoldFile
      return {
        name,
        documents: [...readAccounts(join(folder, name))].sort((a, b) => (a.id < b.id ? -1 : 1)),
        facts: gold.facts,
        accepted: gold.acceptedFacts ?? [],
      }
    })
}

function readAccounts(folder: string): readonly Document[] {
  const lines = join(folder, 'documents.jsonl')
  if (existsSync(lines)) {
    return readFileSync(lines, 'utf8')
      .split('\n')
      .filter((line) => line.length > 0)
      .map((line) => {
        const { id, text, title, outlet, publishedAt } = JSON.parse(line) as RecordLine
        return createDocument({
          id,
          text,
          title: title ?? null,
          outlet: outlet ?? null,
          publishedAt: publishedAt ?? null,
        })
      })
  }
  return readdirSync(join(folder, 'documents'))
    .filter((file) => file.endsWith('.txt'))
    .map((file) => {
      const text = readFileSync(join(folder, 'documents', file), 'utf8')
        .replace(/^\uFEFF/, '')
        .replaceAll('\r\n', '\n')
      return createDocument({ id: file.slice(0, -4), text })
    })
}
