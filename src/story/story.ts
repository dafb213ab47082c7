import type { Document } from '../document/index.js'

/** Documents about one event. Sorted by id, so that the order of the inputs never matters. */
export interface Story {
  readonly id: string
  readonly title: string | null
  readonly documents: readonly Document[]
}
