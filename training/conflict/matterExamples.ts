import { readSource } from '../../bench/seeded/comparePair.js'
import { readDevStories } from '../../bench/seeded/readStories.js'
import { createRandom } from '../../bench/seeded/seed.js'
import { isTrainingStory } from '../../bench/seeded/split.js'
import { loadVectors } from '../../src/annotate/vectors/index.js'
import { getContextFeatures } from '../../src/compare/conflict/contextFeatures.js'
import { matchSlots } from '../../src/compare/conflict/matchSlots.js'
import { getMatterFeatures } from '../../src/compare/conflict/matter.js'
import { pairClauses } from '../../src/compare/conflict/pairClauses.js'
import { viewStory } from '../../src/compare/conflict/storyView.js'
import { linkEntities } from '../../src/compare/index.js'
import type { Example } from './boost.js'
import { loadRelations } from './goldExamples.js'

// Longer accounts bring many values of one background and few that two accounts share.
const LONGEST_TEXT = 9000

/**
 * Values that two accounts of a story put in one place of alike clauses: 1 where they are one value, 0 where no value fits both.
 *
 * No annotation is needed: two accounts rarely tell the same number of different things, so equal values mark one matter.
 * Only clauses of different accounts; of the training part of the development stories.
 */
export function loadMatterExamples(stories: number): readonly Example[] {
  const random = createRandom(17)
  const chosen = readDevStories()
    .filter((story) => isTrainingStory(story.story))
    .map((story) => ({ story, key: random() }))
    .sort((x, y) => x.key - y.key)
    .slice(0, stories)
  const tools = { relations: loadRelations(), vectors: loadVectors() }
  return chosen.flatMap(({ story }) => {
    const documents = story.documents
      .filter((document) => document.text.length <= LONGEST_TEXT)
      .map(readSource)
      .sort((x, y) => (x.id < y.id ? -1 : 1))
    if (documents.length < 2) return []
    const view = viewStory(documents, linkEntities(documents), [])
    const full = { ...tools, view }
    return pairClauses(view).flatMap((pair): Example[] => {
      if (pair.a.account === pair.b.account) return []
      const matches = matchSlots(pair, full).filter((match) => match.relation !== 'close')
      if (matches.length === 0) return []
      const context = getContextFeatures(pair, full)
      return matches.map((match) => ({
        values: getMatterFeatures(match, context),
        label: Number(match.relation === 'same'),
        weight: 1,
        group: story.story,
      }))
    })
  })
}
