/**
 * The other servers on the same log, as one document server sees them.
 *
 * 1. The log is the truth, and what servers tell one another only a hint: lost, doubled, late or out of order it changes
 *    when something is seen, never what.
 * 2. A room is looked after before anybody is let in, so that newcomers are asked for what the log lacks and no more.
 * 3. Only what is in the log goes from server to server: no answer that was made for somebody else's state.
 * 4. While the line is down, access is asked again every five seconds, and once more after it came back.
 */
import type { WireLimits } from '@rondo/shared/wire/limits.ts'
import type { FanOut } from '../../platform/pubsub/fan-out.ts'
import { type Clock, every } from '../clock.ts'
import type { DocumentLog, News } from '../log/document-log.ts'
import type { SyncLogger } from '../options.ts'
import type { Presence } from '../presence.ts'
import type { Room } from '../room.ts'
import { Follower } from './follower.ts'
import { OwnPeople } from './own-people.ts'
import { grew, type Person, people, recheck, type Whose, whoIsThere } from './topics.ts'
import { Visitors } from './visitors.ts'

const recheckMs = 5_000

/** A room that is open here. */
export type Open = { readonly room: Room; readonly presence: Presence }

/** What is needed to live among others. */
export type OthersContext = {
  readonly fanOut: FanOut
  readonly log: Pick<DocumentLog, 'since'>
  readonly clock: Clock
  readonly limits: WireLimits
  readonly logger: SyncLogger
  readonly active: (documentId: string) => Open | null
  /** Rooms that somebody is in. */
  readonly occupied: () => Iterable<Room>
  readonly onLost: (room: Room, news: News | null) => void
  readonly recheck: (whose: Whose) => void
  readonly looksByItself: boolean
}

/** Tells the others what happens here, and does here what they tell. */
export class Others {
  readonly #context: OthersContext
  readonly #follower: Follower
  readonly #visitors = new Map<Room, Visitors>()
  readonly #stops: readonly (() => void)[]
  #outages: number
  #isStopped = false

  constructor(context: OthersContext) {
    const { fanOut, clock } = context
    this.#context = context
    this.#outages = fanOut.status().outages
    this.#follower = new Follower({
      ...context,
      rooms: context.occupied,
      isOpen: (room) => this.#isOpen(room),
    })
    this.#stops = [
      fanOut.subscribe(grew, ({ documentId, seq }) => this.#heardOf(documentId, seq)),
      fanOut.subscribe(recheck, context.recheck),
      fanOut.subscribe(people, (news, from) => this.#seat(news.documentId, news.people, from)),
      fanOut.subscribe(whoIsThere, ({ documentId }) => context.active(documentId)?.presence.refresh()),
      every(clock, recheckMs, () => this.#lookAfter()),
      () => this.#follower.stop(),
    ]
  }

  /**
   * Somebody wants to come in: resolves once the room knows what the log did at this moment. @throws when the log cannot
   * be asked: whoever saw more than this room does would seem to write in other people's names.
   */
  async enter({ room, presence }: Open): Promise<void> {
    // After draining the server only reads what it has: the log is closed.
    if (this.#isStopped) return
    if (!this.#visitors.has(room)) this.#meet(room, presence)
    if (!(await this.#follower.look(room))) throw new Error('What other servers wrote is not known.')
  }

  /** A room is over. */
  forget(room: Room): void {
    this.#visitors.delete(room)
  }

  /** Something was written here. */
  committed(room: Room): void {
    this.#context.fanOut.publish(grew, { documentId: room.documentId, seq: room.head })
    if (room.isBehind) void this.#follower.look(room)
  }

  /** A document was taken elsewhere: the others find that in the log. */
  moved(documentId: string, seq: number): void {
    this.#context.fanOut.publish(grew, { documentId, seq })
  }

  /** Access changed; this server asks again by itself. */
  recheck(whose: Whose): void {
    this.#context.fanOut.publish(recheck, whose)
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    for (const stop of this.#stops) stop()
    await this.#context.fanOut.close()
  }

  #isOpen(room: Room): boolean {
    return this.#context.active(room.documentId)?.room === room
  }

  #meet(room: Room, presence: Presence): void {
    const { clock, limits, fanOut } = this.#context
    const { documentId } = room
    const visitors = new Visitors(presence, clock, limits)
    this.#visitors.set(room, visitors)
    const own = new OwnPeople((news) => fanOut.publish(people, { documentId, people: news }))
    presence.onShown = (shown) => own.say(shown.filter(({ member }) => !visitors.isVisitor(member)))
    fanOut.publish(whoIsThere, { documentId })
  }

  #heardOf(documentId: string, seq: number): void {
    const room = this.#context.active(documentId)?.room
    if (room !== undefined && seq > room.seq) void this.#follower.look(room)
  }

  #seat(documentId: string, news: readonly Person[], from: string): void {
    const room = this.#context.active(documentId)?.room
    const visitors = room && this.#visitors.get(room)
    for (const person of news) visitors?.hear(from, person)
  }

  #lookAfter(): void {
    for (const visitors of this.#visitors.values()) visitors.tidy()
    const { isUp, outages } = this.#context.fanOut.status()
    if (!isUp || outages !== this.#outages) this.#context.recheck({})
    this.#outages = outages
  }
}
