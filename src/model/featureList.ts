/** The hashed features of one decision. Reused from decision to decision: `clear` it first. */
export class FeatureList {
  /** Valid in `[0, count)`. */
  readonly hashes: Int32Array
  count = 0

  /** @param capacity most features one decision may have; callers stay below it */
  constructor(capacity = 256) {
    this.hashes = new Int32Array(capacity)
  }

  clear(): void {
    this.count = 0
  }

  /** The feature "template has value"; templates are numbers that the caller keeps apart. */
  add(template: number, value: number): void {
    let hash = Math.imul(value ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b)
    hash ^= hash >>> 15
    hash = Math.imul(hash, 0xc2b2ae35)
    this.hashes[this.count] = hash ^ (hash >>> 16)
    this.count += 1
  }

  /** The feature "template has these two values"; their order matters. */
  add2(template: number, a: number, b: number): void {
    let hash = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b)
    hash = Math.imul((hash ^ (hash >>> 15)) + b, 0x27d4eb2f)
    hash ^= hash >>> 13
    hash = Math.imul(hash, 0xc2b2ae35)
    this.hashes[this.count] = hash ^ (hash >>> 16)
    this.count += 1
  }

  /** The feature "template has these three values"; their order matters. */
  add3(template: number, a: number, b: number, c: number): void {
    let hash = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b)
    hash = Math.imul((hash ^ (hash >>> 15)) + b, 0x27d4eb2f)
    hash = Math.imul((hash ^ (hash >>> 13)) + c, 0x165667b1)
    hash ^= hash >>> 14
    hash = Math.imul(hash, 0xc2b2ae35)
    this.hashes[this.count] = hash ^ (hash >>> 16)
    this.count += 1
  }
}
