import { useEffect, useState } from 'preact/hooks'
import type { DossierClaim } from '../../src/dossier/schema.js'
import { buildCoverage, type Cell, type CoverageRow, letterOf } from '../../src/report/view/coverage.js'
import { makeSafeInPlace } from '../../src/report/view/safeText.js'
import { count } from '../../src/report/view/words.js'
import { anchorOf, anchors, type View } from '../view.js'
import { AccountLink, AccountName, dirOf, Text } from './words.js'

/** Rows that are written into the page; the rest appear on demand. */
export const FIRST_ROWS = 100
// More columns than this are no picture any more: then each row says in words how many tell it.
const MOST_COLUMNS = 24
const MOST_TELLINGS = 8

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
            {shown.map((row) => (
              <Row key={row.claim.id} view={view} row={row} grid={grid} live={live} />
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

/** Without scripts a row is its words and its cells, which lead to the words; with them it opens to show every telling. */
function Row(props: {
  readonly view: View
  readonly row: CoverageRow
  readonly grid: boolean
  readonly live: boolean
}) {
  const { view, row, grid, live } = props
  const { claim, cells } = row
  const words = (
    <>
      <b>{STATUS_WORDS[claim.status]}: </b>
      {makeSafeInPlace(claim.text)}
    </>
  )
  return (
    <tr id={anchors.claim(view.claimIndex.get(claim.id)!)} class={claim.status}>
      <th scope="row">
        {live ? (
          <details>
            <summary dir={dirOf(claim.text)}>{words}</summary>
            <Tellings view={view} claim={claim} />
          </details>
        ) : (
          <p dir={dirOf(claim.text)}>{words}</p>
        )}
      </th>
      {grid ? (
        cells.map((cell) => <MatrixCell key={cell.document} view={view} row={row} cell={cell} />)
      ) : (
        <td class="counts">{describeCells(cells)}</td>
      )}
    </tr>
  )
}

function Tellings({ view, claim }: { readonly view: View; readonly claim: DossierClaim }) {
  const tellings = claim.evidence.slice(0, MOST_TELLINGS)
  const speakers = claim.saidBy.flatMap((id) => view.entityName.get(id) ?? [])
  return (
    <>
      <p class="meta">
        Point {view.claimIndex.get(claim.id)! + 1}, told by {count(claim.documents.length, 'account')}
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
            <q dir={dirOf(span.exact)}>{makeSafeInPlace(span.exact)}</q> <AccountLink view={view} span={span} />
          </li>
        ))}
      </ul>
      {tellings.length < claim.evidence.length && (
        <p class="meta">and {count(claim.evidence.length - tellings.length, 'more telling')}</p>
      )}
    </>
  )
}

/** The sign of a cell is drawn by the style over its words, which are there for those who cannot see it. */
function MatrixCell({ view, row, cell }: { readonly view: View; readonly row: CoverageRow; readonly cell: Cell }) {
  if (cell.state === 'side') {
    const side = cell.side ?? 0
    const number = view.conflictNumber.get(cell.conflict ?? '') ?? 1
    return (
      <td class={`x side-${side % 4}`}>
        <a href={`#${anchors.conflict(number)}`}>
          <b>side </b>
          {letterOf(side)}
        </a>
      </td>
    )
  }
  if (cell.state === 'tells') {
    const span = row.claim.evidence.find((item) => item.document === cell.document)
    return <td class="t">{span === undefined ? 'tells it' : <a href={`#${anchorOf(view, span)}`}>tells it</a>}</td>
  }
  return <td class={CELLS[cell.state].name}>{CELLS[cell.state].words}</td>
}

const CELLS = {
  notSaid: { name: 'n', words: 'silent' },
  unlisted: { name: 'n', words: 'silent' },
  notYetKnown: { name: 'y', words: 'too early' },
  notRead: { name: 'r', words: 'not read' },
} as const

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
