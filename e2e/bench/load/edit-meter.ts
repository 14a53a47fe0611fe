import { performance } from 'node:perf_hooks'
import { Histogram } from '../figures/histogram.ts'
import type { ByteReader } from '../wire/byte-reader.ts'
import { eachStruct } from '../wire/structs.ts'

/** When each character of each writer was sent, and how many of them arrived at others how late. */
export class EditMeter {
  readonly #sentAt = new Map<number, number[]>()
  readonly latency = new Histogram()
  #now = 0
  #own = 0

  /** Characters of others that arrived. */
  get deliveries(): number {
    return this.latency.count
  }

  /** A character is about to be sent. */
  sent(writer: number, clock: number): void {
    let times = this.#sentAt.get(writer)
    if (times === undefined) {
      times = []
      this.#sentAt.set(writer, times)
    }
    times[clock] = performance.now()
  }

  /** An update arrived at somebody who writes as `own`; some servers send everybody's edits back to them. */
  arrived(update: ByteReader, own: number): void {
    this.#now = performance.now()
    this.#own = own
    eachStruct(update, this.#struct)
  }

  restart(): void {
    this.latency.clear()
  }

  readonly #struct = (client: number, clock: number, length: number, isText: boolean): void => {
    if (!isText || client === this.#own) return
    const times = this.#sentAt.get(client)
    if (times === undefined) return
    for (let at = clock; at < clock + length; at += 1) {
      const sent = times[at]
      if (sent !== undefined) this.latency.add(this.#now - sent)
    }
  }
}
