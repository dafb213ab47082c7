import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Span } from '../../src/text/index.js'
import { sharedFolder } from './readCorpus.js'

/** A quotation as annotated by hand. */
export interface StoryQuotation {
  readonly id: string
  readonly document: string
  readonly parts: readonly Span[]
  readonly speaker: string
}

/** A story annotated by hand: its accounts and their quotations. */
export interface GoldStory {
  readonly slug: string
  readonly documents: readonly { readonly id: string; readonly text: string; readonly publishedAt: string | null }[]
  readonly quotes: readonly StoryQuotation[]
  /** Everything the annotators wrote, as the shared scorer takes it. */
  readonly gold: unknown
}

/** The hand-annotated stories, by name; none where the folder is missing. */
export function readStories(): readonly GoldStory[] {
  const root = join(sharedFolder(), 'gold')
  if (!existsSync(root)) return []
  return readdirSync(root)
    .sort()
    .filter((slug) => existsSync(join(root, slug, 'gold.json')))
    .map((slug) => {
      const gold = JSON.parse(readFileSync(join(root, slug, 'gold.json'), 'utf8')) as {
        readonly quotes: readonly StoryQuotation[]
      }
      return { slug, documents: readDocuments(join(root, slug)), quotes: gold.quotes, gold }
    })
}

function readDocuments(folder: string): GoldStory['documents'] {
  const records = join(folder, 'documents.jsonl')
  if (existsSync(records)) {
    return readFileSync(records, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const {
          id,
          text,
          publishedAt = null,
        } = JSON.parse(line) as { id: string; text: string; publishedAt?: string | null }
        return { id, text, publishedAt }
      })
  }
  return readdirSync(join(folder, 'documents')).map((file) => {
    const text = readFileSync(join(folder, 'documents', file), 'utf8')
    return {
      id: file.replace(/\.\w+$/, ''),
      text: text.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n'),
      publishedAt: null,
    }
  })
}
