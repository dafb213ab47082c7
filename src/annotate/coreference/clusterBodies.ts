import type { Form } from './clusterNames.js'
import { type Clusters, pushTo } from './clusters.js'
import { initials, isShortBody } from './matchBodies.js'
import { countryOf } from './places.js'

/** Joins names of bodies, places and things: equal ones, then acronyms and short forms with the only full name they fit. */
export function clusterBodies(forms: readonly Form[], clusters: Clusters): void {
  for (const form of forms) clusters.joinAll(form.uses)
  const byWord = new Map<string, Form[]>()
  const byInitials = new Map<string, Form[]>()
  for (const form of forms) {
    const words = form.parts.words
    if (words.length < 2) continue
    for (const word of new Set(words)) pushTo(byWord, word, form)
    for (const letters of new Set([initials(words, false), initials(words, true)])) pushTo(byInitials, letters, form)
  }
  for (const form of forms) {
    const words = form.parts.words
    const first = words[0] as string
    const candidates = [...(byWord.get(first) ?? []), ...(words.length === 1 ? (byInitials.get(first) ?? []) : [])]
    const owners = candidates.filter(
      (full) => full !== form && canShorten(form, full) && isShortBody(words, full.parts.words, isPlaceWord),
    )
    // Two bodies that a short form may stand for: it stays apart, for a wrong merge costs more than a missed one.
    const roots = new Set(owners.map((owner) => clusters.find(owner.uses[0] as number)))
    if (roots.size === 1) clusters.join(form.uses[0] as number, owners[0]?.uses[0] as number)
  }
}

/** Places and peoples go by their own names: Brno is not the Brno Lancers. */
function canShorten(short: Form, full: Form): boolean {
  return (short.type !== 'place' && short.type !== 'group') || short.type === full.type
}

function isPlaceWord(word: string): boolean {
  return countryOf(word) !== null || word === 'united' || word === 'states'
}
