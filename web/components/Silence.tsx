import type { JSX } from 'preact'
import { groupBy } from '../../src/report/view/groupBy.js'
import { makeSafeInPlace } from '../../src/report/view/safeText.js'
import { SILENCES } from '../../src/report/view/words.js'
import { anchorOf, anchors, type View } from '../view.js'
import { AccountLinks, AccountName, dirOf, Section } from './words.js'

const FIRST = 4

/** What only one account tells, by account. */
export function Alone({ view }: { readonly view: View }) {
  const single = view.dossier.claims.filter((claim) => claim.documents.length === 1)
  const byAccount = groupBy(single, (claim) => claim.documents[0])
  const groups = view.compared.flatMap(({ id }) => {
    const claims = byAccount.get(id) ?? []
    return claims.length === 0 ? [] : [{ id, claims }]
  })
  if (groups.length === 0) return null
  return (
    <Section
      id="alone"
      title="Told by one account only"
      note="Not less true for that: nobody else among these accounts says it."
    >
      <div class="by-account">
        {groups.map(({ id, claims }) => (
          <div key={id} class="group">
            <h3>
              <AccountName view={view} id={id} />
            </h3>
            <Shortened
              rest={(left) => (
                <>
                  {left} more are marked in <AccountName view={view} id={id} />
                </>
              )}
              items={claims.map((claim) => (
                <li key={claim.id}>
                  <a dir={dirOf(claim.text)} href={`#${anchorOf(view, claim.evidence[0]!)}`}>
                    {makeSafeInPlace(claim.text)}
                  </a>
                </li>
              ))}
            />
          </div>
        ))}
      </div>
    </Section>
  )
}

/** What each account leaves out of what others tell, and why it may be silent. */
export function Omissions({ view }: { readonly view: View }) {
  const claims = new Map(view.dossier.claims.map((claim) => [claim.id, claim]))
  const byAccount = groupBy(view.dossier.omissions, (item) => item.document)
  const groups = view.dossier.documents.flatMap(({ id }, index) => {
    const missing = byAccount.get(id) ?? []
    return missing.length === 0 ? [] : [{ id, index, missing }]
  })
  return (
    <Section
      id="omissions"
      title="What each account leaves out"
      note={
        groups.length === 0
          ? 'No account leaves out what most others tell.'
          : 'Points that others tell. An account may be silent because it was published too early, or because we could not read all of it.'
      }
    >
      <div class="by-account">
        {groups.map(({ id, index, missing }) => (
          <div key={id} class="group" id={anchors.omissions(index)}>
            <h3>
              <AccountName view={view} id={id} />
            </h3>
            <Shortened
              rest={(left) => (
                <>
                  {left} more in <a href="#coverage">who tells what</a>
                </>
              )}
              items={missing.flatMap(({ claim, why }) => {
                const found = claims.get(claim)
                return found === undefined
                  ? []
                  : [
                      <li key={claim}>
                        <a dir={dirOf(found.text)} href={`#${anchors.claim(view.claimIndex.get(claim)!)}`}>
                          {makeSafeInPlace(found.text)}
                        </a>
                        <p class="from">
                          <span class={`silence ${why}`}>{SILENCES[why]}</span>
                          <span class="meta">told by</span> <AccountLinks view={view} spans={found.evidence} />
                        </p>
                      </li>,
                    ]
              })}
            />
          </div>
        ))}
      </div>
    </Section>
  )
}

/** The first of a list, and where the rest is. */
function Shortened({
  items,
  rest,
}: {
  readonly items: readonly JSX.Element[]
  readonly rest: (left: number) => JSX.Element
}) {
  return (
    <>
      <ul>{items.slice(0, FIRST)}</ul>
      {items.length > FIRST && <p class="more">{rest(items.length - FIRST)}</p>}
    </>
  )
}
