import { createDocument, type Document } from '../../src/document/index.js'
import { corpusPath, readText } from '../shared/corpora.js'

/** An account with the story that editors put it into. */
export interface Labelled {
  readonly document: Document
  readonly story: string
  /** Day of arrival: of publication, or the story's where the account has none. */
  readonly day: string
}

interface Record {
  readonly id: string
  readonly title: string
  readonly outlet: string
  readonly publishedAt: string | null
  readonly text: string
}

/** The story corpus's development side in the order of days; within a day by id, which says nothing of the story. */
export function readStories(): readonly Labelled[] {
  const found: Labelled[] = []
  for (const line of readText(corpusPath('stories', 'dev.jsonl.gz')).split('\n')) {
    if (line === '') continue
    const { story, date, documents } = JSON.parse(line) as { story: string; date: string; documents: readonly Record[] }
    for (const record of documents)
      found.push({ document: createDocument(record), story, day: (record.publishedAt ?? date).slice(0, 10) })
  }
  return inOrder(found)
}

/** The BASIL development stories, three outlets each, in the order of days. */
export function readBasil(): readonly Labelled[] {
  const found = readText(corpusPath('basil', 'documents.jsonl'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { id, title, outlet, publishedAt, text, story } = JSON.parse(line) as Record & { story: string }
      // The ids name story and outlet: turned round, they tell nothing in the order of a day.
      const document = createDocument({ id: [...id].reverse().join(''), title, outlet, publishedAt, text })
      return { document, story, day: publishedAt!.slice(0, 10) }
    })
  return inOrder(found)
}

function inOrder(found: Labelled[]): readonly Labelled[] {
  return found.sort((a, b) => (a.day === b.day ? compare(a.document.id, b.document.id) : compare(a.day, b.day)))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
