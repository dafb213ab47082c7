import type { Grouped } from '../../bench/quality/bcubed.js'
import type { StoryModel } from '../../src/story/score/loadStoryModel.js'
import { createGrouper } from '../../src/story/stream/createGrouper.js'
import type { Labelled } from './readStories.js'

/** Groups the accounts in order and gives, for each, the story found and the editors'. `before` is called ahead of each account. */
export function streamStories(
  accounts: readonly Labelled[],
  model: StoryModel,
  windowDays: number,
  before: (account: Labelled) => void = () => {},
): readonly Grouped[] {
  const grouper = createGrouper({ model, windowDays })
  const storyOf = new Map<string, string>()
  const members = new Map<string, string[]>()
  for (const account of accounts) {
    before(account)
    for (const update of grouper.add(account.document)) {
      if (update.kind === 'opened' || update.kind === 'added') {
        storyOf.set(update.member.document, update.story)
        members.set(update.story, [...(members.get(update.story) ?? []), update.member.document])
      } else if (update.kind === 'merged') {
        const moved = members.get(update.from) ?? []
        for (const document of moved) storyOf.set(document, update.story)
        members.set(update.story, [...(members.get(update.story) ?? []), ...moved])
      } else if (update.kind === 'split') {
        const parted = update.members.map(({ document }) => document as string)
        for (const document of parted) storyOf.set(document, update.story)
        members.set(update.story, parted)
        members.set(
          update.from,
          (members.get(update.from) ?? []).filter((document) => !parted.includes(document)),
        )
      }
    }
  }
  return accounts.map(({ document, story }) => ({ found: storyOf.get(document.id)!, wanted: story }))
}
