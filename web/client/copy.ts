import { findSentence } from '../../src/report/view/excerpt.js'
import { citationOf } from '../view.js'
import { getView, readAnchor } from './data.js'

/** Copies the sentence around the words, in quotation marks, with outlet, headline, date and address. */
export function copyOnPress(): void {
  document.addEventListener('click', async (event) => {
    const button = (event.target as Element).closest?.<HTMLElement>('[data-copy]')
    if (button === null || button === undefined) return
    const text = citeWords(button.dataset.copy ?? '')
    if (text === null) return
    const kept = await writeClipboard(text)
    const before = button.innerHTML
    button.textContent = kept ? 'Copied' : 'Could not copy'
    button.classList.add('done')
    setTimeout(() => {
      button.innerHTML = before
      button.classList.remove('done')
    }, 1_600)
  })
}

/** The quotation with its citation: `“…” — The Coast Times, “Headline”, 4 March 2026, https://…`. */
function citeWords(anchor: string): string | null {
  const place = readAnchor(anchor)
  const view = getView()
  const account = place === null ? undefined : view.dossier.documents[place.index]
  if (place === null || account === undefined) return null
  const first = findSentence(account.sentences, place.start)
  const last = findSentence(account.sentences, place.end - 1)
  const from = Math.min(first?.[0] ?? place.start, place.start)
  const to = Math.max(last?.[1] ?? place.end, place.end)
  // A sentence that holds quotation marks itself is not put into another pair.
  const words = account.text.slice(from, to).replace(/\s+/g, ' ').trim()
  const quoted = /^[“"].*[”"]$/.test(words) ? words : `“${words}”`
  return `${quoted} — ${citationOf(view, account.id)}`
}

/** Writes to the clipboard; pages opened from a disk may lack the new way, so the old one follows. */
async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const area = document.createElement('textarea')
    area.value = text
    document.body.append(area)
    area.select()
    const done = document.execCommand('copy')
    area.remove()
    return done
  }
}
