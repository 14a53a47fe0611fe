/**
 * The bytes of a request, in helpings of a chosen size.
 *
 * A line that goes dead is the normal end of many a request. So what breaks off ends like what is over: `broke` says which
 * it was, and what has come until then is good.
 */
export class Intake {
  readonly #source: AsyncIterator<Uint8Array>
  readonly #stop: Promise<'stop'>
  #waiting: Uint8Array[] = []
  #isOver = false
  #broke = false

  /** `signal` ends the intake from outside, as if the line had gone dead. */
  constructor(source: AsyncIterable<Uint8Array>, signal: AbortSignal) {
    this.#source = source[Symbol.asyncIterator]()
    this.#stop = new Promise((resolve) => {
      if (signal.aborted) resolve('stop')
      signal.addEventListener('abort', () => resolve('stop'), { once: true })
    })
  }

  get broke(): boolean {
    return this.#broke
  }

  /** Looks at the next bytes without taking them; fewer than asked for at the end. */
  async peek(bytes: number): Promise<Uint8Array> {
    while (this.#ready < bytes && !this.#isOver) await this.#pull()
    return Buffer.concat(this.#waiting).subarray(0, bytes)
  }

  /** Takes at most so many bytes; ends earlier where the source does. */
  async *take(bytes: number): AsyncGenerator<Uint8Array> {
    let left = bytes
    while (left > 0) {
      if (this.#ready === 0 && !this.#isOver) await this.#pull()
      const first = this.#waiting.shift()
      if (first === undefined) return
      if (first.length > left) this.#waiting.unshift(first.subarray(left))
      const part = first.subarray(0, left)
      left -= part.length
      yield part
    }
  }

  /** Reads nothing more. Not waited for: a dead line answers nothing. */
  close(): void {
    this.#isOver = true
    this.#waiting = []
    this.#source.return?.().catch(() => undefined)
  }

  get #ready(): number {
    return this.#waiting.reduce((sum, { length }) => sum + length, 0)
  }

  async #pull(): Promise<void> {
    try {
      const next = await Promise.race([this.#source.next(), this.#stop])
      if (next === 'stop') this.#end(true)
      else if (next.done === true) this.#end(false)
      else if (next.value.length > 0) this.#waiting.push(next.value)
    } catch {
      this.#end(true)
    }
  }

  #end(broke: boolean): void {
    this.#isOver = true
    this.#broke ||= broke
  }
}
