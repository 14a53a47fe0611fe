/**
 * Who is in a room, and where their cursors are: made by the server, kept in memory, never recorded.
 *
 * 1. A connection speaks for one Yjs client id, the first that it said is here; entries about others are left unread, without a word:
 *    honest y-websocket clients repeat what they heard about everybody.
 * 2. `user` comes from the session and the clock from the server. It is taken from the time of day, so that it also
 *    grows over restarts and nobody who remembers an old clock ignores a new state.
 * 3. A client id that an account used in this room, or wrote the document with, cannot be used by another, neither here
 *    nor for writing.
 * 4. Of all that a connection says between two ticks only the last is parsed; each tick sends at most one frame.
 * 5. Nobody hears about itself: an echo would put an old cursor in the place of a new one.
 * 6. Nobody sees the client id that another writes with: see {@link PresenceIds}.
 * 7. Whoever leaves is gone from everybody's screen at the next tick.
 */
import type { WireLimits } from '@rondo/shared/wire/limits.ts'
import type { Account } from './access.ts'
import type { Clock } from './clock.ts'
import type { Member } from './member.ts'
import {
  encodeEntry,
  joinEntries,
  type OwnState,
  onlyClient,
  type PresenceEntry,
  readOwnEntry,
  readOwnState,
} from './presence-frame.ts'
import { PresenceIds } from './presence-ids.ts'
import { presenceFrame } from './protocol.ts'

type Shown = {
  readonly clientId: number
  readonly shownAs: number
  own: OwnState | null
  heard: string | null
}

/** How somebody is shown from now on; null: not any more. */
export type Showing = { readonly member: Member; readonly clientId: number; readonly own: OwnState | null }

/** Keeps a Yjs client id for an account; false when it is another's. */
export type Claim = (clientId: number, accountId: string) => boolean

const gone = 'null'

/** The presence of one room. */
export class Presence {
  readonly #members: ReadonlySet<Member>
  readonly #claimId: Claim
  readonly #clock: Clock
  readonly #limits: WireLimits
  readonly #shown = new Map<Member, Shown>()
  readonly #left = new Set<number>()
  readonly #changed = new Set<Member>()
  readonly #ids = new PresenceIds()
  #stopTick: (() => void) | null = null
  #lastClock = 0
  /** Entries about others that were left unread. */
  foreign = 0
  /** Hears of every change, where somebody outside of this room has to know. */
  onShown: ((shown: readonly Showing[]) => void) | null = null

  constructor(members: ReadonlySet<Member>, claimId: Claim, clock: Clock, limits: WireLimits) {
    this.#members = members
    this.#claimId = claimId
    this.#clock = clock
    this.#limits = limits
  }

  /** Takes an awareness payload of a member; answers whether it told of that one. @throws FrameError when it cannot be read. */
  hear(member: Member, payload: Uint8Array): boolean {
    const { state, foreign } = readOwnEntry(
      payload,
      (clientId, isGone) =>
        (this.#shown.get(member) ?? (isGone ? undefined : this.#claim(member, clientId)))?.clientId ===
        clientId,
    )
    this.foreign += foreign
    const shown = this.#shown.get(member)
    if (state === null || shown === undefined) return false
    shown.heard = state
    this.#touch(member)
    return true
  }

  /** Whether a payload tells of the member and of nobody else, without reading it: for what comes too fast to be read. */
  isOnlyAbout(member: Member, payload: Uint8Array): boolean {
    const clientId = onlyClient(payload, this.#limits.presenceBytes)
    return clientId !== null && clientId === (this.#shown.get(member)?.clientId ?? clientId)
  }

  /** Everybody, for one who just came. */
  greet(member: Member): void {
    const others = [...this.#shown.keys()].filter((other) => other !== member)
    this.#send([member], this.#entries(others).map(encodeEntry))
  }

  /** The account of a member changed its name or colour. */
  renamed(member: Member): void {
    if (this.#shown.has(member)) this.#touch(member)
  }

  leave(member: Member): void {
    const shown = this.#shown.get(member)
    this.#shown.delete(member)
    this.#changed.delete(member)
    if (shown === undefined) return
    this.#left.add(shown.shownAs)
    this.#schedule()
    this.onShown?.([{ member, clientId: shown.shownAs, own: null }])
  }

  /** Says everything again: stock clients forget whom they did not hear of for thirty seconds. */
  refresh(): void {
    for (const member of this.#shown.keys()) this.#touch(member)
  }

  destroy(): void {
    this.#stopTick?.()
    this.#stopTick = null
  }

  #claim(member: Member, clientId: number): Shown | undefined {
    if (this.#ids.has(clientId) || !this.#claimId(clientId, member.account.id)) return undefined
    for (const [other, shown] of this.#shown) {
      // The same person came back before the old socket was found dead.
      if (shown.clientId === clientId) this.#shown.delete(other)
    }
    const shownAs = this.#ids.of(clientId)
    this.#left.delete(shownAs)
    const shown: Shown = { clientId, shownAs, own: null, heard: null }
    this.#shown.set(member, shown)
    return shown
  }

  #touch(member: Member): void {
    this.#changed.add(member)
    this.#schedule()
  }

  #schedule(): void {
    this.#stopTick ??= this.#clock.after(this.#limits.presenceTickMs, () => {
      this.#stopTick = null
      this.#tick()
    })
  }

  #tick(): void {
    const changed = [...this.#changed]
    this.#changed.clear()
    for (const member of changed) this.#read(member)
    this.onShown?.(changed.flatMap((member) => this.#showingOf(member)))
    const left = [...this.#left].map((clientId) => ({ clientId, clock: this.#nextClock(), state: gone }))
    this.#left.clear()
    // Each is encoded once. Who is among them gets all but itself, everybody else the same frame.
    const encoded = new Map(
      [...this.#entries(changed), ...left].map((entry) => [entry.clientId, encodeEntry(entry)]),
    )
    const everything = [...encoded.values()]
    const among = new Set(changed)
    this.#send(
      [...this.#members].filter((member) => !among.has(member)),
      everything,
    )
    for (const member of changed) {
      const own = encoded.get(this.#shown.get(member)?.shownAs ?? -1)
      this.#send(
        [member],
        everything.filter((entry) => entry !== own),
      )
    }
  }

  #read(member: Member): void {
    const shown = this.#shown.get(member)
    if (shown === undefined || shown.heard === null) return
    const own = readOwnState(shown.heard, this.#limits.presenceBytes, this.#limits.presenceDepth)
    shown.heard = null
    if (own !== undefined) shown.own = own
  }

  #showingOf(member: Member): Showing[] {
    const shown = this.#shown.get(member)
    return shown === undefined ? [] : [{ member, clientId: shown.shownAs, own: shown.own }]
  }

  #entries(members: readonly Member[]): PresenceEntry[] {
    return members.flatMap((member) => {
      const shown = this.#shown.get(member)
      if (shown === undefined) return []
      const state = shown.own === null ? gone : JSON.stringify({ ...shown.own, user: userOf(member.account) })
      return [{ clientId: shown.shownAs, clock: this.#nextClock(), state }]
    })
  }

  #send(members: readonly Member[], entries: readonly Uint8Array[]): void {
    if (entries.length === 0 || members.length === 0) return
    const frame = presenceFrame(joinEntries(entries))
    for (const member of members) member.outbox.presence(frame)
  }

  #nextClock(): number {
    this.#lastClock = Math.max(this.#lastClock + 1, this.#clock.now())
    return this.#lastClock
  }
}

const userOf = ({ id, name, colour, colourHex, isGuest }: Account) => ({
  id,
  name,
  colour,
  color: colourHex,
  ...(isGuest && { isGuest }),
})
