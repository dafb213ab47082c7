import type { SparseVector } from '../reading/vector.js'
import type { Views } from '../reading/weighTerms.js'

/** What an account shares with one candidate and with few of its rivals: inner products in which a term counts the less, the more candidates have it. */
export interface OwnTerms {
  readonly body: number
  readonly lead: number
  readonly names: number
  readonly title: number
}

// 3: among one or two candidates a term of both is still worth something.
const FEWEST = 3

/**
 * For each candidate, what only it shares with the account.
 *
 * In days full of one affair every candidate tells of the same people; what tells the turns of it apart is what the others lack.
 * Linear in the terms of all candidates. Title words are looked for in the candidate's leads.
 */
export function findOwnTerms(views: Views, candidates: readonly Views[]): readonly OwnTerms[] {
  const body = weigh(
    views.body,
    candidates.map((candidate) => candidate.body),
  )
  const lead = weigh(
    views.lead,
    candidates.map((candidate) => candidate.lead),
  )
  const names = weigh(
    views.leadNames,
    candidates.map((candidate) => candidate.leadNames),
  )
  const title = weigh(
    views.title,
    candidates.map((candidate) => candidate.lead),
  )
  return candidates.map((_, i) => ({ body: body[i]!, lead: lead[i]!, names: names[i]!, title: title[i]! }))
}

function weigh(vector: SparseVector, candidates: readonly SparseVector[]): readonly number[] {
  const holders = new Float64Array(vector.terms.length)
  const found = candidates.map(({ terms, weights }) => {
    const shared: { readonly at: number; readonly weight: number }[] = []
    for (let i = 0, j = 0; i < vector.terms.length && j < terms.length; ) {
      if (vector.terms[i] === terms[j]) {
        shared.push({ at: i, weight: vector.weights[i]! * weights[j]! })
        holders[i]!++
        i++
        j++
      } else if (vector.terms[i]! < terms[j]!) i++
      else j++
    }
    return shared
  })
  const others = Math.max(FEWEST, candidates.length)
  return found.map((shared) =>
    shared.reduce((sum, { at, weight }) => sum + weight * Math.max(0, 1 - (holders[at]! - 1) / others) ** 2, 0),
  )
}
