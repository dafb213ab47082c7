import { mix } from './wordColumns.js'

/** Collects the hashed features of one token; reused from token to token. */
export class FeatureSink {
  /** Valid in `[0, count)`. */
  readonly hashes = new Int32Array(160)
  count = 0

  /** The feature "template has value". */
  add(template: number, value: number): void {
    this.hashes[this.count++] = mix(template, value)
  }

  /** The feature "template has these two values"; their order matters. */
  pair(template: number, left: number, right: number): void {
    this.hashes[this.count++] = mix(mix(template, left), right)
  }

  /** The feature "template has these three values"; their order matters. */
  triple(template: number, left: number, middle: number, right: number): void {
    this.hashes[this.count++] = mix(mix(mix(template, left), middle), right)
  }
}
