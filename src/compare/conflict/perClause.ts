import type { Clause, StoryView } from './storyView.js'

/**
 * A reader that works out once for each clause what it says of it: a clause meets dozens of others.
 *
 * Clauses belong to one view and neither changes, so that what was read stays true as long as the clause is held.
 */
export function perClause<T>(read: (clause: Clause, view: StoryView) => T): (clause: Clause, view: StoryView) => T {
  const known = new WeakMap<Clause, { readonly value: T }>()
  return (clause, view) => {
    let found = known.get(clause)
    if (found === undefined) {
      found = { value: read(clause, view) }
      known.set(clause, found)
    }
    return found.value
  }
}
