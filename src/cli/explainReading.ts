import type { Document } from '../document/index.js'

// biome-ignore format: one range a line reads better
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g
const LONGEST = 100

/**
 * Where each account came from, what was understood of its heading, where in its text each paragraph stands, and what of the page was left out and
 * why; plain text, lines cut at 100 characters.
 */
export function explainAll(documents: readonly Document[]): string {
  return documents.map(explain).join('\n\n').replace(UNSAFE, '�')
}

function explain(document: Document): string {
  const { origin, format, fetchedAt, sha256, removed } = document.provenance
  const facts: readonly (readonly [string, string | null])[] = [
    ['from', origin],
    ['format', format],
    ['fetched', fetchedAt ?? '(not fetched)'],
    ['sha256', sha256],
    ['address', document.url],
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
  return [
    document.id,
    ...facts.map(([name, value]) => `  ${name.padEnd(10)}${value ?? '(not found)'}`),
    ...document.diagnostics.map(({ message }) => `  note      ${message}`),
    '  kept:',
    ...paragraphs(document.text),
    ...(removed.length > 0 ? ['  left out:'] : []),
    ...removed.map(({ reason, text }) => `  - ${cut(text)} (${reason})`),
  ].join('\n')
}

/** Each paragraph behind its span, so that a finding's offsets lead to it. */
function paragraphs(text: string): readonly string[] {
  return [...text.matchAll(/\S[^\n]*/g)].map(
    ({ index, 0: line }) => `  ${`[${index}, ${index + line.trimEnd().length})`.padEnd(14)} ${cut(line)}`,
  )
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line
}
