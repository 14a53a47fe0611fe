/** Reads lib0's numbers and strings in place; one reader is pointed at frame after frame, so that nothing is allocated. */
export class ByteReader {
  bytes: Uint8Array = new Uint8Array()
  at = 0
  end = 0

  over(bytes: Uint8Array): this {
    this.bytes = bytes
    this.at = 0
    this.end = bytes.length
    return this
  }

  byte(): number {
    if (this.at >= this.end) throw new RangeError('The frame ends too early.')
    return this.bytes[this.at++] ?? 0
  }

  number(): number {
    let value = 0
    for (let factor = 1; ; factor *= 128) {
      const next = this.byte()
      value += (next & 0x7f) * factor
      if (next < 0x80) return value
    }
  }

  /** Passes over a string or bytes that say their own length. @returns that length */
  pass(): number {
    const length = this.number()
    this.at += length
    return length
  }

  /** Narrows the reader to bytes that say their own length. */
  into(): void {
    const length = this.number()
    this.end = Math.min(this.end, this.at + length)
  }

  /** What is left, to keep: the bytes themselves are overwritten by the next frame. */
  copy(): Uint8Array {
    return Uint8Array.from(this.bytes.subarray(this.at, this.end))
  }
}
