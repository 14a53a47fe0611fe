/**
 * The life of rooms: loading, active, draining, gone.
 *
 * 1. A document is in memory at most once. Everybody who comes while it loads waits for the same load.
 * 2. A room drains only when nobody is in it for a while; it goes when everything is on disk.
 * 3. Who comes while it drains waits, and gets the same room back.
 * 4. A room that failed is out of the house at once: the next to come loads what the log has.
 * 5. A room that storage refused keeps its members and goes back to what the log has; who comes meanwhile waits.
 */
import { closeCode } from '@rondo/shared/wire/close-code.ts'
import type { WireLimits } from '@rondo/shared/wire/limits.ts'
import { Doc } from 'yjs'
import type { Clock } from './clock.ts'
import type { Committer } from './committer.ts'
import type { Compactor } from './compaction.ts'
import { eraseRoom } from './erasing.ts'
import { DamagedDocument, dropPending, hasPending, type Opened, openStored, openTrusting } from './load.ts'
import type { DocumentLog, Erased } from './log/document-log.ts'
import { StorageRefuses } from './log/storage-refuses.ts'
import type { SyncFault, SyncLogger } from './options.ts'
import { Presence } from './presence.ts'
import { Room, type RoomEvents, type Written } from './room.ts'
import type { Others } from './servers/others.ts'
import { Upkeep } from './upkeep.ts'

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
  readonly upkeep: Upkeep
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
/** Erased for good: what comes after it is loaded like any other. */
type Ending = { readonly kind: 'ending'; readonly done: Promise<void> }
type Place = Loading | Active | Draining | Retreating | Ending

/** What all rooms need. */
export type RoomsContext = {
  readonly log: DocumentLog
  readonly clock: Clock
  readonly limits: WireLimits
  readonly logger: SyncLogger
  readonly committer: Committer
  readonly compactor: Compactor
  readonly fault?: SyncFault | undefined
  readonly onCommitted: (documentId: string, seq: number, written: Written) => void
  /** Other servers that write the same log, if there are any. */
  readonly others: () => Others | null
}

/** Small documents are built again sooner than it takes to notice. */
const cooledAtOnceBytes = 16 * 1024

/** All documents that are in memory. */
export class Rooms {
  readonly #context: RoomsContext
  readonly #places = new Map<string, Place>()
  /** Documents whose verified state could not be opened after all: the next to come looks closer. */
  readonly #mistrusted = new Set<string>()
  /** Frames of no known type. */
  unknownFrames = 0

  constructor(context: RoomsContext) {
    this.#context = context
  }

  /** The room of a document, loaded if need be; null when there is no such document. @throws when it cannot be opened. */
  async enter(documentId: string): Promise<OpenRoom | null> {
    for (;;) {
      const place = this.#places.get(documentId) ?? this.#startLoading(documentId)
      if (place.kind === 'active') {
        const others = this.#context.others()
        if (others !== null) await others.enter(place)
        if (this.#isCurrent(place)) return this.#admit(place)
        continue
      }
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

  /** Rooms that somebody is in. */
  *occupied(): Iterable<Room> {
    for (const place of this.#places.values())
      if (place.kind === 'active' && place.guests > 0) yield place.room
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

  /** To be called now and then: has long logs compacted, and those of rooms that fell quiet. */
  tidy(): void {
    for (const place of this.#places.values()) if (place.kind === 'active') place.upkeep.look()
  }

  /**
   * Puts the document as it reads now in the place of all it ever was, and sends everybody away to come back to that.
   * Null: no such document.
   */
  async erase(documentId: string): Promise<Erased | null> {
    const open = await this.enter(documentId)
    if (open === null) return null
    open.leave()
    const place = this.#places.get(documentId)
    if (place?.kind !== 'active') return this.erase(documentId)
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#places.set(documentId, { kind: 'ending', done: promise })
    try {
      const { log, clock, others } = this.#context
      const erased = await eraseRoom(place.room, log, clock)
      others()?.moved(documentId, erased.seq)
      return erased
    } finally {
      this.#forget(place)
      resolve()
    }
  }

  /** Another server took the document elsewhere, or nobody knows where it went: the room is over. */
  abandon(room: Room, generation: number | null): void {
    if (generation !== null && generation !== room.generation)
      for (const member of room.members) member.dismiss(closeCode.otherGeneration, String(generation))
    room.failed(new Error('Another server took the document elsewhere.'))
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
    const open = this.#mistrusted.delete(documentId) ? openStored : openTrusting
    const opened = await open(this.#context.log, documentId)
    if (opened === null) {
      this.#places.delete(documentId)
      return false
    }
    const room = this.#open(documentId, opened)
    const presence = this.#presenceOf(room)
    const upkeep = new Upkeep(room, this.#context)
    const stopUnload = (): void => {}
    const active: Active = { kind: 'active', room, presence, guests: 0, stopUnload, upkeep }
    this.#places.set(documentId, active)
    this.#unloadLater(active)
    if (opened.fellBack) upkeep.compact()
    else upkeep.compactIfLong()
    return true
  }

  #open(documentId: string, { stored, content }: Opened): Room {
    if (content instanceof Doc && hasPending(content)) {
      this.#context.logger.error({ documentId }, 'The log holds an edit that builds on nothing.')
      dropPending(content)
    }
    const room = new Room(documentId, stored, content, this.#events, this.#context.limits)
    if (room.bytes < cooledAtOnceBytes) room.cool()
    return room
  }

  #presenceOf(room: Room): Presence {
    const { clock, limits } = this.#context
    return new Presence(room.members, room.claim.bind(room), clock, limits)
  }

  get #events(): RoomEvents {
    return {
      onGathered: (room) => this.#context.committer.mark(room),
      onCommitted: (room, written) => {
        this.#context.onCommitted(room.documentId, room.seq, written)
        this.#context.others()?.committed(room)
      },
      onFollowed: (room, written) => this.#context.onCommitted(room.documentId, room.seq, written),
      onFailed: (room, error) => this.#fail(room, error),
      isShared: this.#context.others() !== null,
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
    const saved = this.#context.fault === 'unload-unsaved' ? null : room.stored()
    await saved?.catch(() => null)
    active.upkeep.compactIfLong()
    const place = this.#places.get(room.documentId)
    if (place?.kind !== 'draining' || place.active !== active) return
    if (place.wanted) this.#places.set(room.documentId, active)
    else this.#forget(active)
  }

  #fail(room: Room, error: unknown): void {
    if (error instanceof DamagedDocument) this.#mistrusted.add(room.documentId)
    const place = this.#places.get(room.documentId)
    if (error instanceof StorageRefuses && place?.kind === 'active' && place.room === room) {
      const done = this.#goBack(place)
      this.#places.set(room.documentId, { kind: 'retreating', active: place, done })
    } else this.#evict(room, error)
  }

  async #goBack(active: Active): Promise<void> {
    const { room } = active
    try {
      const opened = await openTrusting(this.#context.log, room.documentId)
      if (opened === null) throw new Error('The document is not in the log any more.')
      room.goBackTo(this.#open(room.documentId, opened))
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
    this.#context.others()?.forget(active.room)
    this.#places.delete(active.room.documentId)
  }
}
