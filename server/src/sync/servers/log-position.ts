type Range = { readonly from: number; readonly to: number }

/**
 * How far memory has come in a log that others write, too: everything up to `seq` is inside, and beyond it only what
 * was written here.
 */
export class LogPosition {
  #seq: number
  #own: readonly Range[] = []

  constructor(seq: number) {
    this.#seq = seq
  }

  /** Every entry up to this one is inside. */
  get seq(): number {
    return this.#seq
  }

  /** The highest entry that is known to be there. */
  get head(): number {
    return this.#own.at(-1)?.to ?? this.#seq
  }

  /** Whether entries of others stand before one of ours, and were not seen yet. */
  get hasGap(): boolean {
    return this.#own.length > 0
  }

  /** The last `count` entries up to `to` are ours. */
  wrote(to: number, count: number): void {
    if (to - count > this.#seq) this.#own = [...this.#own, { from: to - count, to }]
    else this.#seq = Math.max(this.#seq, to)
  }

  /** Everything up to `seq` was read. */
  reached(seq: number): void {
    this.#seq = Math.max(this.#seq, seq)
    for (const { from, to } of this.#own) if (from <= this.#seq) this.#seq = Math.max(this.#seq, to)
    this.#own = this.#own.filter(({ to }) => to > this.#seq)
  }

  /** Whether an entry is inside already. */
  has(seq: number): boolean {
    return seq <= this.#seq || this.#own.some(({ from, to }) => seq > from && seq <= to)
  }
}
