import type { Token } from '../annotate/index.js'
import { REPORT_VERBS } from './clauseWords.js'
import { type Clause, isVerb } from './splitClauses.js'

/** A clause with the reporting words that introduce or close it ("the mayor said"), which are no claim of their own. */
export interface ReportedClause {
  readonly tokens: readonly number[]
  /** Tokens of the reporting words; empty where none stand beside the clause. */
  readonly report: readonly number[]
}

/** Joins clauses that only report ("she told reporters that", "police said") to the clause they report, in reading order. */
export function joinReports(tokens: readonly Token[], clauses: readonly Clause[]): readonly ReportedClause[] {
  const joined: { tokens: number[]; report: number[] }[] = []
  let opening: number[] = []
  clauses.forEach((clause, i) => {
    const last = i === clauses.length - 1
    if (onlyReports(tokens, clause.tokens) && (!last || joined.length > 0)) {
      if (last || endsStatement(tokens, clause.tokens)) {
        const before = joined[joined.length - 1]
        if (before !== undefined) before.report.push(...clause.tokens)
        else opening.push(...clause.tokens)
      } else opening.push(...clause.tokens)
      return
    }
    joined.push({ tokens: [...clause.tokens], report: opening })
    opening = []
  })
  if (opening.length > 0) joined.push({ tokens: opening, report: [] })
  return joined
}

/** True when the last word is a reporting verb, or one with its addressee, and no other verb stands before it. */
function onlyReports(tokens: readonly Token[], indexes: readonly number[]): boolean {
  let report = -1
  for (let k = 0; k < indexes.length; k++) {
    const token = tokens[indexes[k]!]!
    if (token.pos === 'VERB' && REPORT_VERBS.has(token.lemma)) report = k
    else if (token.pos === 'VERB' && report < 0) return false
  }
  if (report < 0) return false
  const rest = indexes.slice(report + 1).filter((i) => tokens[i]!.pos !== 'PUNCT' && tokens[i]!.norm !== 'that')
  // "told Fox News", "told reporters on Monday": names and time words only.
  return (
    rest.length <= 6 &&
    !rest.some((i) => isVerb(tokens[i]!)) &&
    (rest.length === 0 || tokens[indexes[report]!]!.lemma === 'tell' || rest.length <= 2)
  )
}

function endsStatement(tokens: readonly Token[], indexes: readonly number[]): boolean {
  const first = tokens[indexes[0]!]!.norm
  const last = tokens[indexes[indexes.length - 1]!]!.norm
  return (first === '”' || first === '"' || first === ',' || first === "''") && last === '.'
}
