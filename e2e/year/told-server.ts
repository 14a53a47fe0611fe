import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const OPEN = /Open\s+(http:\/\/\S+)/

/** A server whose clock we move. It may be killed at any moment and started again later. */
export class ToldServer {
  readonly #dataDir: string
  readonly #port: number
  #now: number
  #child: ChildProcess | undefined
  printed = ''

  constructor(dataDir: string, port: number, start: number) {
    this.#dataDir = dataDir
    this.#port = port
    this.#now = start
  }

  get origin(): string {
    return `http://localhost:${this.#port}`
  }

  get now(): number {
    return this.#now
  }

  /** Starts it at the instant that it is. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [`${root}/server/src/main.ts`], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        PATH: process.env['PATH'] ?? '',
        LOG_LEVEL: 'error',
        PORT: `${this.#port}`,
        DATA_DIR: this.#dataDir,
        RONDO_CLOCK: new Date(this.#now).toISOString(),
      },
    })
    this.#child = child
    const from = this.printed.length
    const opened = Promise.withResolvers<void>()
    const hear = (chunk: Buffer): void => {
      this.printed += chunk.toString()
      if (OPEN.test(this.printed.slice(from))) opened.resolve()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => opened.reject(new Error(`The server ended with ${code}.\n${this.printed}`)))
    await opened.promise
    await this.goTo(this.#now)
  }

  /** Goes to an instant; everything that was due on the way is done when it resolves. */
  async goTo(at: number): Promise<void> {
    const child = this.#child
    if (child === undefined) throw new Error('The server is not there.')
    const over = new AbortController()
    const there = once(child, 'message', { signal: over.signal })
    const gone = once(child, 'exit', { signal: over.signal }).then(() => {
      throw new Error(this.printed)
    })
    child.send({ goTo: at })
    await Promise.race([there, gone]).finally(() => {
      there.catch(() => undefined)
      gone.catch(() => undefined)
      over.abort()
    })
    this.#now = at
  }

  /** Tells it to go on and kills it on the way, without a word; then nothing happens until `until`. */
  async killOnTheWay(at: number, until: number, afterMs: number): Promise<void> {
    const child = this.#child
    if (child === undefined) throw new Error('The server is not there.')
    const gone = once(child, 'exit')
    child.send({ goTo: at })
    await new Promise((resolve) => setTimeout(resolve, afterMs))
    child.kill('SIGKILL')
    await gone
    this.#child = undefined
    this.#now = until
  }

  async stop(): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (child === undefined) return
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    await gone
  }
}
