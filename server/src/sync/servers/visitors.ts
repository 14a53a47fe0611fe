/**
 * People of other servers in one room. To presence they are like anybody; they have no socket here.
 *
 * 1. Who they are their own server said, which knows it from the session. What they show passes the same checks as here.
 * 2. Whoever was not mentioned for thirty seconds is gone: a server that died says no goodbye.
 */
import type { WireLimits } from '@rondo/shared/wire/limits.ts'
import type { Account } from '../access.ts'
import type { Clock } from '../clock.ts'
import type { Member } from '../member.ts'
import { Outbox } from '../outbox.ts'
import { nowhere } from '../participant.ts'
import type { Presence } from '../presence.ts'
import { writeEntries } from '../presence-frame.ts'
import type { Person } from './topics.ts'

const patienceMs = 30_000
const mostVisitors = 2_000

type Seat = { readonly member: Member; account: Account; heardAt: number }

/** Those who are in a room elsewhere. */
export class Visitors {
  readonly #presence: Presence
  readonly #clock: Clock
  readonly #outbox: Outbox
  readonly #seats = new Map<string, Seat>()
  readonly #members = new Set<Member>()

  constructor(presence: Presence, clock: Clock, limits: WireLimits) {
    this.#presence = presence
    this.#clock = clock
    this.#outbox = new Outbox(nowhere, clock, limits)
  }

  /** Everybody who is here and not only there. */
  isVisitor(member: Member): boolean {
    return this.#members.has(member)
  }

  /** Another server says how somebody is. */
  hear(serverId: string, { clientId, account, state }: Person): void {
    const name = `${serverId}/${clientId}/${account.id}`
    if (state === null) this.#leave(name)
    else this.#show(this.#seatOf(name, account), clientId, state)
  }

  /** Sends those away who were not heard of for too long. */
  tidy(): void {
    const since = this.#clock.now() - patienceMs
    for (const [name, { heardAt }] of this.#seats) if (heardAt < since) this.#leave(name)
  }

  #seatOf(name: string, account: Account): Seat | null {
    const known = this.#seats.get(name)
    const heardAt = this.#clock.now()
    if (known !== undefined) return Object.assign(known, { account, heardAt })
    if (this.#seats.size >= mostVisitors) return null
    const member: Member = {
      get account() {
        return seat.account
      },
      outbox: this.#outbox,
      acknowledge: () => {},
      withdraw: () => {},
      dismiss: () => {},
    }
    const seat: Seat = { member, account, heardAt }
    this.#seats.set(name, seat)
    this.#members.add(member)
    return seat
  }

  #show(seat: Seat | null, clientId: number, state: string): void {
    if (seat !== null) this.#presence.hear(seat.member, writeEntries([{ clientId, clock: 0, state }]))
  }

  #leave(name: string): void {
    const seat = this.#seats.get(name)
    if (seat === undefined) return
    this.#seats.delete(name)
    this.#presence.leave(seat.member)
    this.#members.delete(seat.member)
  }
}
