import type { ComponentChildren } from 'preact'
import type { DossierDocument, DossierSpan } from '../../src/dossier/schema.js'
import { formatMoment } from '../../src/report/view/days.js'
import { makeSafeInPlace } from '../../src/report/view/safeText.js'
import { type MarkedSentence, markSentences, nestSpans, type Piece } from '../reading.js'
import { anchorOf, anchors, type View } from '../view.js'
import { AccountName, Section, Text } from './words.js'

/** Every account in full, its sentences marked by what the others say of them; `spans` are the words to give an anchor. */
export function Reading({ view, spans }: { readonly view: View; readonly spans: readonly (readonly DossierSpan[])[] }) {
  const sentences = markSentences(view)
  return (
    <Section
      id="reading"
      title="The accounts in full"
      note={
        <>
          Each sentence is marked by what the other accounts say of it:{' '}
          <span class="sd">others tell it differently</span>, <span class="sa">others tell it too</span>,{' '}
          <span class="so">nobody else tells it</span>. The sign after a sentence leads to the others’ words.
        </>
      }
    >
      {view.dossier.documents.length > 2 && (
        <nav aria-label="Accounts in full" class="account-nav">
          <ul>
            {view.dossier.documents.slice(0, 60).map((document) => (
              <li key={document.id}>
                <AccountName view={view} id={document.id} />
              </li>
            ))}
          </ul>
        </nav>
      )}
      <fieldset class="tools js">
        <legend class="vh">How the accounts are shown</legend>
        <label>
          <input type="checkbox" data-filter="marks" checked /> show the marks
        </label>
      </fieldset>
      <div class="texts">
        {view.dossier.documents.map((document, i) => (
          <Account
            key={document.id}
            view={view}
            document={document}
            index={i}
            spans={spans[i]!}
            sentences={sentences[i]!}
          />
        ))}
      </div>
    </Section>
  )
}

function Account(props: {
  readonly view: View
  readonly document: DossierDocument
  readonly index: number
  readonly spans: readonly DossierSpan[]
  readonly sentences: readonly MarkedSentence[]
}) {
  const { view, document, index, spans, sentences } = props
  const id = anchors.account(index)
  return (
    <article class="account" id={id} aria-labelledby={`${id}-title`}>
      <header>
        <p class="outlet">
          <Text>{view.name(document.id)}</Text>
        </p>
        <h3 id={`${id}-title`} dir="auto" tabIndex={-1}>
          {makeSafeInPlace(document.title ?? view.name(document.id))}
        </h3>
        <p class="meta">
          {[
            document.authors.length === 0 ? null : makeSafeInPlace(document.authors.join(', ')),
            document.publishedAt === null ? null : makeSafeInPlace(formatMoment(document.publishedAt)),
            document.credit === null ? null : `credits ${makeSafeInPlace(document.credit)}`,
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </p>
      </header>
      <div class="body" dir="auto" lang={languageOf(document)} data-text={index}>
        {writeBody(view, document, spans, sentences)}
      </div>
    </article>
  )
}

/** The account's language where it is not the page's, so that it is read out and hyphenated as such. */
function languageOf({ language }: DossierDocument): string | undefined {
  return language !== null && language !== 'en' && /^[a-z]{2,3}$/.test(language) ? language : undefined
}

/**
 * The account's text in paragraphs. The element's text content is the text, code unit by code unit, so that places hold on the page;
 * signs after sentences are drawn by the style, not written.
 */
function writeBody(
  view: View,
  { text }: DossierDocument,
  spans: readonly DossierSpan[],
  sentences: readonly MarkedSentence[],
): ComponentChildren[] {
  const out: ComponentChildren[] = []
  let nextSpan = 0
  let nextSentence = 0
  const write = (from: number, to: number): ComponentChildren => {
    const first = nextSpan
    while (nextSpan < spans.length && spans[nextSpan]!.start < to) nextSpan++
    return writePieces(view, text, nestSpans(from, to, spans.slice(first, nextSpan)))
  }
  let place = 0
  while (place < text.length) {
    const lineEnd = text.indexOf('\n', place)
    const end = lineEnd < 0 ? text.length : lineEnd
    if (end > place) {
      const inner: ComponentChildren[] = []
      while (place < end) {
        while (nextSentence < sentences.length && sentences[nextSentence]!.end <= place) nextSentence++
        const sentence = sentences[nextSentence]
        if (sentence === undefined || sentence.start >= end) {
          inner.push(write(place, end))
          place = end
        } else if (sentence.start > place) {
          inner.push(write(place, sentence.start))
          place = sentence.start
        } else {
          const to = Math.min(sentence.end, end)
          inner.push(<Sentence sentence={sentence}>{write(place, to)}</Sentence>)
          place = to
        }
      }
      out.push(<p>{inner}</p>)
    }
    let gap = end
    while (gap < text.length && text.charCodeAt(gap) === 0x0a) gap++
    if (gap > end) out.push(write(end, gap))
    place = gap
  }
  return out
}

function Sentence({ sentence, children }: { readonly sentence: MarkedSentence; readonly children: ComponentChildren }) {
  if (sentence.mark === 'none') return <>{children}</>
  return (
    <>
      <span class={CLASSES[sentence.mark].sentence}>{children}</span>
      {sentence.href !== null && sentence.mark !== 'alone' && (
        // biome-ignore lint/a11y/useAnchorContent: the sign is drawn by the style, so that the text stays the account's; the label says it
        <a
          class={CLASSES[sentence.mark].sign}
          href={sentence.href}
          data-n={sentence.others}
          aria-label={describeMark(sentence)}
        />
      )}
    </>
  )
}

// Short, as a long story has thousands of them.
const CLASSES = {
  disputed: { sentence: 'sd', sign: 'md' },
  agreed: { sentence: 'sa', sign: 'ma' },
  alone: { sentence: 'so', sign: '' },
  none: { sentence: '', sign: '' },
} as const

function describeMark({ mark, others }: MarkedSentence): string {
  if (mark === 'agreed') return others === 1 ? '1 other tells this' : `${others} others tell this`
  if (others === 0) return 'told in two ways here'
  return others === 1 ? '1 other differs' : `${others} others differ`
}

function writePieces(view: View, text: string, pieces: readonly Piece[]): ComponentChildren {
  return pieces.map((piece) => {
    if (piece.kind === 'text') return makeSafeInPlace(text.slice(piece.from, piece.to))
    if (piece.kind === 'point') return <i id={anchorOf(view, piece.span)} />
    return <span id={anchorOf(view, piece.span)}>{writePieces(view, text, piece.pieces)}</span>
  })
}
