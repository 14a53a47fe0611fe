import type { IncomingMessage } from 'node:http'
import type { WireLimits } from '@rondo/shared/wire/limits.ts'
import { clientAddress } from '../platform/http/client-address.ts'
import { type Proxies, proxiesOf } from '../platform/http/proxies.ts'
import type { Clock } from './clock.ts'
import { rateLimit } from './rate.ts'

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/**
 * How many may come at once, and how many from one address may stay. Behind a proxy that is not configured everybody seems
 * to come from this machine, so its own address counts for nobody until a proxy is named.
 */
export class Crowd {
  readonly #limits: WireLimits
  readonly #proxies: Proxies
  readonly #mayCome: () => boolean
  readonly #perAddress = new Map<string, number>()

  constructor(clock: Clock, limits: WireLimits, trustedProxies: readonly string[]) {
    this.#limits = limits
    this.#proxies = proxiesOf(trustedProxies)
    this.#mayCome = rateLimit(clock, limits.acceptsPerSecond, 1_000)
  }

  /** Whether there is room for one more from where this request comes. */
  hasRoomFor(request: IncomingMessage): boolean {
    const address = this.#addressOf(request)
    const isCrowded =
      address !== null && (this.#perAddress.get(address) ?? 0) >= this.#limits.socketsPerAddress
    return !isCrowded && this.#mayCome()
  }

  /** One more is here; answers how to say that they left. */
  add(request: IncomingMessage): () => void {
    const address = this.#addressOf(request)
    if (address === null) return () => {}
    this.#perAddress.set(address, (this.#perAddress.get(address) ?? 0) + 1)
    return () => {
      const left = (this.#perAddress.get(address) ?? 1) - 1
      if (left > 0) this.#perAddress.set(address, left)
      else this.#perAddress.delete(address)
    }
  }

  #addressOf({ socket, headers }: IncomingMessage): string | null {
    const peer = socket.remoteAddress
    if (peer === undefined || (this.#proxies.isEmpty && loopback.has(peer))) return null
    return clientAddress(peer, headers['x-forwarded-for']?.toString(), this.#proxies)
  }
}
