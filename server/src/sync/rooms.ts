/**
 * The life of rooms: loading, active, draining, gone.
 *
 * 1. A document is in memory at most once. Everybody who comes while it loads waits for the same load.
 * 2. A room drains only when nobody is in it for a while; it goes when everything is on disk.
 * 3. Who comes while it drains waits, and gets the same room back.
 * 4. A room that failed is out of the house at once: the next to come loads what the log has.
 * 5. A room that storage refused keeps its members and goes back to what the log has; who comes meanwhile waits.
 */
import type { WireLimits } from '@rondo/shared/wire/limits.ts'
import type { Clock } from './clock.ts'
import type { Committer } from './committer.ts'
import { compact } from './compaction.ts'
import { buildDoc, dropPending, hasPending } from './load.ts'
import type { DocumentLog, StoredDocument } from './log/document-log.ts'
import { StorageRefuses } from './log/storage-refuses.ts'
import type { SyncLogger } from './options.ts'
import { Presence } from './presence.ts'
import { Room, type RoomEvents } from './room.ts'

/** A room somebody entered. `leave` it exactly once. */
export type OpenRoom = {
  readonly room: Room
  readonly presence: Presence
  leave(): void
  /** A frame of no known type came; it is ignored. */
  countUnknown(): void
}

type Active = {
  readonly kind: 'active'
  readonly room: Room
  readonly presence: Presence
  guests: number
  stopUnload: () => void
}
type Draining = {
  readonly kind: 'draining'
  readonly active: Active
  wanted: boolean
  readonly done: Promise<void>
}
/** Storage refused a commit: the room goes back to what is stored. Its members stay. */
type Retreating = { readonly kind: 'retreating'; readonly active: Active; readonly done: Promise<void> }
type Loading = { readonly kind: 'loading'; readonly done: Promise<boolean> }
type Place = Loading | Active | Draining | Retreating

/** What all rooms need. */
export type RoomsContext = {
  readonly log: DocumentLog
  readonly clock: Clock
  readonly limits: WireLimits
  readonly logger: SyncLogger
  readonly committer: Committer
  readonly onCommitted: (documentId: string, seq: number, touched: ReadonlySet<string>) => void
}

/** All documents that are in memory. */
export class Rooms {
  readonly #context: RoomsContext
  readonly #places = new Map<string, Place>()
  /** Frames of no known type. */
  unknownFrames = 0

  constructor(context: RoomsContext) {
    this.#context = context
  }

  /** The room of a document, loaded if need be; null when there is no such document. @throws when it cannot be opened. */
  async enter(documentId: string): Promise<OpenRoom | null> {
    for (;;) {
      const place = this.#places.get(documentId) ?? this.#startLoading(documentId)
      if (place.kind === 'active') return this.#admit(place)
      if (place.kind === 'draining') place.wanted = true
      const there = await place.done
      if (there === false) return null
    }
  }

  /** A room in memory, if it is. */
  active(documentId: string): Pick<OpenRoom, 'room' | 'presence'> | null {
    const place = this.#places.get(documentId)
    return place?.kind === 'active' ? place : null
  }

  /** Presence of every room, said again. */
  refreshPresence(): void {
    for (const place of this.#places.values()) if (place.kind === 'active') place.presence.refresh()
  }

  /** How many documents are in memory. */
  get size(): number {
    return this.#places.size
  }

  /** Resolves once no room is on its way back. */
  async retreated(): Promise<void> {
    const retreats = [...this.#places.values()].filter((place) => place.kind === 'retreating')
    await Promise.all(retreats.map(({ done }) => done))
  }

  #startLoading(documentId: string): Loading {
    const done = this.#load(documentId).catch((error: unknown) => {
      this.#places.delete(documentId)
      throw error
    })
    const loading: Loading = { kind: 'loading', done }
    this.#places.set(documentId, loading)
    return loading
  }

  async #load(documentId: string): Promise<boolean> {
    const stored = await this.#context.log.load(documentId)
    if (stored === null) {
      this.#places.delete(documentId)
      return false
    }
    const room = this.#open(documentId, stored)
    const presence = this.#presenceOf(room)
    const active: Active = { kind: 'active', room, presence, guests: 0, stopUnload: () => {} }
    this.#places.set(documentId, active)
    this.#unloadLater(active)
    const bytes = stored.tail.reduce((sum, update) => sum + update.length, 0)
    if (this.#isLong(stored.tail.length, bytes)) void this.#compact(room)
    return true
  }

  #open(documentId: string, stored: StoredDocument): Room {
    const doc = buildDoc(stored)
    if (hasPending(doc)) {
      this.#context.logger.error({ documentId }, 'The log holds an edit that builds on nothing.')
      dropPending(doc)
    }
    return new Room(documentId, stored, doc, this.#events, this.#context.limits)
  }

  #presenceOf(room: Room): Presence {
    const { clock, limits } = this.#context
    return new Presence(room.members, room.claim.bind(room), clock, limits)
  }

  get #events(): RoomEvents {
    return {
      onGathered: (room) => this.#context.committer.mark(room),
      onCommitted: (room, touched) => this.#context.onCommitted(room.documentId, room.seq, touched),
      onFailed: (room, error) => this.#fail(room, error),
    }
  }

  #admit(active: Active): OpenRoom {
    active.stopUnload()
    active.guests += 1
    let inside = true
    return {
      room: active.room,
      presence: active.presence,
      leave: () => {
        if (!inside) return
        inside = false
        active.guests -= 1
        if (active.guests === 0) this.#unloadLater(active)
      },
      countUnknown: () => {
        this.unknownFrames += 1
      },
    }
  }

  #isCurrent(active: Active): boolean {
    return this.#places.get(active.room.documentId) === active
  }

  #unloadLater(active: Active): void {
    if (!this.#isCurrent(active)) return
    active.stopUnload()
    active.stopUnload = this.#context.clock.after(this.#context.limits.unloadMs, () => this.#drain(active))
  }

  #drain(active: Active): void {
    if (!this.#isCurrent(active) || active.guests > 0) return
    const done = this.#settleDown(active)
    this.#places.set(active.room.documentId, { kind: 'draining', active, wanted: false, done })
  }

  /** Waits for the disk, leaves a short log behind, and goes unless somebody came meanwhile. */
  async #settleDown(active: Active): Promise<void> {
    const { room } = active
    await room.work(() => null).catch(() => null)
    if (this.#isLong(room.rows, 0)) await this.#compact(room)
    const place = this.#places.get(room.documentId)
    if (place?.kind !== 'draining' || place.active !== active) return
    if (place.wanted) this.#places.set(room.documentId, active)
    else this.#forget(active)
  }

  #isLong(rows: number, bytes: number): boolean {
    const { compactRows, compactBytes } = this.#context.limits
    return rows > compactRows || bytes > compactBytes
  }

  /** A compaction that fails costs time at the next opening and nothing else. */
  async #compact(room: Room): Promise<void> {
    try {
      await compact(room, this.#context.log, this.#context.clock)
    } catch (error) {
      this.#context.logger.error(
        { documentId: room.documentId, err: error },
        'A document could not be compacted.',
      )
    }
  }

  #fail(room: Room, error: unknown): void {
    const place = this.#places.get(room.documentId)
    if (error instanceof StorageRefuses && place?.kind === 'active' && place.room === room) {
      const done = this.#goBack(place)
      this.#places.set(room.documentId, { kind: 'retreating', active: place, done })
    } else this.#evict(room, error)
  }

  async #goBack(active: Active): Promise<void> {
    const { room } = active
    try {
      const stored = await this.#context.log.load(room.documentId)
      if (stored === null) throw new Error('The document is not in the log any more.')
      room.goBackTo(this.#open(room.documentId, stored))
      this.#places.set(room.documentId, active)
      if (active.guests === 0) this.#unloadLater(active)
    } catch (error) {
      this.#evict(room, error)
    }
  }

  #evict(room: Room, error: unknown): void {
    this.#context.logger.error({ documentId: room.documentId, err: error }, 'Edits could not be stored.')
    const place = this.#places.get(room.documentId)
    if (place?.kind === 'active' && place.room === room) this.#forget(place)
    const isLeaving = place?.kind === 'draining' || place?.kind === 'retreating'
    if (isLeaving && place.active.room === room) this.#forget(place.active)
    for (const member of room.members) member.dismiss()
  }

  #forget(active: Active): void {
    active.stopUnload()
    active.presence.destroy()
    active.room.destroy()
    this.#places.delete(active.room.documentId)
  }
}
