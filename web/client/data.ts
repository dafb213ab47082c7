import type { Dossier } from '../../src/dossier/schema.js'
import { type PackedDossier, unpackDossier } from '../../src/report/html/packDossier.js'
import { createView, type View } from '../view.js'

let view: Promise<View> | null = null

/** The dossier behind the page, put together when first asked for: findings from the data block, words from the accounts. */
export function getView(): Promise<View> {
  view ??= readDossier().then(createView)
  return view
}

async function readDossier(): Promise<Dossier> {
  const packed = JSON.parse(await inflate(document.getElementById('dossier')?.textContent ?? '')) as PackedDossier
  const texts = [...document.querySelectorAll<HTMLElement>('[data-text]')].map((element) => element.textContent ?? '')
  return unpackDossier(packed, texts)
}

/** Base64 of deflated JSON, as the page carries it. */
async function inflate(base64: string): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return new Response(stream).text()
}

/** The words an anchor such as `w0-42-77` stands for; null when it is none. */
export function readAnchor(
  anchor: string,
): { readonly index: number; readonly start: number; readonly end: number } | null {
  const match = /^#?w(\d+)-(\d+)-(\d+)$/.exec(anchor)
  return match === null ? null : { index: Number(match[1]), start: Number(match[2]), end: Number(match[3]) }
}
