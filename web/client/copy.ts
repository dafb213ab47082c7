import { findSentence } from '../../src/report/view/excerpt.js'
import { citationOf, type View } from '../view.js'
import { getView, readAnchor } from './data.js'

/** Puts a button beside every quotation that copies it, in its sentence, with outlet, headline, date and address. */
export function offerCopies(): void {
  for (const line of document.querySelectorAll<HTMLElement>('.from, #positions dd, #alone li, .loaded li')) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'copy'
    button.textContent = 'Copy'
    button.setAttribute('aria-label', 'Copy this quotation with its source')
    line.append(button)
  }
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest?.<HTMLElement>('button.copy') ?? null
    if (button !== null) void copyBeside(button)
  })
}

async function copyBeside(button: HTMLElement): Promise<void> {
  const link = button.parentElement?.querySelector<HTMLAnchorElement>('a[href^="#w"]')
  const text = citeWords(await getView(), link?.hash ?? '')
  if (text === null) return
  button.textContent = (await writeClipboard(text)) ? 'Copied' : 'Could not copy'
  button.classList.add('done')
  setTimeout(() => {
    button.textContent = 'Copy'
    button.classList.remove('done')
  }, 1_600)
}

/** The quotation with its citation: `“…” — The Coast Times, “Headline”, 4 March 2026, https://…`. */
function citeWords(view: View, anchor: string): string | null {
  const place = readAnchor(anchor)
  const account = place === null ? undefined : view.dossier.documents[place.index]
  if (place === null || account === undefined) return null
  const first = findSentence(account.sentences, place.start)
  const last = findSentence(account.sentences, place.end - 1)
  const from = Math.min(first?.[0] ?? place.start, place.start)
  const to = Math.max(last?.[1] ?? place.end, place.end)
  // A sentence that is one quotation already is not put into another pair of marks.
  const words = account.text.slice(from, to).replace(/\s+/g, ' ').trim()
  const quoted = /^[“"][^“”"]*[”"]$/.test(words) ? words : `“${words}”`
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
