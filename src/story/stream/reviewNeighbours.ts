import type { Corrections } from '../corrections/corrections.js'
import { dot } from '../reading/vector.js'
import type { Reading, StoryReading } from '../score/features.js'
import type { StoryModel } from '../score/loadStoryModel.js'
import { describeCandidates } from '../score/scoreCandidates.js'
import { scoreTrees } from '../score/trees.js'
import type { StoryUpdate } from '../story.js'
import { explainScore } from './explainMembership.js'
import type { GrouperState } from './grouperState.js'
import { type HeldMember, type OpenStory, readingOf, readMembers } from './openStory.js'

/** A story that an account was compared with when it came. */
export interface Rival {
  readonly story: OpenStory
  readonly score: number
}

// 4 rivals: a member that fits the new account better stands in one of those most like it.
const MOST_RIVALS = 4
// 3 days: what was shown longer is left as it is.
const YOUNG_DAYS = 3
// How much better the other story must fit: less, and members would go to and fro.
const MARGIN = 0.3
// Least score of the new account with a lone rival before that one is scored in turn.
const WORTH_A_LOOK = 0.3

/**
 * Looks again at young members of the rivals, now that `target` has a new account, and moves those that fit it clearly better.
 *
 * The first account of an event that follows from another joins the earlier story, as there is no other yet; when the second comes, the
 * evidence turns. A lone rival is merged; a member of a larger one is parted from it and merged, and both updates say so. Copies and what
 * corrections speak of stay. At most one look at each young member of four rivals, and most are passed over by one inner product.
 */
export function reviewNeighbours(
  target: OpenStory,
  reading: Reading,
  rivals: readonly Rival[],
  { state, model, corrections }: { state: GrouperState; model: StoryModel; corrections: Corrections },
): readonly StoryUpdate[] {
  const updates: StoryUpdate[] = []
  const near = [...rivals].sort((a, b) => b.score - a.score).slice(0, MOST_RIVALS)
  let into = target
  for (const rival of near) {
    if (rival.story === into) continue
    for (const held of [...rival.story.members]) {
      if (!rival.story.open || reading.day - held.reading.day > YOUNG_DAYS || isFixed(held)) continue
      if (!state.allows(into, held.member.document)) continue
      const rest = rival.story.members.filter((other) => other !== held)
      if (rest.length === 0 ? rival.score < WORTH_A_LOOK : !isNearest(held, reading, rest)) continue
      const others = near.flatMap(({ story }) =>
        story === rival.story || story === into || !story.open ? [] : [story],
      )
      const judged = judge(held, into, rest, others)
      if (judged.go < model.joinAt || (rest.length > 0 && judged.go < judged.stay + MARGIN)) continue
      const score = Number(judged.go.toFixed(4))
      const because = `the account ${held.member.document} fits better there since ${target.members.length} accounts tell of it`
      if (rest.length > 0) {
        const { update, story } = state.split(rival.story, [held], because, {
          score,
          threshold: model.joinAt,
          shared: [],
          reasons: explainScore(model.trees, judged.values),
        })
        updates.push(update, state.merge(into, story, score, because))
      } else {
        const [kept, gone] = rival.story.firstDay < into.firstDay ? [rival.story, into] : [into, rival.story]
        updates.push(state.merge(kept, gone, score, because))
        into = kept
      }
    }
  }
  return updates

  function isFixed({ member }: HeldMember): boolean {
    const { kind } = member.membership
    return kind === 'copy' || kind === 'correction' || corrections.together(member.document).length > 0
  }

  function judge(
    held: HeldMember,
    target: OpenStory,
    rest: readonly HeldMember[],
    others: readonly OpenStory[],
  ): { readonly go: number; readonly stay: number; readonly values: Float64Array } {
    const there = readingOf(target)
    const here = rest.length === 0 ? null : readMembers(rest)
    const candidates: StoryReading[] = [there, ...(here === null ? [] : [here]), ...others.map(readingOf)]
    const described = describeCandidates(held.reading, candidates, (candidate) => candidate)
    const valuesOf = (story: StoryReading): Float64Array => described.find((each) => each.story === story)!.values
    const values = valuesOf(there)
    return {
      go: scoreTrees(model.trees, values),
      stay: here === null ? 0 : scoreTrees(model.trees, valuesOf(here)),
      values,
    }
  }
}

/** Whether the new account is more like a member than all its companions are. */
function isNearest(held: HeldMember, reading: Reading, rest: readonly HeldMember[]): boolean {
  const { body } = held.reading.views
  const likeness = dot(body, reading.views.body)
  return rest.every((other) => dot(body, other.reading.views.body) < likeness)
}
