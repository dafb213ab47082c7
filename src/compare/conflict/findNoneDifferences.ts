import type { Span } from '../../text/index.js'
import type { Candidate } from './candidate.js'
import type { ContextFeature, ContextTools } from './contextFeatures.js'
import { createSide, describeShorter } from './findValueDifferences.js'
import type { ClausePair } from './pairClauses.js'
import { getStem } from './pairText.js'
import { perClause } from './perClause.js'
import { type Clause, getClauseText } from './storyView.js'

const NOBODY = /\b(?:no one|no-one|nobody|none)\b/iu
// One adjective may stand between.
const NO_NOUN = /\bno\s+(?!longer|sooner|later|less|fewer|better|doubt|wonder|matter|way\b)(\p{L}+)(?:\s+(\p{L}+))?/iu

const NONE: ReadonlySet<string> = new Set(['no', 'one', 'nobody', 'none'])

/** False for clauses in which {@link findNoneDifferences} finds nothing, told at once: no "no" beside a number. */
export function mayTellNone({ a, b }: ClausePair): boolean {
  const tells = (clause: Clause): boolean => clause.text.words.some((word) => NONE.has(word.norm))
  return (b.quantities.length > 0 && tells(a)) || (a.quantities.length > 0 && tells(b))
}

/**
 * None in one clause, some in the other: "no one was killed" beside "killing one passenger", "no arrests" beside "nine arrests".
 *
 * The number must count the same noun, or belong to the same verb.
 */
export function findNoneDifferences(
  pair: ClausePair,
  context: Readonly<Record<ContextFeature, number>>,
  tools: ContextTools,
): readonly Candidate[] {
  return [findNone(pair, pair.a, pair.b, context, tools), findNone(pair, pair.b, pair.a, context, tools)].flatMap(
    (found) => found ?? [],
  )
}

function findNone(
  pair: ClausePair,
  none: Clause,
  some: Clause,
  context: Readonly<Record<ContextFeature, number>>,
  tools: ContextTools,
): Candidate | null {
  if (some.quantities.length === 0) return null
  const told = readNone(none, tools.view)
  if (told === null) return null
  // "No senator voted for it; 43 voted present": a clause that says both is no other telling.
  if (readNone(some, tools.view)?.stems.some((stem) => told.stems.includes(stem)) === true) return null
  const account = tools.view.accounts[some.account]!
  const at = some.quantities.find((index) => {
    const { kind, low, unit, counted } = account.quantities[index]!
    if (kind !== 'count' || low < 1) return false
    // Nobody did it, and it was done in 16 games.
    if (told.noun === '' && counted !== null && unit !== 'person') return false
    const anchor = account.quantityAnchors[index]
    const words = told.noun === '' ? [anchor?.verb ?? ''] : [counted?.head ?? '', ...(anchor?.nouns ?? [])]
    return (
      anchor?.negated !== true && words.some((word) => word !== '' && told.stems.includes(getStem(word.toLowerCase())))
    )
  })
  if (at === undefined) return null
  const value = account.quantities[at]!
  const inOrder = none === pair.a
  const sides = [
    createSide(none, told.span, 'none', tools),
    createSide(some, value, `count ${value.low} ${value.high}`, tools),
  ] as const
  return {
    kind: 'number',
    rule: 'number/none',
    a: sides[inOrder ? 0 : 1],
    b: sides[inOrder ? 1 : 0],
    clauses: [pair.a, pair.b],
    subject: inOrder ? describeShorter(pair, told.span, value, tools) : describeShorter(pair, value, told.span, tools),
    nature: 'conflict',
    inputs: {
      relation: 'none',
      low: inOrder ? 0 : value.low,
      otherLow: inOrder ? value.low : 0,
      unit: '',
      counted: value.counted?.text ?? null,
      otherCounted: value.counted?.text ?? null,
    },
    features: { relationDiffer: 1, isCount: 1, agentApart: context.agentDiffers, nobody: Number(told.noun === '') },
  }
}

interface None {
  readonly span: Span
  /** Stems of the noun there is none of, or of the verb that was done to nobody. */
  readonly stems: readonly string[]
  /** The noun's words; '' for nobody. */
  readonly noun: string
}

/** What a clause says there is none of: a noun, or nobody to whom its predicate was done. */
const readNone = perClause((clause, view): None | null => {
  const text = getClauseText(clause, view)
  const spanOf = (match: RegExpExecArray): Span => ({
    start: clause.start + match.index,
    end: clause.start + match.index + match[0].length,
  })
  const nobody = NOBODY.exec(text)
  if (nobody !== null) {
    const lemma = clause.claim?.predicate.lemma ?? ''
    return lemma === '' || lemma === 'be' ? null : { span: spanOf(nobody), stems: [getStem(lemma)], noun: '' }
  }
  const noun = NO_NOUN.exec(text)
  if (noun === null) return null
  const words = noun.slice(1).flatMap((word) => (word === undefined ? [] : [word.toLowerCase()]))
  return { span: spanOf(noun), stems: words.map(getStem), noun: words.join(' ') }
})
