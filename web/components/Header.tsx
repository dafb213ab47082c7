import { countWitnesses, countWords, sharedOrigins } from '../../src/report/view/accounts.js'
import { formatMoment, formatRange } from '../../src/report/view/days.js'
import { makeSafeInPlace, safeLink } from '../../src/report/view/safeText.js'
import { count, ORIGINS, STATES } from '../../src/report/view/words.js'
import { anchors, type View } from '../view.js'
import { AccountLinks, AccountName, Text } from './words.js'

/** Title, day and place, and three ways in. */
export function Header({ view }: { readonly view: View }) {
  const { story, documents, conflicts } = view.dossier
  const contradictions = conflicts.filter((conflict) => conflict.strength === 'contradiction').length
  const lesser = conflicts.length - contradictions
  const witnesses = countWitnesses(view.dossier)
  return (
    <header class="top" id="top">
      <p class="kicker">{count(documents.length, 'account')} of one event, side by side</p>
      <h1 dir="auto">{makeSafeInPlace(story.title)}</h1>
      <p class="facts">
        {story.when !== null && <span>{makeSafeInPlace(formatRange(story.when.start, story.when.end))}</span>}
        {story.where !== null && (
          <span>
            <Text>{story.where}</Text>
          </span>
        )}
        {witnesses < documents.length && <span>at most {witnesses} of the accounts are independent</span>}
      </p>
      <ul class="ways">
        <li>
          <a href="#conflicts">
            <strong>What is disputed?</strong>
            <span>
              {conflicts.length === 0
                ? 'No differences found'
                : [
                    contradictions > 0 ? count(contradictions, 'contradiction') : null,
                    lesser > 0 ? count(lesser, 'lesser difference') : null,
                  ]
                    .filter((part) => part !== null)
                    .join(', ')}
            </span>
          </a>
        </li>
        <li>
          <a href="#quotes">
            <strong>Who said what, and exactly how?</strong>
            <span>
              {count(view.dossier.attributions.filter((item) => item.kind !== 'indirect').length, 'quotation')}, by
              speaker
            </span>
          </a>
        </li>
        <li>
          <a href="#omissions">
            <strong>What does each account leave out?</strong>
            <span>{sayGaps(view)}</span>
          </a>
        </li>
      </ul>
    </header>
  )
}

/** Points, not gaps: of twenty accounts nineteen may leave out the same. */
function sayGaps({ dossier: { omissions } }: View): string {
  const points = new Set(omissions.map((item) => item.claim)).size
  return points === 0 ? 'Nothing that most others tell' : `${count(points, 'point')} that others tell`
}

/** The accounts: outlet, date, length, and which of them are one witness. */
export function Accounts({ view }: { readonly view: View }) {
  const groups = sharedOrigins(view.dossier)
  const groupOf = new Map(groups.flatMap((origin, i) => origin.documents.map((id) => [id, i] as const)))
  return (
    <section id="accounts" aria-labelledby="accounts-title" class="section accounts">
      <h2 id="accounts-title" tabIndex={-1}>
        The accounts
      </h2>
      <ol class="account-list">
        {view.accounts.map((document) => {
          const group = groupOf.get(document.id)
          const link = safeLink(document.url)
          return (
            <li key={document.id}>
              <AccountName view={view} id={document.id} />
              {document.title !== null && (
                <p class="headline" dir="auto">
                  {makeSafeInPlace(document.title)}
                </p>
              )}
              <p class="meta">
                {[
                  document.publishedAt === null ? 'date unknown' : makeSafeInPlace(formatMoment(document.publishedAt)),
                  count(countWords(document.text), 'word'),
                ].join(' · ')}
                {link !== null && (
                  <>
                    {' · '}
                    <a href={link} rel="noreferrer noopener">
                      original page
                    </a>
                  </>
                )}
              </p>
              {STATES[document.state] !== null && <p class="flag">{capital(STATES[document.state] ?? '')}</p>}
              {!document.compared && <p class="flag">Shown, but not compared</p>}
              {group !== undefined && (
                <p class="flag group">
                  {ORIGINS[groups[group]!.kind]} as {others(view, groups[group]!.documents, document.id)}
                </p>
              )}
            </li>
          )
        })}
      </ol>
      {view.dossier.origins.filter((origin) => origin.kind !== 'own').length > 0 && (
        <details class="why">
          <summary>Which accounts are not independent of each other, and why</summary>
          <ul>
            {view.dossier.origins
              .filter((origin) => origin.kind !== 'own')
              .map((origin) => (
                <li key={origin.id}>
                  {ORIGINS[origin.kind]}: <Text>{origin.reason}</Text>.{' '}
                  <AccountLinks view={view} spans={origin.evidence} />
                </li>
              ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function others(view: View, ids: readonly string[], id: string) {
  const rest = ids.filter((other) => other !== id)
  const shown = rest.slice(0, 2)
  return (
    <>
      {shown.map((other, i) => (
        <>
          {i > 0 && ', '}
          <a href={`#${anchors.account(view.indexOf.get(other) ?? 0)}`}>
            <Text>{view.name(other)}</Text>
          </a>
        </>
      ))}
      {rest.length > shown.length && ` and ${rest.length - shown.length} more`}
    </>
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
