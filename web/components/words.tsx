import type { ComponentChildren } from 'preact'
import type { DossierSpan } from '../../src/dossier/schema.js'
import { cutExcerpt } from '../../src/report/view/excerpt.js'
import { excerptTold, type Told } from '../../src/report/view/lines.js'
import { makeSafeInPlace } from '../../src/report/view/safeText.js'
import { anchorOf, anchors, byAccount, type View } from '../view.js'

/** Letters of scripts that run from right to left, and what steers direction. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200e\u200f\ufb1d-\ufdff\ufe70-\ufeff]|[\ud802\ud803\ud83a\ud83b]/

/** `auto` where a text may run from right to left, so that it is set by its own direction. */
export function dirOf(text: string): 'auto' | undefined {
  return RIGHT_TO_LEFT.test(text) ? 'auto' : undefined
}

/** Text of an account or about one within a line; its direction is kept to itself where it has one of its own. */
export function Text({ children }: { readonly children: string }) {
  const text = makeSafeInPlace(children)
  return RIGHT_TO_LEFT.test(text) ? <bdi>{text}</bdi> : text
}

/** The name of an account, leading to the words in it. */
export function AccountLink({ view, span }: { readonly view: View; readonly span: DossierSpan }) {
  return (
    <a href={`#${anchorOf(view, span)}`}>
      <Text>{view.name(span.document)}</Text>
    </a>
  )
}

/** The accounts of a list of spans, each leading to its words. Beyond eight, the rest fold away. */
export function AccountLinks({ view, spans }: { readonly view: View; readonly spans: readonly DossierSpan[] }) {
  const first = byAccount(spans)
  const shown = first.length > 8 ? first.slice(0, 6) : first
  const rest = first.slice(shown.length)
  return (
    <span class="srcs">
      {shown.map((span) => (
        <AccountLink key={span.document} view={view} span={span} />
      ))}
      {rest.length > 0 && (
        <details class="more-srcs">
          <summary>{rest.length} more</summary>
          {rest.map((span) => (
            <AccountLink key={span.document} view={view} span={span} />
          ))}
        </details>
      )}
    </span>
  )
}

/** An account's name that leads to the account itself. */
export function AccountName({ view, id }: { readonly view: View; readonly id: string }) {
  return (
    <a class="acct" href={`#${anchors.account(view.indexOf.get(id) ?? 0)}`}>
      <Text>{view.name(id)}</Text>
    </a>
  )
}

/** Words in their sentence, the words marked, copied with one press. */
export function Quote({
  view,
  span,
  limit = 360,
}: {
  readonly view: View
  readonly span: DossierSpan
  readonly limit?: number
}) {
  const document = view.document(span.document)
  if (document === undefined) return null
  const { before, exact, after, cutBefore, cutAfter } = cutExcerpt(document, span, limit)
  return (
    <blockquote dir={dirOf(before + exact + after)}>
      {cutBefore && '… '}
      {makeSafeInPlace(before)}
      <mark>{makeSafeInPlace(exact)}</mark>
      {makeSafeInPlace(after)}
      {cutAfter && ' …'}
    </blockquote>
  )
}

/** A line of an account: its words, and the rest of the sentence where they do not stand on their own. */
export function Line({ view, told }: { readonly view: View; readonly told: Told }) {
  const { before, exact, after, cutBefore, cutAfter } = excerptTold(told, view.document)
  return `${cutBefore ? '…' : ''}${makeSafeInPlace(before + exact + after)}${cutAfter ? '…' : ''}`
}

/** A section of the report with its heading and what it is, in a line. */
export function Section(props: {
  readonly id: string
  readonly title: string
  readonly note?: ComponentChildren
  readonly children: ComponentChildren
}) {
  return (
    <section id={props.id} aria-labelledby={`${props.id}-title`} class="section">
      <h2 id={`${props.id}-title`} tabIndex={-1}>
        {props.title}
      </h2>
      {props.note !== undefined && <p class="note">{props.note}</p>}
      {props.children}
    </section>
  )
}
