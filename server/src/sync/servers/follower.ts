/**
 * Keeps rooms up with a log that other servers write.
 *
 * 1. Hints only make a look come sooner. Without any, every room that somebody is in is looked at every two seconds.
 * 2. Whoever asked for a look gets one that began after asking. However many ask at once, one more look is enough.
 * 3. A look that fails changes nothing, and says so; the next one finds the same and more.
 */
import { type Clock, every } from '../clock.ts'
import type { DocumentLog, News } from '../log/document-log.ts'
import type { SyncLogger } from '../options.ts'
import type { Room } from '../room.ts'

/** How long what other servers wrote stays unseen when no hint arrives. */
const lookMs = 2_000

/** What following needs. */
export type FollowerContext = {
  readonly log: Pick<DocumentLog, 'since'>
  readonly clock: Clock
  readonly logger: SyncLogger
  /** Rooms that somebody is in. */
  readonly rooms: () => Iterable<Room>
  readonly isOpen: (room: Room) => boolean
  /** The document was taken elsewhere: the room is over. Null: the log does not know it any more. */
  readonly onLost: (room: Room, news: News | null) => void
  /** False leaves everything to the hints: a defect, for proving that tests notice. */
  readonly looksByItself: boolean
}

/** Reads what is new, one look at a time for each room. */
export class Follower {
  readonly #context: FollowerContext
  readonly #running = new Map<Room, Promise<boolean>>()
  readonly #next = new Map<Room, Promise<boolean>>()
  readonly #stop: () => void
  #isGoingRound = false

  constructor(context: FollowerContext) {
    this.#context = context
    this.#stop = context.looksByItself ? every(context.clock, lookMs, () => void this.#goRound()) : () => {}
  }

  /** Answers whether everything that was in the log at this moment is in the room now. Never rejects. */
  look(room: Room): Promise<boolean> {
    const running = this.#running.get(room)
    if (running === undefined) return this.#run(room)
    const next =
      this.#next.get(room) ??
      running.then(() => {
        this.#next.delete(room)
        return this.#run(room)
      })
    this.#next.set(room, next)
    return next
  }

  stop(): void {
    this.#stop()
  }

  #run(room: Room): Promise<boolean> {
    const done = this.#read(room).finally(() => this.#running.delete(room))
    this.#running.set(room, done)
    return done
  }

  async #goRound(): Promise<void> {
    if (this.#isGoingRound) return
    this.#isGoingRound = true
    for (const room of this.#context.rooms()) await this.look(room)
    this.#isGoingRound = false
  }

  async #read(room: Room): Promise<boolean> {
    const { log, logger, isOpen, onLost } = this.#context
    const { documentId } = room
    try {
      const news = await log.since(documentId, room.seq)
      if (!isOpen(room)) return true
      if (news === null || news.entries === null || news.generation !== room.generation) onLost(room, news)
      else room.follow(news.entries)
      return true
    } catch (error) {
      logger.warn({ documentId, err: error }, 'What other servers wrote could not be read.')
      return false
    }
  }
}
