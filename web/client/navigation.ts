import { readAnchor } from './data.js'

/** Shows what the address points at: opens what folds it away, marks words that no element could wrap, moves the focus. */
export function showFound(): void {
  addEventListener('hashchange', showTarget)
  addEventListener('load', showTarget)
}

function showTarget(): void {
  const id = decodeURIComponent(location.hash.slice(1))
  const target = id === '' ? null : document.getElementById(id)
  clearHighlight()
  const place = readAnchor(id)
  if (place !== null && (target === null || target.matches('i'))) {
    highlight(place.index, place.start, place.end)
    return
  }
  if (target === null) return
  for (
    let folded = target.closest('details');
    folded !== null;
    folded = folded.parentElement?.closest('details') ?? null
  ) {
    folded.open = true
  }
  if (place !== null) target.scrollIntoView({ block: 'center' })
  else target.querySelector<HTMLElement>('h2[tabindex], h3[tabindex]')?.focus({ preventScroll: true })
}

function clearHighlight(): void {
  if ('highlights' in CSS) CSS.highlights.delete('found')
}

/** Goes to a stretch of an account that has no element of its own, and marks it where the browser can. */
function highlight(index: number, start: number, end: number): void {
  const body = document.querySelector(`[data-text="${index}"]`)
  if (body === null) return
  const from = findPlace(body, start + 1)
  const to = findPlace(body, end)
  if (from === null || to === null) return
  from.node.parentElement?.scrollIntoView({ block: 'center' })
  if (!('highlights' in CSS)) return
  const range = document.createRange()
  range.setStart(from.node, from.offset - 1)
  range.setEnd(to.node, to.offset)
  CSS.highlights.set('found', new Highlight(range))
}

function findPlace(body: Element, place: number): { readonly node: Text; readonly offset: number } | null {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
  let left = place
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
    if (left <= node.data.length) return { node, offset: left }
    left -= node.data.length
  }
  return null
}
