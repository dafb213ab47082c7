import type { ComponentChildren } from 'preact'
import type { DossierSpan } from '../../src/dossier/schema.js'
import { cutExcerpt } from '../../src/report/view/excerpt.js'
import { makeSafeInPlace } from '../../src/report/view/safeText.js'
import { anchorOf, anchors, byAccount, type View } from '../view.js'

/** Text of an account or about one, its direction kept to itself. */
export function Text({ children }: { readonly children: string }) {
  return <bdi>{makeSafeInPlace(children)}</bdi>
}

/** The name of an account, leading to the words in it. */
export function AccountLink({ view, span }: { readonly view: View; readonly span: DossierSpan }) {
  return (
    <a class="src" href={`#${anchorOf(view, span)}`}>
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
    <blockquote dir="auto">
      {cutBefore && '… '}
      {makeSafeInPlace(before)}
      <mark>{makeSafeInPlace(exact)}</mark>
      {makeSafeInPlace(after)}
      {cutAfter && ' …'}
    </blockquote>
  )
}

/** Copies a quotation with its source; does nothing without scripts and is not shown then. */
export function CopyButton({ view, span }: { readonly view: View; readonly span: DossierSpan }) {
  return (
    <button type="button" class="copy js" data-copy={anchorOf(view, span)}>
      Copy<span class="vh"> this quotation with its source</span>
    </button>
  )
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
