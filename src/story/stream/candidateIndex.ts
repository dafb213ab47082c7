import { heaviest, type SparseVector } from '../reading/vector.js'
import type { Views } from '../reading/weighTerms.js'
import type { OpenStory } from './openStory.js'

// 40 words of the text and 20 of the lead: with fewer, stories told in other words are missed.
const BODY_TERMS = 80
const LEAD_TERMS = 40
/** Newest holders of a term that are looked at: bounds the cost of an account whatever the number of open stories. */
const MOST_HOLDERS = 1000

/** Finds the open stories that share heavy terms with an account, by an inverted index. */
export class CandidateIndex {
  private readonly holders = new Map<number, OpenStory[]>()
  private readonly terms = new Map<OpenStory, readonly number[]>()

  /** At most `most` stories, those that share the heaviest terms first; ties by the story's name. */
  find(views: Views, most: number): readonly OpenStory[] {
    const sums = new Map<OpenStory, number>()
    for (const [term, weight] of keyTerms(views)) {
      const stories = this.holders.get(term)
      if (stories === undefined) continue
      for (let i = Math.max(0, stories.length - MOST_HOLDERS); i < stories.length; i++)
        sums.set(stories[i]!, (sums.get(stories[i]!) ?? 0) + weight * weight)
    }
    return [...sums]
      .sort((a, b) => b[1] - a[1] || (a[0].id < b[0].id ? -1 : 1))
      .slice(0, most)
      .map(([story]) => story)
  }

  /** Puts a story in, or anew after its members changed. */
  put(story: OpenStory): void {
    const old = new Set(this.terms.get(story) ?? [])
    const fresh = new Set(keyTerms(story.views).keys())
    for (const term of old) if (!fresh.has(term)) this.drop(term, story)
    for (const term of fresh) {
      if (old.has(term)) continue
      const stories = this.holders.get(term)
      if (stories === undefined) this.holders.set(term, [story])
      else stories.push(story)
    }
    this.terms.set(story, [...fresh])
  }

  remove(story: OpenStory): void {
    for (const term of this.terms.get(story) ?? []) this.drop(term, story)
    this.terms.delete(story)
  }

  private drop(term: number, story: OpenStory): void {
    const stories = this.holders.get(term)!
    if (stories.length === 1) this.holders.delete(term)
    else stories.splice(stories.indexOf(story), 1)
  }
}

function keyTerms(views: Views): ReadonlyMap<number, number> {
  const weights = new Map<number, number>()
  const take = (vector: SparseVector, most: number): void => {
    const chosen = new Set(heaviest(vector, most))
    vector.terms.forEach((term, i) => {
      if (chosen.has(term)) weights.set(term, Math.max(weights.get(term) ?? 0, vector.weights[i]!))
    })
  }
  take(views.body, BODY_TERMS)
  take(views.lead, LEAD_TERMS)
  return weights
}
