import type { Instant } from '@rondo/shared/kernel/time.ts'

/** Something to be done at a time; its kind and key name it, and there is one of each name. */
export interface Job {
  readonly kind: string
  readonly key: string
  readonly dueAt: Instant
}

/**
 * Does the work in the transaction that also marks the job: both remain, or neither. Answers when it is due again, later
 * than now; null when it is done for good.
 */
export type Run<Writing> = (tx: Writing, job: Job) => Promise<Instant | null>

/** How a kind of job is done. */
export type Handler<Writing> =
  | { readonly run: Run<Writing> }
  | {
      /**
       * First what cannot be done in a transaction, such as making a document; it answers with the rest. It is done again
       * when the server ends before the job is marked, so doing it twice must change nothing.
       */
      readonly prepare: (job: Job) => Promise<Run<Writing>>
    }

export type Handlers<Writing> = Readonly<Record<string, Handler<Writing>>>

/**
 * What is to be done later. Rooms plan in the transaction that makes a job necessary; an engine does it when it is due.
 *
 * 1. A job is done once: never twice, whatever ends the server and however often, and never not at all.
 * 2. What became due while no server ran is done once after the start, however often it would have come round.
 * 3. A job that fails is tried again, after pauses that grow; others are not held up by it.
 *
 * Another engine, one for several servers, is another form of this port; `contract.ts` says what it must do.
 */
export interface Jobs<Writing> {
  /** Plans a job, or moves it if one of that name is still to be done. */
  plan(tx: Writing, job: Job): Promise<void>
  /** Plans a job unless one of that name is still to be done: for what comes round again and again. */
  planFirst(tx: Writing, job: Job): Promise<void>
  /** Takes a job back; it is no fault if there is none. */
  withdraw(tx: Writing, name: Pick<Job, 'kind' | 'key'>): Promise<void>
  /** Begins to do what is due, by these handlers. Jobs of other kinds wait. */
  start(handlers: Handlers<Writing>): void
  /** Resolves when nothing that can be done now is left. */
  settled(): Promise<void>
  /** Lets the present job end and begins no other. */
  stop(): Promise<void>
}

/** Time as the engine needs it; tests turn it by hand. */
export interface Timers {
  now(): Instant
  /** Runs `task` once after `ms`; answers how to call it off. */
  after(ms: number, task: () => void): () => void
}
