import type { EntityType } from '../layers.js'

/** Classes the model tells apart, in the order of its labels. Dates and money only keep names apart from them. */
export const CLASSES = [
  'Person',
  'Location',
  'Organization',
  'NORP',
  'Date',
  'Misc',
  'Money',
  'Facility',
  'Product',
] as const

export type NameClass = (typeof CLASSES)[number]

/** Label 0 is outside; class `c` has labels `4c + 1` to `4c + 4`: begin, inside, end, single. */
export const LABEL_COUNT = 1 + 4 * CLASSES.length

/** What each class is called in the `mentions` layer; null for what other components find. */
export const ENTITY_TYPES: Readonly<Record<NameClass, EntityType | null>> = {
  Person: 'person',
  Location: 'place',
  Organization: 'organization',
  NORP: 'group',
  Date: null,
  Misc: 'other',
  Money: null,
  Facility: 'facility',
  Product: 'product',
}

/** A name as a run of tokens `[from, to)`. */
export interface NameSpan {
  readonly from: number
  readonly to: number
  readonly label: NameClass
}

/** True when `next` may follow `previous`: a name that was begun goes on or ends in its own class. */
export function canFollow(previous: number, next: number): boolean {
  return isOpen(previous) ? continues(next) && classOf(previous) === classOf(next) : !continues(next)
}

/** True for begin and inside: the name goes on after this token. */
export function isOpen(label: number): boolean {
  return label > 0 && ((label - 1) & 3) < 2
}

/** True for inside and end: the name began before this token. */
export function continues(label: number): boolean {
  const part = label > 0 ? (label - 1) & 3 : 0
  return part === 1 || part === 2
}

/** Index in CLASSES; -1 for outside. */
export function classOf(label: number): number {
  return label > 0 ? (label - 1) >> 2 : -1
}

/** Names in a well-formed run of labels. */
export function spansOf(labels: ArrayLike<number>): NameSpan[] {
  const spans: NameSpan[] = []
  let from = 0
  for (let index = 0; index < labels.length; index++) {
    const label = labels[index] as number
    if (label === 0) continue
    if (!continues(label)) from = index
    if (!isOpen(label)) spans.push({ from, to: index + 1, label: CLASSES[classOf(label)] as NameClass })
  }
  return spans
}
