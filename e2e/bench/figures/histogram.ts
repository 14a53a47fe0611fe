const BUCKETS_PER_MS = 50
const LONGEST_MS = 20_000

/** Counts how long things took, to a fiftieth of a millisecond, in constant space and without a sort. */
export class Histogram {
  readonly #buckets = new Uint32Array(BUCKETS_PER_MS * LONGEST_MS + 1)
  count = 0

  add(ms: number): void {
    const bucket = Math.min(LONGEST_MS, Math.max(0, ms)) * BUCKETS_PER_MS
    this.#buckets[bucket | 0] = (this.#buckets[bucket | 0] ?? 0) + 1
    this.count += 1
  }

  clear(): void {
    this.#buckets.fill(0)
    this.count = 0
  }

  /** The time within which the given part of all lies. */
  quantile(part: number): number {
    let left = this.count * part
    for (let bucket = 0; bucket < this.#buckets.length; bucket += 1) {
      left -= this.#buckets[bucket] ?? 0
      if (left <= 0) return (bucket + 0.5) / BUCKETS_PER_MS
    }
    return Number.NaN
  }
}
