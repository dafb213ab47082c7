import { addToBlock } from './blocks.js'
import { isReporting } from './compareAnchors.js'
import { getDimension } from './slots.js'
import type { StoryView } from './storyView.js'

// Verbs and nouns that stand with anything.
const COMMON: ReadonlySet<string> = new Set(
  'be have do make get take go come give see know part number total percent time year day people thing lot one'.split(
    ' ',
  ),
)

/**
 * Clauses whose values hang on one thing though few other words are shared: measures of one noun ("surges of up to 12 feet"), and
 * dates of one deed of one person or body ("the council voted on Monday").
 *
 * Blocks of clause ids, ascending. Linear in the values.
 */
export function blockByAnchor(view: StoryView): readonly (readonly number[])[] {
  const blocks = new Map<string, number[]>()
  for (const clause of view.clauses) {
    const account = view.accounts[clause.account]!
    for (const at of clause.quantities) {
      const { kind, unit } = account.quantities[at]!
      if (kind === 'ordinal' || kind === 'identifier' || kind === 'count') continue
      for (const noun of account.quantityAnchors[at]?.nouns ?? []) {
        if (!COMMON.has(noun)) addToBlock(blocks, `${kind} ${getDimension(unit)} ${noun}`, clause.id)
      }
    }
    for (const at of clause.times) {
      const anchor = account.timeAnchors[at]
      if (anchor === undefined || COMMON.has(anchor.verb) || isReporting(anchor.verb)) continue
      const kind = account.times[at]!.type === 'duration' ? 'length' : 'date'
      for (const { entity } of anchor.parts) {
        const id = entity < 0 ? null : account.entityIds[entity]
        if (id != null) addToBlock(blocks, `${kind} ${anchor.verb} ${id}`, clause.id)
      }
    }
  }
  return [...blocks.values()].filter((block) => block.length > 1)
}
