import { useEffect, useState } from 'preact/hooks'
import type { DossierClaim } from '../../src/dossier/schema.js'
import { type Cell, createCoverage } from '../../src/report/view/coverage.js'
import { makeSafeInPlace } from '../../src/report/view/safeText.js'
import { count } from '../../src/report/view/words.js'
import { anchors, type View } from '../view.js'
import { AccountName } from './words.js'
import { MatrixRow } from './MatrixRow.js'

/** Rows that are written into the page; the rest appear on demand. */
const FIRST_ROWS = 24
// More columns than this are no picture any more: then each row says in words how many tell it.
const MOST_COLUMNS = 24

type Sort = 'importance' | 'most' | 'least'
type Status = '' | 'disputed' | 'corroborated' | 'single'

/** Who tells what: claims by accounts, sortable and filterable where scripts run. */
export function Matrix({ view, live = false }: { readonly view: View; readonly live?: boolean }) {
  const [sort, setSort] = useState<Sort>('importance')
  const [status, setStatus] = useState<Status>('')
  const [account, setAccount] = useState('')
  const [query, setQuery] = useState('')
  const [limit, setLimit] = useState(FIRST_ROWS)
  // An address such as #k-120 opens its row, wherever filters or the limit would have left it.
  useEffect(() => {
    const goToRow = (): void => {
      const number = Number(/^#k-(\d+)$/.exec(location.hash)?.[1] ?? 0)
      if (number < 1 || number > view.dossier.claims.length) return
      setStatus('')
      setAccount('')
      setQuery('')
      setSort('importance')
      setLimit((known) => Math.max(known, number))
      requestAnimationFrame(() => openRow(number))
    }
    goToRow()
    addEventListener('hashchange', goToRow)
    return () => removeEventListener('hashchange', goToRow)
  }, [view])
  const cellsOf = coverageOf(view)
  const rows = sortRows(filterRows(view.dossier.claims, { status, account, query }), sort)
  const shown = rows.slice(0, limit)
  const grid = view.compared.length <= MOST_COLUMNS
  const set =
    <T,>(change: (value: T) => void) =>
    (event: Event) => {
      setLimit(FIRST_ROWS)
      change((event.currentTarget as HTMLInputElement).value as T)
    }
  return (
    <>
      <fieldset class="tools js">
        <legend class="vh">Choose and sort the points</legend>
        <label>
          Show{' '}
          <select value={status} onChange={set<Status>(setStatus)}>
            <option value="">all points</option>
            <option value="disputed">disputed</option>
            <option value="corroborated">told by several</option>
            <option value="single">told by one only</option>
          </select>
        </label>
        <label>
          told by{' '}
          <select value={account} onChange={set<string>(setAccount)}>
            <option value="">anyone</option>
            {view.compared.map((document) => (
              <option key={document.id} value={document.id}>
                {makeSafeInPlace(view.name(document.id))}
              </option>
            ))}
          </select>
        </label>
        <label>
          Order{' '}
          <select value={sort} onChange={set<Sort>(setSort)}>
            <option value="importance">most important first</option>
            <option value="most">told by most first</option>
            <option value="least">told by fewest first</option>
          </select>
        </label>
        <label>
          Find <input type="search" value={query} onInput={set<string>(setQuery)} />
        </label>
        <output class="count" aria-live="polite">
          {count(rows.length, 'point')}
        </output>
      </fieldset>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section class="scroll" tabIndex={0} aria-label="Points by accounts">
        <table class="matrix">
          <caption class="vh">What each account tells</caption>
          <thead>
            <tr>
              <th scope="col">Point</th>
              {grid ? (
                view.compared.map((document) => (
                  <th key={document.id} scope="col" class="acc">
                    <span>
                      <AccountName view={view} id={document.id} />
                    </span>
                  </th>
                ))
              ) : (
                <th scope="col">Accounts</th>
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map((claim) => (
              <MatrixRow key={claim.id} view={view} claim={claim} cells={cellsOf(claim)} grid={grid} live={live} />
            ))}
          </tbody>
        </table>
      </section>
      {rows.length > shown.length && (
        <p class="more">
          The first {shown.length.toLocaleString('en-US')} of {rows.length.toLocaleString('en-US')} points.{' '}
          <button type="button" class="js" onClick={() => setLimit(limit * 4)}>
            Show more
          </button>
        </p>
      )}
    </>
  )
}

function openRow(number: number): void {
  const row = document.getElementById(anchors.claim(number - 1))
  const details = row?.querySelector('details')
  if (details !== null && details !== undefined) details.open = true
  row?.scrollIntoView({ block: 'center' })
}

const coverages = new WeakMap<View, (claim: DossierClaim) => readonly Cell[]>()

function coverageOf(view: View): (claim: DossierClaim) => readonly Cell[] {
  const known = coverages.get(view)
  if (known !== undefined) return known
  const cellsOf = createCoverage(view.dossier, view.compared)
  coverages.set(view, cellsOf)
  return cellsOf
}

function filterRows(
  rows: readonly DossierClaim[],
  { status, account, query }: { readonly status: Status; readonly account: string; readonly query: string },
): readonly DossierClaim[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (status === '' && account === '' && words.length === 0) return rows
  return rows.filter((claim) => {
    if (status !== '' && claim.status !== status) return false
    if (account !== '' && !claim.documents.includes(account)) return false
    if (words.length === 0) return true
    const told = claim.evidence.map((span) => span.exact.toLowerCase())
    return words.every((word) => told.some((text) => text.includes(word)))
  })
}

function sortRows(rows: readonly DossierClaim[], sort: Sort): readonly DossierClaim[] {
  if (sort === 'importance') return rows
  const sign = sort === 'most' ? -1 : 1
  return [...rows].sort((a, b) => sign * (a.documents.length - b.documents.length))
}

/** What the signs in the matrix mean. */
export function MatrixLegend() {
  return (
    <ul class="legend">
      <li>
        <i class="t" /> tells it
      </li>
      <li>
        <i class="x side-0">A</i>
        <i class="x side-1">B</i> tells its side of a difference
      </li>
      <li>
        <i class="n" /> silent
      </li>
      <li>
        <i class="y" /> published before it was known
      </li>
      <li>
        <i class="r" /> account not read in full
      </li>
      <li>
        <i class="disputed" /> disputed
      </li>
      <li>
        <i class="corroborated" /> told by several
      </li>
      <li>
        <i class="single" /> told by one only
      </li>
    </ul>
  )
}
