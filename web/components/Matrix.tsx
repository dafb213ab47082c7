import { useState } from 'preact/hooks'
import { buildCoverage, type Cell, type CoverageRow, letterOf } from '../../src/report/view/coverage.js'
import { makeSafeInPlace } from '../../src/report/view/safeText.js'
import { count, SILENCES } from '../../src/report/view/words.js'
import { anchorOf, anchors, type View } from '../view.js'
import { AccountLink, AccountName, Text } from './words.js'

/** Rows that are written into the page; the rest appear on demand. */
export const FIRST_ROWS = 150
// More columns than this are no picture any more: then each row says in words how many tell it.
const MOST_COLUMNS = 24
const MOST_TELLINGS = 8

type Sort = 'importance' | 'most' | 'least'
type Status = '' | 'disputed' | 'corroborated' | 'single'

/** Who tells what: claims by accounts, sortable and filterable where scripts run. */
export function Matrix({ view }: { readonly view: View }) {
  const [sort, setSort] = useState<Sort>('importance')
  const [status, setStatus] = useState<Status>('')
  const [account, setAccount] = useState('')
  const [query, setQuery] = useState('')
  const [limit, setLimit] = useState(FIRST_ROWS)
  const all = coverageOf(view)
  const rows = sortRows(filterRows(all, { status, account, query }), sort)
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
              <th scope="col" class="claim-head">
                Point
              </th>
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
            {shown.map((row) => (
              <Row key={row.claim.id} view={view} row={row} grid={grid} />
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

const coverages = new WeakMap<View, readonly CoverageRow[]>()

function coverageOf(view: View): readonly CoverageRow[] {
  const known = coverages.get(view)
  if (known !== undefined) return known
  const rows = buildCoverage(view.dossier)
  coverages.set(view, rows)
  return rows
}

function filterRows(
  rows: readonly CoverageRow[],
  { status, account, query }: { readonly status: Status; readonly account: string; readonly query: string },
): readonly CoverageRow[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (status === '' && account === '' && words.length === 0) return rows
  return rows.filter(({ claim }) => {
    if (status !== '' && claim.status !== status) return false
    if (account !== '' && !claim.documents.includes(account)) return false
    if (words.length === 0) return true
    const told = claim.evidence.map((span) => span.exact.toLowerCase())
    return words.every((word) => told.some((text) => text.includes(word)))
  })
}

function sortRows(rows: readonly CoverageRow[], sort: Sort): readonly CoverageRow[] {
  if (sort === 'importance') return rows
  const sign = sort === 'most' ? -1 : 1
  return [...rows].sort((a, b) => sign * (a.claim.documents.length - b.claim.documents.length))
}

const STATUS_WORDS = { disputed: 'disputed', corroborated: 'told by several', single: 'told by one only' } as const

function Row({ view, row, grid }: { readonly view: View; readonly row: CoverageRow; readonly grid: boolean }) {
  const { claim, cells } = row
  const index = view.claimIndex.get(claim.id)!
  const tellings = claim.evidence.slice(0, MOST_TELLINGS)
  const speakers = claim.saidBy.flatMap((id) => view.entityName.get(id) ?? [])
  return (
    <tr id={anchors.claim(index)} class={claim.status}>
      <th scope="row" class="claim">
        <details>
          <summary dir="auto">
            <span class={`dot ${claim.status}`} />
            <span class="vh">{STATUS_WORDS[claim.status]}: </span>
            {makeSafeInPlace(claim.text)}
          </summary>
          <p class="meta">
            Point {index + 1}, told by {count(claim.documents.length, 'account')}
            {claim.independent < claim.documents.length && `, at most ${claim.independent} of them independent`}
            {claim.voice === 'attributed' && speakers.length > 0 && (
              <>
                , said to come from <Text>{speakers.slice(0, 3).join(', ')}</Text>
              </>
            )}
          </p>
          <ul class="tellings">
            {tellings.map((span) => (
              <li key={anchorOf(view, span)}>
                <q dir="auto">{makeSafeInPlace(span.exact)}</q> <AccountLink view={view} span={span} />
              </li>
            ))}
          </ul>
          {tellings.length < claim.evidence.length && (
            <p class="meta">and {count(claim.evidence.length - tellings.length, 'more telling')}</p>
          )}
        </details>
      </th>
      {grid ? (
        cells.map((cell) => <MatrixCell key={cell.document} view={view} row={row} cell={cell} />)
      ) : (
        <td class="counts">{describeCells(cells)}</td>
      )}
    </tr>
  )
}

function MatrixCell({ view, row, cell }: { readonly view: View; readonly row: CoverageRow; readonly cell: Cell }) {
  if (cell.state === 'side') {
    const letter = letterOf(cell.side ?? 0)
    return (
      <td class={`c side-${(cell.side ?? 0) % 4}`}>
        <a
          href={`#${anchors.conflict(view.conflictNumber.get(cell.conflict ?? '') ?? 1)}`}
          aria-label={`side ${letter} of a difference`}
        >
          {letter}
        </a>
      </td>
    )
  }
  if (cell.state === 'tells') {
    const span = row.claim.evidence.find((item) => item.document === cell.document)
    return (
      <td class="c t">
        {span !== undefined && (
          // biome-ignore lint/a11y/useAnchorContent: the dot is drawn by the style, the label says it
          <a href={`#${anchorOf(view, span)}`} aria-label="tells it" />
        )}
      </td>
    )
  }
  const words = cell.state === 'unlisted' ? SILENCES.notSaid : SILENCES[cell.state]
  return (
    <td class={`c ${CELL_CLASS[cell.state]}`} title={words}>
      <span class="vh">{words}</span>
    </td>
  )
}

const CELL_CLASS = { notSaid: 'n', unlisted: 'n', notYetKnown: 'y', notRead: 'r' } as const

function describeCells(cells: readonly Cell[]): string {
  const tally = (states: readonly Cell['state'][]): number => cells.filter((cell) => states.includes(cell.state)).length
  const tells = tally(['tells', 'side'])
  const parts = [`${tells} of ${cells.length} tell it`]
  const sides = tally(['side'])
  if (sides > 0) parts.push(`${sides} on a side`)
  const early = tally(['notYetKnown'])
  if (early > 0) parts.push(`${early} too early`)
  const unread = tally(['notRead'])
  if (unread > 0) parts.push(`${unread} not read in full`)
  return parts.join(', ')
}

/** What the signs in the matrix mean. */
export function MatrixLegend() {
  return (
    <ul class="legend">
      <li>
        <span class="c t key" /> tells it
      </li>
      <li>
        <span class="c side-0 key">A</span>
        <span class="c side-1 key">B</span> tells its side of a difference
      </li>
      <li>
        <span class="c n key" /> silent
      </li>
      <li>
        <span class="c y key" /> published before it was known
      </li>
      <li>
        <span class="c r key" /> account not read in full
      </li>
    </ul>
  )
}
