import type { JSX } from 'preact'
import { groupBy } from '../../src/report/view/groupBy.js'
import { oneASentence, type Told } from '../../src/report/view/lines.js'
import { SILENCES } from '../../src/report/view/words.js'
import { anchorOf, anchors, type View } from '../view.js'
import { AccountLinks, AccountName, dirOf, Line, Section } from './words.js'

const FIRST = 4

/** What only one account tells, by account. */
export function Alone({ view }: { readonly view: View }) {
  const single = view.dossier.claims.filter((claim) => claim.documents.length === 1)
  const byAccount = groupBy(single, (claim) => claim.documents[0])
  const groups = view.compared.flatMap(({ id }) => {
    const all = byAccount.get(id) ?? []
    return all.length === 0 ? [] : [{ id, all: all.length, claims: distinct(view, all, (claim) => claim) }]
  })
  if (groups.length === 0) return null
  return (
    <Section
      id="alone"
      title="Told by one account only"
      note="Not less true for that: nobody else among these accounts says it."
    >
      <div class="by-account">
        {groups.map(({ id, all, claims }) => (
          <div key={id} class="group">
            <h3>
              <AccountName view={view} id={id} />
            </h3>
            <Shortened
              all={all}
              rest={(left) => (
                <>
                  {left} more are marked in <AccountName view={view} id={id} />
                </>
              )}
              items={claims.map((claim) => (
                <li key={claim.id}>
                  <a dir={dirOf(claim.text)} href={`#${anchorOf(view, claim.evidence[0]!)}`}>
                    <Line view={view} told={claim} />
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
  const told = view.dossier.omissions.filter(({ claim }) => claims.has(claim))
  const byAccount = groupBy(told, (item) => item.document)
  const groups = view.accounts.flatMap(({ id }) => {
    const missing = byAccount.get(id) ?? []
    return missing.length === 0 ? [] : [{ id, index: view.indexOf.get(id)!, missing }]
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
              all={missing.length}
              items={distinct(view, missing, ({ claim }) => claims.get(claim)).flatMap(({ claim, why }) => {
                const found = claims.get(claim)
                return found === undefined
                  ? []
                  : [
                      <li key={claim}>
                        <a dir={dirOf(found.text)} href={`#${anchors.claim(view.claimIndex.get(claim)!)}`}>
                          <Line view={view} told={found} />
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

/** As many as can be shown, each of another sentence. */
function distinct<T>(view: View, items: readonly T[], toldOf: (item: T) => Told | undefined): readonly T[] {
  return oneASentence(items, toldOf, view.document).slice(0, FIRST)
}

/** The first of a list, and where the rest of all is. */
function Shortened({
  all,
  items,
  rest,
}: {
  readonly all: number
  readonly items: readonly JSX.Element[]
  readonly rest: (left: number) => JSX.Element
}) {
  return (
    <>
      <ul>{items}</ul>
      {items.length < all && <p class="more">{rest(all - items.length)}</p>}
    </>
  )
}
