import { createDocument, type Document } from '../../src/document/index.js'
import { hashString } from '../../src/model/index.js'
import { corpusPath, readText } from '../shared/corpora.js'

/** An account with the story that editors put it into. */
export interface Labelled {
  readonly document: Document
  readonly story: string
  /** Day of arrival: of publication, or one drawn for an account without a date. */
  readonly day: string
}

interface Record {
  readonly id: string
  readonly title: string
  readonly outlet: string
  readonly publishedAt: string | null
  readonly text: string
}

/**
 * The story corpus's development side in the order of days; within a day by id, which says nothing of the story.
 *
 * 294 accounts have no date. A stream would know when they came, so each is given a day of fetching: its story's first day and a lag drawn,
 * by its id, from those of the dated accounts that were not their story's first. With `undated` they are left without, in the same order.
 */
export function readStories({ undated = false } = {}): readonly Labelled[] {
  const stories = readText(corpusPath('stories', 'dev.jsonl.gz'))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { story: string; date: string; documents: readonly Record[] })
  const lags = stories
    .flatMap(({ date, documents }) =>
      documents
        .flatMap(({ publishedAt }) => (publishedAt === null ? [] : [dayNumber(publishedAt) - dayNumber(date)]))
        .sort((a, b) => a - b)
        .slice(1),
    )
    .sort((a, b) => a - b)
  const found = stories.flatMap(({ story, date, documents }) =>
    documents.map((record): Labelled => {
      const drawn = dayNumber(date) + lags[(hashString(record.id) >>> 0) % lags.length]!
      const day = (record.publishedAt ?? new Date(drawn * 86_400_000).toISOString()).slice(0, 10)
      const document = createDocument(record)
      const provenance = { ...document.provenance, fetchedAt: record.publishedAt === null && !undated ? day : null }
      return { document: { ...document, provenance }, story, day }
    }),
  )
  return inOrder(found)
}

function dayNumber(date: string): number {
  return Date.parse(date.slice(0, 10)) / 86_400_000
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

function inOrder(found: readonly Labelled[]): readonly Labelled[] {
  return [...found].sort((a, b) => (a.day === b.day ? compare(a.document.id, b.document.id) : compare(a.day, b.day)))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
