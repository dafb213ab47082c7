import type { DossierAttribution } from '../../src/dossier/schema.js'
import { formatMoment } from '../../src/report/view/days.js'
import { buildLedger, type LedgerEntry, type LedgerSpeaker } from '../../src/report/view/ledger.js'
import { makeSafeInPlace } from '../../src/report/view/safeText.js'
import { markVariants, splitContent } from '../../src/report/view/variants.js'
import { count, DIFFERENCES } from '../../src/report/view/words.js'
import { anchors, type View } from '../view.js'
import { AccountLink, dirOf, Section, Text } from './words.js'

/** The quotations by speaker, the words that differ between accounts marked. */
export function Ledger({ view }: { readonly view: View }) {
  const speakers = buildLedger(view.dossier)
  const groupIndex = new Map(view.dossier.quoteGroups.map((group, i) => [group.id, i]))
  const written = new Set<string>()
  return (
    <Section
      id="quotes"
      title="Who said what, in which words"
      note={
        speakers.length === 0
          ? 'No words are quoted.'
          : 'By speaker, the most quoted first. Where accounts quote the same words differently, what differs is marked; ‸ stands where an account leaves words out.'
      }
    >
      {speakers.length > 1 && (
        <fieldset class="tools js">
          <legend class="vh">Choose a speaker</legend>
          <label>
            Speaker{' '}
            <select data-filter="speaker">
              <option value="">everyone</option>
              {speakers.map((speaker, i) => (
                <option key={speaker.key} value={anchors.speaker(i)}>
                  {makeSafeInPlace(speaker.name)} ({speaker.entries.length})
                </option>
              ))}
            </select>
          </label>
          <label>
            <input type="checkbox" data-filter="differing" /> only where the words differ
          </label>
        </fieldset>
      )}
      <div class="speakers">
        {speakers.map((speaker, i) => (
          <Speaker
            key={speaker.key}
            view={view}
            speaker={speaker}
            index={i}
            groupIndex={groupIndex}
            written={written}
          />
        ))}
      </div>
    </Section>
  )
}

function Speaker(props: {
  readonly view: View
  readonly speaker: LedgerSpeaker
  readonly index: number
  readonly groupIndex: ReadonlyMap<string, number>
  /** Groups that stand under an earlier speaker already: an anchor may be given once only. */
  readonly written: Set<string>
}) {
  const { view, speaker, index, groupIndex, written } = props
  const quoted = speaker.entries.filter(isQuoted)
  const reported = speaker.entries.filter((entry) => !isQuoted(entry))
  const show = (entry: LedgerEntry) => {
    const first = !written.has(entry.group.id)
    written.add(entry.group.id)
    return (
      <Entry
        key={entry.group.id}
        view={view}
        entry={entry}
        id={first ? anchors.quote(groupIndex.get(entry.group.id)!) : undefined}
      />
    )
  }
  return (
    <article class="speaker" id={anchors.speaker(index)} aria-labelledby={`${anchors.speaker(index)}-name`}>
      <h3 id={`${anchors.speaker(index)}-name`} tabIndex={-1}>
        <Text>{speaker.name}</Text>
      </h3>
      <div class="entries">
        {quoted.map(show)}
        {reported.length > 0 && (
          <details class="reported">
            <summary>{count(reported.length, 'statement')} reported without quotation marks</summary>
            {reported.map(show)}
          </details>
        )}
      </div>
    </article>
  )
}

function isQuoted({ quotes }: LedgerEntry): boolean {
  return quotes.some((quote) => quote.kind !== 'indirect')
}

function Entry({
  view,
  entry,
  id,
}: {
  readonly view: View
  readonly entry: LedgerEntry
  readonly id: string | undefined
}) {
  const { group, quotes } = entry
  const marks = markVariants(group.variants)
  const differs = group.difference === 'wording' || group.difference === 'attribution'
  const earliest = findEarliest(view, quotes)
  return (
    <div class={`entry ${group.difference}`} id={id} data-differs={differs ? '' : undefined}>
      {quotes.length > 1 && <p class="difference">{DIFFERENCES[group.difference]}</p>}
      <ul class="variants">
        {quotes.map((quote, i) => (
          <li key={quote.id}>
            <QuoteWords quote={quote} row={group.variants[i]} marks={differs ? marks[i] : undefined} />
            <p class="from">
              <AccountLink view={view} span={quote.content[0]!} />
              <span class="meta">
                {describe(view, quote, { earliest: quote.id === earliest, named: group.difference === 'attribution' })}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}

type Row = LedgerEntry['group']['variants'][number]

function QuoteWords({
  quote,
  row,
  marks,
}: {
  readonly quote: DossierAttribution
  readonly row: Row | undefined
  readonly marks: readonly boolean[] | undefined
}) {
  const verbatim = quote.kind !== 'indirect'
  return (
    <p class={verbatim ? 'said' : 'said indirect'} dir={dirOf(quote.content.map((span) => span.exact).join(' '))}>
      {verbatim && '“'}
      {quote.content.map((span, i) => (
        <>
          {i > 0 && ' … '}
          {splitContent(span, marks === undefined ? undefined : row, marks).map((part) => (
            <>
              {part.gapBefore && (
                <span class="gap" role="img" aria-label="words left out here">
                  ‸
                </span>
              )}
              {part.marked ? <mark>{makeSafeInPlace(part.text)}</mark> : makeSafeInPlace(part.text)}
            </>
          ))}
        </>
      ))}
      {verbatim && '”'}
    </p>
  )
}

function describe(
  view: View,
  quote: DossierAttribution,
  { earliest, named }: { readonly earliest: boolean; readonly named: boolean },
): string {
  const published = view.document(quote.document)?.publishedAt ?? null
  return [
    published === null ? null : makeSafeInPlace(formatMoment(published, 'short')),
    earliest ? 'earliest of these' : null,
    named ? `said by ${makeSafeInPlace(quote.speaker?.name ?? 'nobody it names')}` : null,
    quote.addressee === null ? null : `to ${makeSafeInPlace(quote.addressee.exact)}`,
  ]
    .filter((part) => part !== null)
    .join(' · ')
}

/** The quote of the account published first; null where that cannot be told or there is one only. */
function findEarliest(view: View, quotes: readonly DossierAttribution[]): string | null {
  if (quotes.length < 2) return null
  const dated = quotes.flatMap((quote) => {
    const published = view.document(quote.document)?.publishedAt ?? null
    return published === null ? [] : [{ id: quote.id, published }]
  })
  if (dated.length < quotes.length) return null
  dated.sort((a, b) => (a.published < b.published ? -1 : a.published > b.published ? 1 : 0))
  const [first, second] = dated
  // A bare day and a time on that day cannot be put in order.
  if (first === undefined || second === undefined || first.published === second.published) return null
  return second.published.startsWith(first.published.slice(0, 10)) &&
    (first.published.length <= 10 || second.published.length <= 10)
    ? null
    : first.id
}
