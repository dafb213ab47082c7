/** Token offsets of one text while it is being read: two parallel columns, in reading order. */
export interface TokenSpans {
  readonly count: number
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/** Collects token offsets in columns that double when full, so that a long text costs no object per token. */
export class SpanCollector {
  count = 0
  starts: Int32Array
  ends: Int32Array

  /** @param capacity expected number of tokens */
  constructor(capacity: number) {
    this.starts = new Int32Array(Math.max(16, capacity))
    this.ends = new Int32Array(Math.max(16, capacity))
  }

  add(start: number, end: number): void {
    if (this.count === this.starts.length) this.grow()
    this.starts[this.count] = start
    this.ends[this.count] = end
    this.count += 1
  }

  private grow(): void {
    const starts = new Int32Array(this.starts.length * 2)
    const ends = new Int32Array(this.ends.length * 2)
    starts.set(this.starts)
    ends.set(this.ends)
    this.starts = starts
    this.ends = ends
  }
}
