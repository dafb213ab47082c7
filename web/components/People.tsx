import type { Dossier, DossierEntity } from '../../src/dossier/schema.js'
import { joinLabels } from '../../src/report/view/labels.js'
import { listPeople } from '../../src/report/view/listPeople.js'
import { conditionOf, count, POSITIONS } from '../../src/report/view/words.js'
import { groupBy } from '../../src/report/view/groupBy.js'
import { makeSafeInPlace } from '../../src/report/view/safeText.js'
import { anchors, byAccount, type View } from '../view.js'
import { AccountLink, AccountLinks, Section, Text } from './words.js'

const FIRST = 40

/** People and bodies with what the accounts say they are, and where the accounts disagree on it. */
export function People({ view }: { readonly view: View }) {
  const people = listPeople(view.dossier.entities)
  if (people.length === 0) return null
  const disputes = findRoleDisputes(view)
  const shown = people.slice(0, FIRST)
  return (
    <Section id="people" title="People and bodies" note="What the accounts say each of them is.">
      <dl class="people">
        {shown.map((entity) => (
          <Person key={entity.id} view={view} entity={entity} disputes={disputes(entity)} />
        ))}
      </dl>
      {people.length > shown.length && <p class="more">and {count(people.length - shown.length, 'more name')}</p>}
    </Section>
  )
}

function Person({
  view,
  entity,
  disputes,
}: {
  readonly view: View
  readonly entity: DossierEntity
  readonly disputes: readonly number[]
}) {
  const aliases = entity.aliases.slice(0, 5)
  return (
    <div>
      <dt>
        <Text>{entity.name}</Text>
        {disputes.map((number) => (
          <a key={number} class="disputed-link" href={`#${anchors.conflict(number)}`}>
            disputed: see {number}
          </a>
        ))}
      </dt>
      {entity.roles.slice(0, 8).map((role) => (
        <dd key={role.text}>
          <Text>{role.text}</Text> <AccountLinks view={view} spans={role.evidence} />
        </dd>
      ))}
      {entity.roles.length === 0 && (
        <dd>
          named by <AccountLinks view={view} spans={byAccount(entity.mentions)} />
        </dd>
      )}
      {aliases.length > 0 && (
        <dd class="meta">
          also called{' '}
          {aliases.map((alias, i) => (
            <>
              {i > 0 && ', '}
              <Text>{alias}</Text>
            </>
          ))}
        </dd>
      )}
    </div>
  )
}

/** Numbers of the conflicts about roles or names whose words are those of an entity's roles or mentions. */
function findRoleDisputes(view: View): (entity: DossierEntity) => readonly number[] {
  const conflicts = view.dossier.conflicts.filter(({ kind }) => kind === 'role' || kind === 'name')
  const touches = (entity: DossierEntity, conflict: Dossier['conflicts'][number]): boolean => {
    const own = [...entity.roles.flatMap((role) => role.evidence), ...entity.mentions]
    return conflict.sides.some((side) =>
      side.evidence.some((a) => own.some((b) => a.document === b.document && a.start < b.end && b.start < a.end)),
    )
  }
  return (entity) =>
    conflicts.filter((conflict) => touches(entity, conflict)).map((conflict) => view.conflictNumber.get(conflict.id)!)
}

/** Who wants, offers, refuses, warns or promises what, by actor. */
export function Positions({ view }: { readonly view: View }) {
  const { positions } = view.dossier
  if (positions.length === 0) return null
  return (
    <Section
      id="positions"
      title="Positions taken"
      note="Who wants, offers, refuses, warns or promises what, as the accounts report it."
    >
      <dl class="people">
        {[...groupBy(positions, (item) => view.entityName.get(item.actor) ?? '')].map(([actor, own]) => (
          <div key={actor}>
            <dt>
              <Text>{actor}</Text>
            </dt>
            {own.map((item, i) => (
              <dd key={i}>
                <span class={`verb ${item.kind}`}>{POSITIONS[item.kind]}</span> <Text>{item.matter}</Text>
                <Condition item={item} />
                {item.reportedBy.length > 0 && (
                  <>
                    , <em>by the word of</em>{' '}
                    <Text>{item.reportedBy.map((id) => view.entityName.get(id) ?? '').join(', ')}</Text>
                  </>
                )}{' '}
                <AccountLinks view={view} spans={item.evidence} />
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </Section>
  )
}

function Condition({ item }: { readonly item: Dossier['positions'][number] }) {
  const condition = conditionOf(item)
  if (condition === null) return null
  return (
    <>
      , <em>on condition:</em> <Text>{condition}</Text>
    </>
  )
}

/** What the accounts call people and bodies, side by side, and the words that carry a judgement. */
export function Framing({ view }: { readonly view: View }) {
  const { labels, loaded } = view.dossier.framing
  if (labels.length + loaded.length === 0) return null
  const byEntity = groupBy(labels, (label) => label.entity)
  const named = view.dossier.entities.flatMap((entity) => {
    const own = byEntity.get(entity.id) ?? []
    return own.length === 0 ? [] : [{ entity, documents: [...new Set(own.map((label) => label.document))], own }]
  })
  return (
    <Section
      id="framing"
      title="How they are described"
      note="Labels and words that carry a judgement, account by account. Nothing here is a score of an outlet."
    >
      {named.slice(0, FIRST).map(({ entity, documents, own }) => (
        <div key={entity.id} class="labels">
          <h3>
            <Text>{entity.name}</Text>
          </h3>
          {documents.length > MOST_SIDES ? (
            <Wordings view={view} labels={own} />
          ) : (
            <div class="sides">
              {documents.map((document) => (
                <div key={document} class="side">
                  <p class="outlet">
                    <Text>{view.name(document)}</Text>
                  </p>
                  <ul>
                    {own
                      .filter((label) => label.document === document)
                      .map((label, i) => (
                        <li key={i}>
                          <a class="words" href={`#${anchorFor(view, label.evidence)}`}>
                            <Text>{label.text}</Text>
                          </a>
                          {label.voice === 'attributed' && <span class="meta"> in someone’s words</span>}
                        </li>
                      ))}
                  </ul>
                </div>
              ))}
            </div>
          )}
        </div>
      ))}
      {loaded.length > 0 && (
        <div class="labels">
          <h3>Words that carry a judgement</h3>
          <ul class="loaded">
            {loaded.slice(0, 60).map((item, i) => (
              <li key={i}>
                <strong dir="auto">{makeSafeInPlace(item.evidence[0]!.exact)}</strong>{' '}
                {item.evidence.length > 1 && <span class="meta">{item.evidence.length} times </span>}
                {item.about !== null && (
                  <span class="meta">
                    of <Text>{view.entityName.get(item.about) ?? ''}</Text>{' '}
                  </span>
                )}
                <AccountLink view={view} span={item.evidence[0]!} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  )
}

// Beyond, the same word stands a dozen times in a dozen columns.
const MOST_SIDES = 4

/** Each wording once, with the accounts that use it. */
function Wordings({
  view,
  labels,
}: {
  readonly view: View
  readonly labels: readonly Dossier['framing']['labels'][number][]
}) {
  return (
    <ul class="wordings">
      {joinLabels(labels).map(({ text, voice, evidence }, i) => (
        <li key={i}>
          <Text>{text}</Text>
          {voice === 'attributed' && <span class="meta"> in someone’s words</span>}{' '}
          <AccountLinks view={view} spans={evidence} />
        </li>
      ))}
    </ul>
  )
}

function anchorFor(view: View, evidence: Dossier['framing']['labels'][number]['evidence']): string {
  const span = evidence[0]!
  return `w${view.indexOf.get(span.document) ?? 0}-${span.start}-${span.end}`
}
