import type { Approximation, Quantity } from '../layers.js'

/** A quantity as read from pieces `[first, end)`, before what it counts is looked for. */
export interface QuantityDraft {
  readonly first: number
  readonly end: number
  readonly kind: Quantity['kind']
  readonly low: number
  readonly high: number
  readonly unit: string
  readonly approximation: Approximation
}
