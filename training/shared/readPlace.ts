import type { GoldSpan } from '../../bench/quality/alignGold.js'

/** A place as our marks write it, the letter of an account and offsets ("B120-260"); null where it is none. */
export function readPlace(place: string, documents: readonly string[]): GoldSpan | null {
  const [, letter, start, end] = /^([A-Z])(\d+)-(\d+)$/.exec(place) ?? []
  const document = letter === undefined ? undefined : documents[letter.charCodeAt(0) - 'A'.charCodeAt(0)]
  return document === undefined ? null : { document, start: Number(start), end: Number(end) }
}
