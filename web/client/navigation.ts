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
  if (target === null) return
  for (
    let folded = target.closest('details');
    folded !== null;
    folded = folded.parentElement?.closest('details') ?? null
  ) {
    folded.open = true
  }
  const place = readAnchor(id)
  if (place !== null) {
    if (target.matches('i')) highlight(place.index, place.start, place.end)
    target.scrollIntoView({ block: 'center' })
  }
  const heading = place === null ? target.querySelector<HTMLElement>('h2[tabindex], h3[tabindex]') : null
  heading?.focus({ preventScroll: true })
}

function clearHighlight(): void {
  if ('highlights' in CSS) CSS.highlights.delete('found')
}

/** Marks a stretch of an account that crosses elements. Browsers that cannot show the paragraph marked instead. */
function highlight(index: number, start: number, end: number): void {
  const body = document.querySelector(`[data-text="${index}"]`)
  if (body === null || !('highlights' in CSS)) return
  const range = document.createRange()
  const from = findPlace(body, start)
  const to = findPlace(body, end)
  if (from === null || to === null) return
  range.setStart(from.node, from.offset)
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
