import { hydrate } from 'preact'
import { Matrix } from '../components/Matrix.js'
import { getView } from './data.js'

/** Brings the matrix to life when it is first needed: unpacking a large story takes a moment the first view should not wait for. */
export function hydrateMatrix(): void {
  const root = document.getElementById('matrix')
  if (root === null) return
  let done = false
  const wake = (): void => {
    if (done) return
    done = true
    void getView().then((view) => hydrate(<Matrix view={view} live />, root))
  }
  root.addEventListener('pointerenter', wake, { once: true })
  root.addEventListener('focusin', wake, { once: true })
  addEventListener('hashchange', () => {
    if (location.hash.startsWith('#k-')) wake()
  })
  if (location.hash.startsWith('#k-')) wake()
  else if ('requestIdleCallback' in window) requestIdleCallback(wake, { timeout: 4_000 })
  else setTimeout(wake, 1_500)
}
