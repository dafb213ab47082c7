import type { Document } from '../document/index.js'

// biome-ignore format: one range a line reads better
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

/** Where each account came from, what was understood of its heading, and what of it was left out and why; plain text. */
export function explainAll(documents: readonly Document[]): string {
  return documents.map(explain).join('\n\n').replace(UNSAFE, '�')
}

function explain(document: Document): string {
  const { origin, format, fetchedAt, sha256, removed } = document.provenance
  const facts: readonly (readonly [string, string | null])[] = [
    ['from', origin],
    ['format', format],
    ['fetched', fetchedAt],
    ['sha256', sha256],
    ['title', document.title],
    ['outlet', document.outlet],
    ['authors', document.authors.join(', ') || null],
    ['published', document.publishedAt],
    ['modified', document.modifiedAt],
    ['language', document.language],
    ['credit', document.credit],
    ['state', document.state],
    ['text', `${document.text.length} characters`],
  ]
  const lines = facts.map(([name, value]) => `  ${name.padEnd(10)}${value ?? '(not found)'}`)
  const left = removed.map(({ reason, text }) => `  - ${text.replace(/\s+/g, ' ').slice(0, 100)} (${reason})`)
  return [document.id, ...lines, ...(left.length > 0 ? [`  left out:`, ...left] : [])].join('\n')
}
