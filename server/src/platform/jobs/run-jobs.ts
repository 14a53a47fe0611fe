import { HOUR, type Instant, MINUTE } from '@rondo/shared/kernel/time.ts'
import type { Logger } from '../../kernel/logger.ts'
import { describeError } from '../log/describe-error.ts'
import type { JobStore } from './job-store.ts'
import type { Handler, Handlers, Job, Jobs, Timers } from './jobs.ts'

interface Options {
  log: Logger
  timers: Timers
  /** Timers are set for so long at most: the clock of a machine may be set, and a laptop may have slept. */
  longestWait?: number
}

const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = HOUR
const AT_ONCE = 20
/** Between looks at a job that another server is doing. */
const BREATH = 20

/** The engine in this process: one timer, set for the job that is due next. */
export const runJobs = <Writing>(store: JobStore<Writing>, options: Options): Jobs<Writing> =>
  new Engine(store, options)

class Engine<Writing> implements Jobs<Writing> {
  readonly #store: JobStore<Writing>
  readonly #log: Logger
  readonly #timers: Timers
  readonly #longestWait: number
  #handlers: Handlers<Writing> = {}
  #stopTimer = (): void => {}
  #working: Promise<void> | undefined
  #isWanted = false
  #isRunning = false

  constructor(store: JobStore<Writing>, { log, timers, longestWait = MINUTE }: Options) {
    this.#store = store
    this.#log = log
    this.#timers = timers
    this.#longestWait = longestWait
  }

  async plan(tx: Writing, job: Job): Promise<void> {
    await this.#store.put(tx, job, true)
    this.#store.afterCommit(tx, this.#poke)
  }

  async planFirst(tx: Writing, job: Job): Promise<void> {
    await this.#store.put(tx, job, false)
    this.#store.afterCommit(tx, this.#poke)
  }

  withdraw(tx: Writing, name: Pick<Job, 'kind' | 'key'>): Promise<void> {
    return this.#store.remove(tx, name)
  }

  start(handlers: Handlers<Writing>): void {
    this.#handlers = handlers
    this.#isRunning = true
    this.#poke()
  }

  async settled(): Promise<void> {
    while (this.#working !== undefined) await this.#working
  }

  async stop(): Promise<void> {
    this.#isRunning = false
    this.#stopTimer()
    await this.#working
  }

  /** Bound, so that it is one hook however much a transaction plans. */
  readonly #poke = (): void => {
    this.#isWanted = true
    if (!this.#isRunning) return
    this.#stopTimer()
    this.#working ??= this.#work().finally(() => {
      this.#working = undefined
    })
  }

  async #work(): Promise<void> {
    let wait = this.#longestWait
    try {
      while (this.#isWanted && this.#isRunning) {
        this.#isWanted = false
        while (await this.#round());
      }
      const next = await this.#store.nextAt(this.#kinds)
      if (next !== null) wait = Math.min(wait, Math.max(BREATH, next - this.#timers.now()))
    } catch (error) {
      this.#log.error(describeError(error), 'due jobs could not be read and will be looked for again')
      wait = Math.min(wait, FIRST_PAUSE)
    }
    if (this.#isRunning) this.#stopTimer = this.#timers.after(wait, this.#poke)
  }

  get #kinds(): string[] {
    return Object.keys(this.#handlers)
  }

  /** Answers whether there may be more to do. */
  async #round(): Promise<boolean> {
    const ready = await this.#store.ready(this.#kinds, this.#timers.now(), AT_ONCE)
    let progress = false
    for (const job of ready) {
      const handler = this.#handlers[job.kind]
      if (!this.#isRunning) return false
      if (handler === undefined) continue
      const isDone = await this.#do(job, handler).catch((error: unknown) => this.#failed(job, error))
      progress ||= isDone
    }
    return progress
  }

  /** Answers whether the job was ours to do. */
  async #do(job: Job, handler: Handler<Writing>): Promise<boolean> {
    const run = 'run' in handler ? handler.run : await handler.prepare(job)
    return this.#store.transact(async (tx) => {
      if (!(await this.#store.claim(tx, job))) return false
      const againAt = await run(tx, job)
      this.#expectLater(againAt)
      await this.#store.finish(tx, job, againAt)
      return true
    })
  }

  /** A job that is due again at once would be done for ever, and what was missed would be done more than once. */
  #expectLater(againAt: Instant | null): void {
    if (againAt !== null && againAt <= this.#timers.now())
      throw new Error('A job that comes round must be due again later than now')
  }

  async #failed(job: Job & { tries: number }, error: unknown): Promise<true> {
    const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** job.tries)
    this.#log.error(
      { job: job.kind, attempt: job.tries + 1, ...describeError(error) },
      'a job failed and will be tried again',
    )
    await this.#store.postpone(job, this.#timers.now() + pause)
    return true
  }
}
