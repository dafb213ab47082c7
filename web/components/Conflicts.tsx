import type { DossierConflict } from '../../src/dossier/schema.js'
import { letterOf } from '../../src/report/view/coverage.js'
import { describeProbability, explainConflict } from '../../src/report/view/explain.js'
import { chooseExample, focusSide } from '../../src/report/view/focus.js'
import { makeSafeInPlace } from '../../src/report/view/safeText.js'
import { CONFLICT_KINDS, NATURES, STRENGTHS } from '../../src/report/view/words.js'
import { anchors, byAccount, type View } from '../view.js'
import { AccountLinks, AccountName, Quote, Section, Text } from './words.js'

/** The conflicts, contradictions first, each a card with its sides next to each other. */
export function Conflicts({ view }: { readonly view: View }) {
  const { conflicts } = view.dossier
  const kinds = [...new Set(conflicts.map((conflict) => conflict.kind))]
  return (
    <Section
      id="conflicts"
      title="Where the accounts disagree"
      note={
        conflicts.length === 0
          ? 'No account was found to contradict another.'
          : 'Each side in its own words. The order of the sides means nothing; who is right is not decided here.'
      }
    >
      {conflicts.length > 1 && (
        <fieldset class="tools js">
          <legend class="vh">Choose which differences to show</legend>
          <label>
            Strength{' '}
            <select data-filter="strength">
              <option value="">all ({conflicts.length})</option>
              <option value="contradiction">
                contradictions ({conflicts.filter((item) => item.strength === 'contradiction').length})
              </option>
              <option value="tension">
                lesser differences ({conflicts.filter((item) => item.strength === 'tension').length})
              </option>
            </select>
          </label>
          <label>
            About{' '}
            <select data-filter="kind">
              <option value="">everything</option>
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {CONFLICT_KINDS[kind]} ({conflicts.filter((item) => item.kind === kind).length})
                </option>
              ))}
            </select>
          </label>
          <output class="count" aria-live="polite" />
        </fieldset>
      )}
      <div class="cards">
        {conflicts.map((conflict) => (
          <ConflictCard key={conflict.id} view={view} conflict={conflict} />
        ))}
      </div>
    </Section>
  )
}

function ConflictCard({ view, conflict }: { readonly view: View; readonly conflict: DossierConflict }) {
  const number = view.conflictNumber.get(conflict.id)!
  const id = anchors.conflict(number)
  const explanation = explainConflict(conflict)
  const nature = NATURES[conflict.nature]
  const claims = conflict.claims.flatMap((claim) => view.claimIndex.get(claim) ?? [])
  return (
    <article
      class={`card ${conflict.strength}`}
      id={id}
      aria-labelledby={`${id}-title`}
      data-strength={conflict.strength}
      data-kind={conflict.kind}
    >
      <header>
        <p class="kind">
          <span class="number">{number}</span> {CONFLICT_KINDS[conflict.kind]}
          {conflict.within !== null && (
            <>
              {' '}
              within <AccountName view={view} id={conflict.within} />
            </>
          )}
        </p>
        <h3 id={`${id}-title`} dir="auto" tabIndex={-1}>
          {makeSafeInPlace(conflict.subject.trim() === '' ? CONFLICT_KINDS[conflict.kind] : conflict.subject)}
          <a class="here" href={`#${id}`}>
            <span aria-hidden="true">#</span>
            <span class="vh">Link to this difference</span>
          </a>
        </h3>
        <p class="strength">
          {STRENGTHS[conflict.strength]}
          {nature !== null && <span class="nature">{nature}</span>}
        </p>
      </header>
      <div class="sides">
        {conflict.sides.map((side, i) => (
          <Side key={i} view={view} side={side} index={i} />
        ))}
      </div>
      <details class="why">
        <summary>Why this is shown</summary>
        <p>
          {explanation.reason}. By our measure this is {describeProbability(conflict.probability)}.
          {claims.length > 0 && (
            <>
              {' '}
              Told in full at{' '}
              {claims.slice(0, 3).map((index, i) => (
                <>
                  {i > 0 && ', '}
                  <a href={`#${anchors.claim(index)}`}>point {index + 1}</a>
                </>
              ))}
              .
            </>
          )}
        </p>
        {explanation.details.length > 0 && (
          <ul>
            {explanation.details.map((detail) => (
              <li key={detail} dir="auto">
                {makeSafeInPlace(detail)}
              </li>
            ))}
          </ul>
        )}
        <p>
          Rule <code>{makeSafeInPlace(explanation.rule)}</code>
        </p>
      </details>
    </article>
  )
}

function Side({
  view,
  side,
  index,
}: {
  readonly view: View
  readonly side: DossierConflict['sides'][number]
  readonly index: number
}) {
  const accounts = byAccount(focusSide(side))
  return (
    <div class={`side side-${index % 4}`}>
      <p class="value">
        <span class="letter" aria-hidden="true">
          {letterOf(index)}
        </span>
        <Text>{side.value}</Text>
      </p>
      <Quote view={view} span={chooseExample(side)} />
      <p class="from">
        <AccountLinks view={view} spans={accounts} />
      </p>
    </div>
  )
}
