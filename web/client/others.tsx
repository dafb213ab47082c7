import { render } from 'preact'
import type { DossierSpan } from '../../src/dossier/schema.js'
import { letterOf } from '../../src/report/view/coverage.js'
import { focusSide } from '../../src/report/view/focus.js'
import { CONFLICT_KINDS } from '../../src/report/view/words.js'
import { Quote, Text } from '../components/words.js'
import { anchorOf, type View } from '../view.js'
import { getView } from './data.js'

/** A press on the sign after a sentence shows the others' words beside it; without this, the sign leads to the finding. */
export function showOthers(): void {
  if (!('popover' in HTMLElement.prototype)) return
  const box = document.createElement('div')
  box.className = 'others'
  box.setAttribute('popover', 'auto')
  box.setAttribute('role', 'dialog')
  box.setAttribute('aria-label', 'How the others tell it')
  document.body.append(box)
  let from: HTMLElement | null = null
  document.addEventListener('click', (event) => {
    const mark = (event.target as Element).closest?.<HTMLAnchorElement>('a.md, a.ma') ?? null
    if (mark === null || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    void open(mark)
  })
  const open = async (mark: HTMLAnchorElement): Promise<void> => {
    const view = await getView()
    const index = Number(mark.closest<HTMLElement>('[data-text]')?.dataset.text ?? -1)
    const content = createContent(view, mark.hash, view.dossier.documents[index]?.id ?? '')
    if (content === null) {
      location.hash = mark.hash
      return
    }
    render(content, box)
    box.showPopover()
    placeBeside(box, mark)
    from = mark
    box.querySelector<HTMLElement>('a')?.focus({ preventScroll: true })
  }
  box.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a') !== null) {
      from = null
      box.hidePopover()
    }
  })
  box.addEventListener('toggle', (event) => {
    if ((event as ToggleEvent).newState === 'closed') from?.focus({ preventScroll: true })
  })
}

function createContent(view: View, hash: string, own: string) {
  const number = /^#c-(\d+)$/.exec(hash)?.[1]
  const conflict = number === undefined ? undefined : view.dossier.conflicts[Number(number) - 1]
  if (conflict !== undefined) {
    return (
      <>
        <h4>{CONFLICT_KINDS[conflict.kind]}</h4>
        <ul>
          {conflict.sides.flatMap((side, i) =>
            focusSide(side)
              .filter((span) => conflict.within !== null || span.document !== own)
              .slice(0, 4)
              .map((span) => <Telling view={view} span={span} letter={letterOf(i)} />),
          )}
        </ul>
        <Go href={hash} text="See them side by side" />
      </>
    )
  }
  const point = /^#k-(\d+)$/.exec(hash)?.[1]
  const claim = point === undefined ? undefined : view.dossier.claims[Number(point) - 1]
  if (claim === undefined) return null
  const others = claim.evidence.filter((span) => span.document !== own)
  return (
    <>
      <h4>Others tell it too</h4>
      <ul>
        {others.slice(0, 8).map((span) => (
          <Telling view={view} span={span} />
        ))}
      </ul>
      {others.length > 8 && <p class="meta">and {others.length - 8} more</p>}
      <Go href={hash} text="See who tells it" />
    </>
  )
}

function Telling({
  view,
  span,
  letter,
}: {
  readonly view: View
  readonly span: DossierSpan
  readonly letter?: string
}) {
  return (
    <li>
      <Quote view={view} span={span} limit={220} />
      <span class="meta">
        {letter !== undefined && `${letter} · `}
        <a href={`#${anchorOf(view, span)}`}>
          <Text>{view.name(span.document)}</Text>
        </a>
      </span>
    </li>
  )
}

function Go({ href, text }: { readonly href: string; readonly text: string }) {
  return (
    <p class="go">
      <a href={href}>{text}</a>
    </p>
  )
}

/** Under the sign where there is room, above it otherwise, within the window. */
function placeBeside(box: HTMLElement, mark: HTMLElement): void {
  const at = mark.getBoundingClientRect()
  const { width, height } = box.getBoundingClientRect()
  const below = at.bottom + 8 + height <= innerHeight
  box.style.left = `${Math.max(16, Math.min(at.left, innerWidth - width - 16))}px`
  box.style.top = `${below ? at.bottom + 8 : Math.max(8, at.top - height - 8)}px`
}
