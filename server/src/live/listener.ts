import type { CircleId, MemberId } from '@rondo/shared/kernel/id.ts'
import { closeCode } from '@rondo/shared/wire/close-code.ts'
import type { LiveFrame } from '@rondo/shared/wire/live.ts'
import type { Recorded } from '../journal/journal.ts'
import type { GuestPrincipal, Principal } from '../platform/http/http-app.ts'
import type { LiveLimits } from './limits.ts'

/** The socket of one listener. */
export interface Line {
  send: (frame: LiveFrame) => void
  close: (code: number, reason: string) => void
  unsentBytes: () => number
}

/** What a listener needs of the journal and of the product. */
export interface Source {
  now: () => number
  head: () => Promise<number>
  readAfter: (seq: number, limit: number) => Promise<Recorded[]>
  /** The number up to which the tail has told everybody who streams. */
  told: () => number
  join: (listener: Listener) => void
  leave: (listener: Listener) => void
  mayHear: (memberId: MemberId, circleId: CircleId, action: 'read' | 'belong') => Promise<boolean>
  /** The fact as it may be told by now: what was for a moment only is not repeated later. */
  asTold: (fact: Recorded) => Promise<Recorded>
  /** Whether a fact is for the one room of a guest. */
  isForGuest: (guest: GuestPrincipal, fact: Recorded) => boolean
  /** Whether a guest is let in still. */
  isLetIn: (guest: GuestPrincipal) => Promise<boolean>
}

const BATCH = 100

/**
 * One browser that hears facts, in three phases:
 *
 * 1. backfill: reads for itself what it missed, batch by batch;
 * 2. cutover: once it has read as far as the tail has told, it joins the tail, in one step without waiting between;
 * 3. stream: hears what the tail tells.
 *
 * Invariants:
 * 1. Facts arrive in the order of their numbers, none twice, none left out that the member may hear.
 * 2. Whether the member may hear a fact is asked right before it is sent, so a lost seat silences at once.
 * 3. What waits for a slow listener is bounded; beyond that it is cut off and comes back to backfill.
 */
export class Listener {
  readonly principal: Principal | GuestPrincipal
  readonly #line: Line
  readonly #source: Source
  readonly #limits: LiveLimits
  readonly #waiting: Recorded[] = []
  #cursor = 0
  #phase: 'silent' | 'backfill' | 'stream' | 'over' = 'silent'
  #isTelling = false

  constructor(principal: Principal | GuestPrincipal, line: Line, source: Source, limits: LiveLimits) {
    this.principal = principal
    this.#line = line
    this.#source = source
    this.#limits = limits
  }

  /** Whether it has not asked for anything yet. */
  get isSilent(): boolean {
    return this.#phase === 'silent'
  }

  /** Begins, from now on (`null`) or after the last number that the browser saw. */
  async listen(after: number | null): Promise<void> {
    if (this.#phase !== 'silent') return this.end(closeCode.badFrame, 'listening already')
    this.#phase = 'backfill'
    const head = await this.#source.head()
    this.#line.send({ kind: 'hello', seq: head, serverTime: this.#source.now() })
    const tooFar = after !== null && (after > head || head - after > this.#limits.backfill)
    if (tooFar) this.#line.send({ kind: 'reset' })
    this.#cursor = after === null || tooFar ? head : after
    await this.#backfill()
  }

  /** Called by the tail for each fact, in order, while this listener streams. */
  readonly offer = (fact: Recorded): void => {
    if (fact.seq <= this.#cursor) return
    this.#waiting.push(fact)
    if (this.#waiting.length > this.#limits.waiting) this.end(closeCode.tooSlow, 'too slow')
    else if (!this.#isTelling) this.#tellWaiting().catch(() => this.end(closeCode.internal, 'internal'))
  }

  readonly beat = (): void => {
    if (this.#phase === 'stream') this.#line.send({ kind: 'beat', serverTime: this.#source.now() })
  }

  /** Nothing is sent after this. */
  readonly end = (code: number, reason: string): void => {
    if (this.#phase === 'over') return
    this.#phase = 'over'
    this.#waiting.length = 0
    this.#source.leave(this)
    this.#line.close(code, reason)
  }

  async #backfill(): Promise<void> {
    while (this.#phase === 'backfill' && this.#cursor < this.#source.told()) {
      const missed = await this.#source.readAfter(this.#cursor, BATCH)
      for (const fact of missed) await this.#tell(fact)
      if (missed.length === 0) break
    }
    if (this.#phase !== 'backfill') return
    this.#phase = 'stream'
    this.#source.join(this)
  }

  async #tellWaiting(): Promise<void> {
    this.#isTelling = true
    for (let fact = this.#waiting.shift(); fact !== undefined; fact = this.#waiting.shift())
      await this.#tell(fact)
    this.#isTelling = false
  }

  async #tell(fact: Recorded): Promise<void> {
    const told = (await this.#mayHear(fact)) ? await this.#source.asTold(fact) : null
    if (this.#phase === 'over' || fact.seq <= this.#cursor) return
    this.#cursor = fact.seq
    if (told !== null) this.#line.send(frameOf(told))
    if (this.#line.unsentBytes() > this.#limits.unsentBytes) this.end(closeCode.tooSlow, 'too slow')
  }

  async #mayHear(fact: Recorded): Promise<boolean> {
    const { principal } = this
    if (principal.role === 'guest')
      return this.#source.isForGuest(principal, fact) && this.#source.isLetIn(principal)
    const { audience } = fact
    if ('everyone' in audience) return true
    if ('members' in audience) return audience.members.includes(principal.memberId)
    const action = audience.belonging ? 'belong' : 'read'
    return this.#source.mayHear(principal.memberId, audience.circleId, action)
  }
}

const frameOf = ({ seq, at, name, payload, audience }: Recorded): LiveFrame => ({
  kind: 'fact',
  seq,
  at,
  name,
  circleId: 'circleId' in audience ? audience.circleId : null,
  payload,
})
