import type { EntityType } from '../../annotate/index.js'
import { getLayer } from '../../document/index.js'
import type { Span } from '../../text/index.js'
import type { ConflictKind } from '../findings.js'
import type { Candidate } from './candidate.js'
import { compareNames } from './compareNames.js'
import type { ContextFeature, ContextTools } from './contextFeatures.js'
import { getDice, getNearStems } from './describe.js'
import { createSide, describeShorter } from './findValueDifferences.js'
import type { ClausePair } from './pairClauses.js'
import type { Clause } from './storyView.js'

// Chosen on the gold stories: below the first, pairs were almost never of one deed; above the second, almost always.
const LEAST_SIMILARITY = 0.25
const CERTAIN = 0.45

// What can take part in a deed or be its place, and is told by name.
const NAMED: ReadonlySet<EntityType> = new Set(['person', 'organization', 'place', 'facility'])

interface Part extends Span {
  readonly role: string
  readonly marker: string
  readonly entity: string
  readonly name: string
  readonly place: boolean
  readonly type: EntityType
}

const GROUPS: readonly { readonly kind: ConflictKind; readonly rule: string; readonly roles: readonly string[] }[] = [
  { kind: 'participants', rule: 'participants/agent', roles: ['agent'] },
  { kind: 'participants', rule: 'participants/patient', roles: ['patient', 'recipient'] },
  { kind: 'place', rule: 'place/other', roles: ['place'] },
]

/**
 * Who did it, to whom, where: two linked entities in one role of two clauses that else say alike.
 *
 * Only named and linked fillers count; a place that the other clause names as well is accounted for.
 */
export function findPartDifferences(
  pair: ClausePair,
  context: Readonly<Record<ContextFeature, number>>,
  tools: ContextTools,
): readonly Candidate[] {
  // One deed told twice has one predicate; without that, two people in two clauses are two deeds.
  if (context.predicateSame === 0 && context.similarity < CERTAIN) return []
  if (context.sameRow === 0 && context.similarity < LEAST_SIMILARITY) return []
  const left = readParts(pair.a, tools)
  const right = readParts(pair.b, tools)
  if (left.length === 0 || right.length === 0) return []
  return GROUPS.flatMap(({ kind, rule, roles }) => {
    const take = (parts: readonly Part[], clause: Clause): readonly Part[] =>
      parts.filter(
        (part) =>
          (kind === 'place' ? part.place : roles.includes(part.role) && !part.place) &&
          !clause.entities.has(part.entity),
      )
    const x = take(left, pair.b)
    const y = take(right, pair.a)
    const found: Candidate[] = []
    for (const one of x) {
      for (const other of y) {
        if (
          one.type !== other.type ||
          one.entity === other.entity ||
          compareNames(one.name, other.name) !== 'different'
        )
          continue
        found.push({
          kind,
          rule,
          a: createSide(pair.a, one, one.entity, tools),
          b: createSide(pair.b, other, other.entity, tools),
          clauses: [pair.a, pair.b],
          subject: describeShorter(pair, one, other, tools),
          nature: 'conflict',
          inputs: { role: one.role, name: one.name, otherName: other.name },
          features: {
            relationDiffer: 1,
            near: getDice(getNearStems(pair.a, one), getNearStems(pair.b, other)),
            roleSame: Number(one.role === other.role),
            marker: Number(one.marker === other.marker),
            manyValues: Math.max(x.length, y.length),
            restShared: [...pair.a.entities].filter((id) => pair.b.entities.has(id)).length,
          },
        })
      }
    }
    return found
  })
}

/** Named entities of a clause with the role they play; a place with a preposition is a place whatever the parse says. */
function readParts(clause: Clause, tools: ContextTools): readonly Part[] {
  const account = tools.view.accounts[clause.account]!
  const entities = getLayer(account.document, 'entities')
  const parts: Part[] = []
  for (const participant of clause.claim?.participants ?? []) {
    const entity = participant.entity < 0 ? undefined : entities[participant.entity]
    const id = participant.entity < 0 ? null : account.entityIds[participant.entity]
    if (entity === undefined || id === null || id === undefined) continue
    // A pronoun or a description may be anybody; "the student" beside a name is no other person.
    if (!/\p{Lu}\p{L}/u.test(account.document.text.slice(participant.start, participant.end))) continue
    if (!NAMED.has(entity.type)) continue
    const place = entity.type === 'place' || entity.type === 'facility'
    parts.push({
      start: participant.start,
      end: participant.end,
      role: participant.role,
      marker: participant.marker,
      entity: id,
      name: entity.name,
      type: entity.type,
      place: participant.role === 'place' || (place && participant.marker !== ''),
    })
  }
  return parts
}
