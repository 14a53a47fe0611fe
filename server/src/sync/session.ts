/**
 * One socket, bound to one document for its whole life.
 *
 * 1. Until access is decided nothing is read: a few frames wait, more than that ends the socket.
 * 2. Whether a frame may write is decided when it is read, from the mode of that moment.
 * 3. Write frames are counted as they come; each is acknowledged, rejected, or the socket ends. An acknowledgement never
 *    names a rejected frame: after a rejection only an answer, which repeats everything, is taken.
 * 4. No exception leaves `receive`.
 */
import { type CloseCode, closeCode, resyncReason } from '@rondo/shared/wire/close-code.ts'
import type { WireLimits } from '@rondo/shared/wire/limits.ts'
import { encodeServerFrame, type RejectReason, type ServerFrame } from '@rondo/shared/wire/server-frame.ts'
import type { Doc } from 'yjs'
import type { Account, Mode } from './access.ts'
import type { Clock } from './clock.ts'
import { FrameError, reading } from './frame-error.ts'
import { LastWord } from './last-word.ts'
import type { StorageRefuses } from './log/storage-refuses.ts'
import type { Member, Write } from './member.ts'
import type { Schemas, SyncLogger, Validate } from './options.ts'
import { Outbox, type Socket } from './outbox.ts'
import { answerFrame, askFrame, type ClientFrame, presenceFrame, readClientFrame } from './protocol.ts'
import { rateLimit } from './rate.ts'
import type { OpenRoom } from './rooms.ts'
import { scanStateVector } from './update-scan.ts'

/** What every session of one server shares. */
export type SessionContext = {
  readonly clock: Clock
  readonly limits: WireLimits
  readonly logger: SyncLogger
  readonly schema: Schemas
  readonly validate: Validate
  /** Why nothing can be stored right now; null when it can. */
  readonly refusal: () => StorageRefuses | null
  readonly onGone: (session: Session) => void
}

/** Who the product said this is. */
export type Grant = { readonly account: Account; readonly mode: Mode; readonly sessionId: string }

type State =
  | { readonly kind: 'arriving'; readonly waiting: Uint8Array[]; bytes: number }
  | { readonly kind: 'inside'; readonly open: OpenRoom; grant: Grant }
  | { readonly kind: 'gone' }

/**
 * Whether updates can stand on their own. `fresh`: until the first answer a client may send updates that build on edits
 * it made offline; `owing`: it did, and the answer will bring everything; `in`: they build on what is here; `out`: one was
 * rejected, so the next would build on it.
 */
type Step = 'fresh' | 'owing' | 'in' | 'out'

type Inside = Extract<State, { kind: 'inside' }>

/** So long a client that asks nothing is waited for before it is asked. */
const coldAskMs = 50

/** One socket's conversation; to its room it is a member. */
export class Session implements Member {
  readonly documentId: string
  readonly outbox: Outbox
  readonly #context: SessionContext
  readonly #mayAsk: () => boolean
  readonly #maySpeak: () => boolean
  readonly #lastWord: LastWord
  #state: State = { kind: 'arriving', waiting: [], bytes: 0 }
  #isOutdated = false
  #hasAsked = false
  #writes = 0
  #step: Step = 'fresh'
  /** Write frames that were acknowledged or refused. */
  #told = 0
  /** Answers that are on their way, and how many of them were asked for by a state that is not true any more. */
  #owed = 0
  #stale = 0

  constructor(documentId: string, socket: Socket, context: SessionContext) {
    const { clock, limits } = context
    this.documentId = documentId
    this.outbox = new Outbox(socket, clock, limits)
    this.#context = context
    this.#mayAsk = rateLimit(clock, limits.stateRequests, limits.stateRequestWindowMs)
    this.#maySpeak = rateLimit(clock, limits.presencePerSecond, 1000)
    this.#lastWord = new LastWord(clock, limits.presenceTickMs, (entries) =>
      this.receive(presenceFrame(entries)),
    )
  }

  /** Whom it belongs to, once that is known. */
  get grant(): Grant | null {
    return this.#state.kind === 'inside' ? this.#state.grant : null
  }

  get account(): Account {
    if (this.#state.kind !== 'inside') throw new Error('Only somebody inside has an account.')
    return this.#state.grant.account
  }

  get isGone(): boolean {
    return this.#state.kind === 'gone'
  }

  /** Access was granted and the room is open: the conversation begins. */
  enter(open: OpenRoom, grant: Grant): void {
    if (this.#state.kind !== 'arriving') {
      open.leave()
      return
    }
    const { waiting } = this.#state
    const inside: Inside = { kind: 'inside', open, grant }
    this.#state = inside
    open.room.members.add(this)
    this.#announce(inside)
    this.beat()
    if (open.room.isCold) this.#context.clock.after(coldAskMs, () => this.#askOnce(inside))
    else this.#askOnce(inside)
    open.presence.greet(this)
    for (const frame of waiting) this.receive(frame)
  }

  /** Access was asked again and is still there, perhaps another. */
  regrant(grant: Grant): void {
    if (this.#state.kind !== 'inside') return
    const before = this.#state.grant
    this.#state.grant = grant
    this.#state.open.presence.renamed(this)
    if (before.mode === grant.mode) return
    this.#announce(this.#state)
    if (grant.mode === 'write') this.#ask(this.#state)
  }

  /** Storage began or ceased to refuse. Once it takes everything again, the client is asked for what it could not store. */
  storageChanged(): void {
    if (this.#state.kind !== 'inside') return
    this.#announce(this.#state)
    if (this.#context.refusal() === null) this.#ask(this.#state)
  }

  /** A binary message arrived. */
  receive(bytes: Uint8Array): void {
    try {
      if (this.#state.kind === 'arriving') this.#wait(this.#state, bytes)
      else if (this.#state.kind === 'inside')
        this.#obey(
          this.#state,
          reading(() => readClientFrame(bytes)),
        )
    } catch (error) {
      this.#refuse(error)
    }
  }

  /** A text message arrived, which no client of the protocol sends. */
  receiveText(): void {
    this.close(closeCode.badFrame, 'bad frame')
  }

  /** Sign of life. */
  beat(): void {
    this.#say({ kind: 'heartbeat', at: this.#context.clock.now() })
  }

  /** Looks after a slow reader. */
  check(): void {
    this.outbox.check()
    if (this.#state.kind === 'inside' && this.outbox.canCatchUp) {
      this.#state.open.room.state(null, (update) => this.outbox.answer(answerFrame(update)))
    }
  }

  acknowledge(count: number, seq: number): void {
    if (this.#step === 'out') return
    this.#told = count
    this.#say({ kind: 'ack', count, seq })
  }

  withdraw(): void {
    if (this.#writes > this.#told) this.#reject(this.#writes, 'not-stored')
    this.#step = 'out'
    this.#stale = this.#owed
  }

  dismiss(code: CloseCode = closeCode.internal, reason = 'not stored'): void {
    this.close(code, reason)
  }

  /** Ends the conversation from this side. */
  close(code: number, reason: string): void {
    this.outbox.close(code, reason)
    this.end()
  }

  /** The socket is closed. */
  end(): void {
    const state = this.#state
    if (state.kind === 'gone') return
    this.#state = { kind: 'gone' }
    this.#lastWord.destroy()
    if (state.kind === 'inside') {
      state.open.room.members.delete(this)
      state.open.presence.leave(this)
      state.open.leave()
    }
    this.#context.onGone(this)
  }

  #wait(state: Extract<State, { kind: 'arriving' }>, bytes: Uint8Array): void {
    const { limits } = this.#context
    state.bytes += bytes.length
    if (state.waiting.length >= limits.waitingFrames || state.bytes > limits.waitingBytes) {
      this.close(closeCode.tooMany, 'too much before admission')
    } else state.waiting.push(bytes.slice())
  }

  #obey(inside: Inside, frame: ClientFrame): void {
    switch (frame.kind) {
      case 'ask':
        this.#answer(inside, frame.stateVector)
        break
      case 'write':
        this.#writes += 1
        this.#write(inside, { update: frame.update, step: frame.step, count: this.#writes })
        break
      case 'presence':
        this.#hear(inside, frame.entries)
        break
      case 'ask-presence':
        if (this.#maySpeak()) inside.open.presence.greet(this)
        break
      case 'hello':
        this.#meet(inside, frame.hello)
        break
      case 'unknown':
        inside.open.countUnknown()
    }
  }

  /** Of what comes too fast the last is heard after all, a little later. */
  #hear({ open }: Inside, entries: Uint8Array): void {
    if (this.#maySpeak()) {
      if (reading(() => open.presence.hear(this, entries))) this.#lastWord.forget()
    } else if (reading(() => open.presence.isOnlyAbout(this, entries))) this.#lastWord.keep(entries)
  }

  #answer(inside: Inside, stateVector: Uint8Array): void {
    if (this.#mayAsk()) {
      reading(() => scanStateVector(stateVector))
      inside.open.room.state(stateVector, (update) => {
        this.outbox.answer(answerFrame(update))
        this.#askOnce(inside)
      })
    } else this.close(closeCode.tooMany, 'asked too often')
  }

  #write({ open, grant }: Inside, write: Write): void {
    if (write.step === 'answer' && this.#isCurrentAnswer()) this.#step = 'in'
    if (this.#modeOf(grant) === 'read') {
      if (!open.room.takeKnown(this, write)) this.#reject(write.count, 'read-only')
    } else if (this.#context.refusal() !== null) this.#keepOut(open, write)
    else if (this.#step === 'out') this.#reject(write.count, 'out-of-step')
    else if (this.#step === 'in') open.room.take(this, write, this.#check(grant.account))
    else if (this.#step === 'fresh')
      this.#tryFresh(() => open.room.take(this, write, this.#check(grant.account)))
  }

  /** While nothing can be stored only what says nothing new is taken. */
  #keepOut(open: OpenRoom, write: Write): void {
    const isKnown = this.#step !== 'out' && open.room.takeKnown(this, write)
    if (!isKnown) this.#reject(write.count, 'not-stored')
  }

  /** An answer to a question that was asked in the name of a state which was given up leaves out what was given up. */
  #isCurrentAnswer(): boolean {
    this.#owed = Math.max(0, this.#owed - 1)
    if (this.#stale === 0) return true
    this.#stale -= 1
    return false
  }

  /** What it has and we have not. A document of which there are only bytes is sent first: looking into them takes longer. */
  #askOnce(inside: Inside): void {
    if (!this.#hasAsked && this.#state === inside) this.#ask(inside)
  }

  #ask({ open }: Inside): void {
    this.#hasAsked = true
    this.#owed += 1
    this.outbox.send(askFrame(open.room.stateVector))
  }

  #check(account: Account) {
    return (doc: Doc, update: Uint8Array): void => {
      const objection = this.#context.validate(doc, update, account)
      if (objection !== null) throw new FrameError(objection)
    }
  }

  #tryFresh(take: () => void): void {
    try {
      take()
    } catch (error) {
      if (!(error instanceof FrameError) || error.reason !== resyncReason) throw error
      this.#step = 'owing'
    }
  }

  #reject(count: number, reason: RejectReason): void {
    this.#step = 'out'
    this.#told = count
    this.#say({ kind: 'reject', count, reason, retryable: reason !== 'read-only' })
  }

  #meet(inside: Inside, hello: { readonly generation: number; readonly schema: number }): void {
    const { generation } = inside.open.room
    if (hello.generation !== 0 && hello.generation !== generation) {
      this.close(closeCode.otherGeneration, String(generation))
    } else if (hello.schema < this.#context.schema.minRead) this.close(closeCode.outdated, 'client too old')
    else if (hello.schema < this.#context.schema.min) this.#outdate(inside)
  }

  /** It would delete what it does not know: it reads on, and MODE tells it that another schema is needed to write. */
  #outdate(inside: Inside): void {
    this.#isOutdated = true
    this.#announce(inside)
  }

  #modeOf(grant: Grant): Mode {
    return this.#isOutdated ? 'read' : grant.mode
  }

  #announce({ grant, open }: Inside): void {
    const { min, max } = this.#context.schema
    this.#say({
      kind: 'mode',
      mode: this.#context.refusal() === null || this.#isOutdated ? this.#modeOf(grant) : 'read-for-now',
      generation: open.room.generation,
      minSchema: min,
      maxSchema: max,
    })
  }

  #say(frame: ServerFrame): void {
    this.outbox.send(encodeServerFrame(frame))
  }

  #refuse(error: unknown): void {
    const { logger } = this.#context
    const about = { documentId: this.documentId, accountId: this.grant?.account.id }
    if (error instanceof FrameError) {
      logger.warn({ ...about, why: error.message }, 'A frame was refused.')
      this.close(error.code, error.reason)
    } else {
      logger.error({ ...about, err: error }, 'A frame could not be handled.')
      this.close(closeCode.internal, 'internal')
    }
  }
}
