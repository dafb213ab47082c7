import { CLASSES, type NameClass } from '../../src/annotate/names/labels.js'

/** Labels of the product from BIO tags; an `I-` that continues nothing opens a name. Unknown classes are outside. */
export function encodeTags(tags: readonly string[]): Uint8Array {
  const labels = new Uint8Array(tags.length)
  for (let index = 0; index < tags.length; index++) {
    const kind = CLASSES.indexOf((tags[index] ?? 'O').slice(2) as NameClass)
    if (kind < 0) continue
    const next = tags[index + 1] ?? 'O'
    const previous = tags[index - 1] ?? 'O'
    const opens = tags[index]?.startsWith('B-') || previous.slice(2) !== tags[index]?.slice(2)
    const closes = !next.startsWith('I-') || next.slice(2) !== tags[index]?.slice(2)
    labels[index] = 4 * kind + (opens ? (closes ? 4 : 1) : closes ? 3 : 2)
  }
  return labels
}
