import type { Dossier } from '../../src/dossier/schema.js'
import { type PackedDossier, unpackDossier } from '../../src/report/html/packDossier.js'
import { createView, type View } from '../view.js'

let view: View | null = null

/** The dossier behind the page, put together when first asked for: findings from the data block, words from the accounts. */
export function getView(): View {
  if (view === null) view = createView(readDossier())
  return view
}

function readDossier(): Dossier {
  const packed = JSON.parse(document.getElementById('dossier')?.textContent ?? '{}') as PackedDossier
  const texts = [...document.querySelectorAll<HTMLElement>('[data-text]')].map((element) => element.textContent ?? '')
  return unpackDossier(packed, texts)
}

/** The words an anchor such as `w0-42-77` stands for; null when it is none. */
export function readAnchor(
  anchor: string,
): { readonly index: number; readonly start: number; readonly end: number } | null {
  const match = /^#?w(\d+)-(\d+)-(\d+)$/.exec(anchor)
  return match === null ? null : { index: Number(match[1]), start: Number(match[2]), end: Number(match[3]) }
}
