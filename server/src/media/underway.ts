import type { FileId } from '@rondo/shared/kernel/id.ts'

/**
 * One request at a time for each upload. Whoever comes later takes over: after a line went dead the browser is back long
 * before we notice, and must not wait for the request that it has given up.
 */
export class Underway {
  readonly #running = new Map<FileId, { stop: AbortController; over: Promise<unknown> }>()

  /** Ends what runs for the upload, which keeps what has come, and then does `work`. */
  async takeOver<T>(id: FileId, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    for (let before = this.#running.get(id); before !== undefined; before = this.#running.get(id)) {
      before.stop.abort()
      await before.over
    }
    const stop = new AbortController()
    const running = work(stop.signal)
    const over = running
      .catch(() => undefined)
      .finally(() => {
        this.#running.delete(id)
      })
    this.#running.set(id, { stop, over })
    try {
      return await running
    } finally {
      await over
    }
  }
}
