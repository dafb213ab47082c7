import type { DossierClaim } from '../../src/dossier/schema.js'
import { type Cell, letterOf } from '../../src/report/view/coverage.js'
import { makeSafeInPlace } from '../../src/report/view/safeText.js'
import { count } from '../../src/report/view/words.js'
import { anchorOf, anchors, type View } from '../view.js'
import { AccountLink, dirOf, Line, Text } from './words.js'

const MOST_TELLINGS = 8

const STATUS_WORDS = { disputed: 'disputed', corroborated: 'told by several', single: 'told by one only' } as const

/** Without scripts a row is its words and its cells, which lead to the words; with them it opens to show every telling. */
export function MatrixRow(props: {
  readonly view: View
  readonly claim: DossierClaim
  readonly cells: readonly Cell[]
  readonly grid: boolean
  readonly live: boolean
}) {
  const { view, claim, cells, grid, live } = props
  const words = (
    <>
      <b>{STATUS_WORDS[claim.status]}: </b>
      <Line view={view} told={claim} />
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
        cells.map((cell) => <MatrixCell key={cell.document} view={view} claim={claim} cell={cell} />)
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
function MatrixCell({ view, claim, cell }: { readonly view: View; readonly claim: DossierClaim; readonly cell: Cell }) {
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
    const span = claim.evidence.find((item) => item.document === cell.document)
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
