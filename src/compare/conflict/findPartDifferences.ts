import type { EntityType } from '../../annotate/index.js'
import { getLayer } from '../../document/index.js'
import { containsSpan, type Span } from '../../text/index.js'
import type { Candidate } from './candidate.js'
import { isReporting } from './compareAnchors.js'
import { compareNames, foldName } from './compareNames.js'
import type { ContextFeature, ContextTools } from './contextFeatures.js'
import { getDice, getNearStems } from './describe.js'
import { createSide, describeShorter } from './findValueDifferences.js'
import { matchBest } from './matchBest.js'
import type { ClausePair } from './pairClauses.js'
import { type Account, type Clause, createFinder, getClauseText } from './storyView.js'

interface Part extends Span {
  /** Role in the clause; '' where the name stands inside another phrase. */
  readonly role: string
  readonly entity: string
  readonly name: string
  /** The name as told here, folded into one word. */
  readonly told: string
  /** One of several named as examples: "states such as Ohio and Maine". */
  readonly example: boolean
  readonly type: EntityType
  /** It only describes a noun: "a Harbour Board spokesman" is not the board. */
  readonly describes: boolean
}

// Chosen on the training third: less alike clauses tell two deeds, and two names with other words around them two parts of one.
const LEAST_SIMILARITY = 0.3
const LEAST_NEAR = 0.25
const ALIKE_REPORTS = 0.6

// What can take part in a deed or be its place, and is told by name.
const NAMED: ReadonlySet<EntityType> = new Set(['person', 'organization', 'place', 'facility'])

/** False for clauses in which {@link findPartDifferences} finds nothing, told at once. */
export const mayDifferInParts = (pair: ClausePair): boolean => pair.similarity >= LEAST_SIMILARITY

/**
 * Who took part, and where: two names in the same place of two clauses that else say alike.
 *
 * Names of one type, linked to different entities, each told by one clause only and matched by the words around them, as
 * numbers are. Two spellings of one name are no difference of this kind.
 */
export function findPartDifferences(
  pair: ClausePair,
  context: Readonly<Record<ContextFeature, number>>,
  tools: ContextTools,
): readonly Candidate[] {
  if (!mayDifferInParts(pair)) return []
  const left = readParts(pair.a, tools).filter((part) => !tells(pair.b, part, tools))
  const right = readParts(pair.b, tools).filter((part) => !tells(pair.a, part, tools))
  if (left.length === 0 || right.length === 0) return []
  const near = new Map([
    ...left.map((part) => [part, getNearStems(pair.a, part)] as const),
    ...right.map((part) => [part, getNearStems(pair.b, part)] as const),
  ])
  const matches = matchBest(left, right, (one, other) => {
    if (one.type !== other.type || one.entity === other.entity) return null
    if (one.example || other.example) return null
    // One name in both accounts, taken for two entities: what is read does not differ.
    if (one.told === other.told) return null
    const shared = getDice(near.get(one)!, near.get(other)!)
    if (one.describes || other.describes || isOneName(one.name, other.name)) return null
    return shared < LEAST_NEAR ? null : shared
  })
  // Two people each told reporters something: no difference of who took part, unless what they told is alike too.
  const reported = [pair.a, pair.b].some((clause) => isReporting(clause.claim?.predicate.lemma ?? ''))
  const able = matches.filter(
    ([one, other]) =>
      !reported || context.similarity >= ALIKE_REPORTS || (one.role !== 'agent' && other.role !== 'agent'),
  )
  return able.map(([one, other, margin]): Candidate => {
    const place = one.type === 'place' || one.type === 'facility'
    return {
      kind: place ? 'place' : 'participants',
      rule: place ? 'place/other' : `participants/${one.type}`,
      a: createSide(pair.a, one, one.entity, tools),
      b: createSide(pair.b, other, other.entity, tools),
      clauses: [pair.a, pair.b],
      subject: describeShorter(pair, one, other, tools),
      nature: 'conflict',
      inputs: { role: one.role, otherRole: other.role, name: one.name, otherName: other.name },
      features: {
        relationDiffer: 1,
        near: getDice(near.get(one)!, near.get(other)!),
        margin,
        roleSame: Number(one.role === other.role),
        manyValues: Math.max(left.length, right.length),
        restShared: [...pair.a.entities].filter((id) => pair.b.entities.has(id)).length,
      },
    }
  })
}

const isOneName = (a: string, b: string): boolean =>
  compareNames(a.replace(ARTICLE, ''), b.replace(ARTICLE, '')) !== 'different'

const ARTICLE = /^the\s+/i

/** Whether a clause names it too, as an entity or in the letters alone ("the UN security council"). */
function tells(clause: Clause, part: Part, tools: ContextTools): boolean {
  if (clause.entities.has(part.entity)) return true
  return getClauseText(clause, tools.view).toLowerCase().includes(part.name.toLowerCase())
}

// What leads in examples, and names in a row after it.
const EXAMPLES =
  /\b(?:like|such as|including|for example|e\.g\.)[\s,]+(?:the\s+)?(?:\p{Lu}[\p{L}.’'-]*(?:\s|,\s|\sand\s)+)*$/u

/** The names of a clause that are linked to an entity, with the role of the participant they stand in. */
function readParts(clause: Clause, tools: ContextTools): readonly Part[] {
  const account = tools.view.accounts[clause.account]!
  const mentions = getLayer(account.document, 'mentions')
  const entities = getLayer(account.document, 'entities')
  const parts: Part[] = []
  for (const at of createFinder(mentions)(clause)) {
    const mention = mentions[at]!
    const id = mention.entity < 0 ? null : account.entityIds[mention.entity]
    if (mention.form !== 'name' || id === null || id === undefined || !NAMED.has(mention.type)) continue
    if (parts.some((part) => part.entity === id)) continue
    const holder = clause.claim?.participants.find((one) => one.start <= mention.start && mention.end <= one.end)
    parts.push({
      start: mention.start,
      end: mention.end,
      role: holder?.entity === mention.entity ? holder.role : '',
      entity: id,
      name: entities[mention.entity]!.name,
      told: foldName(account.document.text.slice(mention.start, mention.end)).join(''),
      type: mention.type,
      describes: describesNoun(clause, mention.end, account),
      example: EXAMPLES.test(account.document.text.slice(clause.start, mention.start)),
    })
  }
  return parts
}

/** True where a noun stands right behind a name, with nothing but a blank or hyphen between; "in Arlund Monday night" has none. */
function describesNoun({ claim, times }: Clause, end: number, account: Account): boolean {
  if (!/[\s-]/.test(account.document.text.charAt(end))) return false
  const next = claim?.terms.find((term) => term.start === end + 1)
  if (next === undefined || times.some((at) => containsSpan(account.times[at]!, next))) return false
  return next.pos === 'NOUN' || next.pos === 'PROPN'
}
