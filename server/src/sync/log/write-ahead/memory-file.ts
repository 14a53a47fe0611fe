import type { LogFile } from './log-file.ts'

/** What a disk has taken for good, and what it was given and may still lose. */
type Write = { readonly bytes: Uint8Array; readonly at: number; readonly done: () => void }

const sector = 512

/** How many of a write's sectors reach the disk when the power goes: a number below or at `sectors`. */
export type Tear = (sectors: number) => number

/**
 * For tests: a file on a disk that loses power. Writes are taken one after another when the test says so; `lies` answers
 * before the disk has anything, as a disk that ignores flushes does.
 */
export class MemoryFile implements LogFile {
  readonly #lies: boolean
  #disk = new Uint8Array(0)
  #waiting: Write[] = []
  #failure: Error | null = null
  #holds = false

  constructor({ lies = false }: { readonly lies?: boolean } = {}) {
    this.#lies = lies
  }

  async write(bytes: Uint8Array, at: number): Promise<void> {
    if (this.#failure !== null) throw this.#failure
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#waiting.push({ bytes: bytes.slice(), at, done: resolve })
    if (this.#lies) return
    if (!this.#holds) this.sync()
    await promise
  }

  async read(): Promise<Uint8Array> {
    return this.#disk.slice()
  }

  async wipe(): Promise<void> {
    this.sync()
    this.#disk.fill(0)
  }

  async close(): Promise<void> {}

  /** From now on writes wait for `sync`. */
  hold(): void {
    this.#holds = true
  }

  /** From now on writes fail; null: they succeed again. */
  fail(error: Error | null): void {
    this.#failure = error
  }

  /** The disk takes everything it was given. */
  sync(): void {
    for (const { bytes, at, done } of this.#waiting.splice(0)) {
      this.#put(bytes, at)
      done()
    }
  }

  /** The power goes: of what waits, some sectors of each write are on the disk, in no order. */
  cut(tear: Tear): void {
    for (const { bytes, at } of this.#waiting.splice(0)) {
      const kept = tear(Math.ceil(bytes.length / sector)) * sector
      this.#put(bytes.subarray(0, kept), at)
    }
    this.#holds = false
  }

  #put(bytes: Uint8Array, at: number): void {
    if (this.#disk.length < at + bytes.length) {
      const longer = new Uint8Array(at + bytes.length)
      longer.set(this.#disk)
      this.#disk = longer
    }
    this.#disk.set(bytes, at)
  }
}
