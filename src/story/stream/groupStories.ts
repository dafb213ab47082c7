import type { Document } from '../../document/index.js'
import type { StoryUpdate } from '../story.js'
import { createGrouper, type GroupOptions } from './createGrouper.js'

/**
 * Groups accounts as they come and yields what changes: stories opened, accounts added, stories merged, split, closed.
 *
 * Give the accounts in the order of time; small disorder does little. Stories still open at the end are yielded as closed, in the order
 * in which they were opened. One pass; memory is that of the window. Accounts given twice while their story is open count once.
 */
export async function* groupStories(
  documents: AsyncIterable<Document> | Iterable<Document>,
  options: GroupOptions = {},
): AsyncGenerator<StoryUpdate, void, undefined> {
  const grouper = createGrouper(options)
  for await (const document of documents) yield* grouper.add(document)
  for (const story of grouper.stories()) yield { kind: 'closed', story }
}
