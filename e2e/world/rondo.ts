import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { memoryOf } from './memory-of.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const keepCompiled = new URL('./keep-compiled.ts', import.meta.url).href

/** A server of its own, started as `npm start` starts it, on a free port of this machine. */
export interface Rondo {
  readonly origin: string
  readonly dataDir: string
  /** Everything it printed so far, to tell in a failure and to search for what must not be there. */
  printed(): string
  /** The number of its process; 0 while there is none. */
  readonly pid: number
  /** How much memory its process holds now; 0 where the system does not tell. */
  residentBytes(): number
  /** The most that it ever held. */
  peakBytes(): number
  /** Ends it as a power switch would, without a word. */
  kill(): Promise<void>
  /** Asks it to stop and waits until it did. */
  stop(): Promise<void>
  /** Starts it again on the same port and data. */
  start(): Promise<void>
  /** Stops it and removes what it wrote. */
  dispose(): Promise<void>
}

const OPEN = /Open\s+(http:\/\/\S+)/

/** Starts a server with an empty data folder, or with one that somebody filled. */
export const startRondo = async (
  settings: { dataDir?: string; env?: Record<string, string> } = {},
): Promise<Rondo> => {
  const dataDir = settings.dataDir ?? (await mkdtemp(join(tmpdir(), 'rondo-')))
  const run = new Run(dataDir, settings.env ?? {})
  await run.start()
  return run
}

class Run implements Rondo {
  readonly dataDir: string
  readonly #env: Record<string, string>
  #origin = ''
  #child: ChildProcess | undefined
  #printed = ''

  constructor(dataDir: string, env: Record<string, string>) {
    this.dataDir = dataDir
    this.#env = env
  }

  get origin(): string {
    return this.#origin
  }

  get pid(): number {
    return this.#child?.pid ?? 0
  }

  printed(): string {
    return this.#printed
  }

  residentBytes(): number {
    return memoryOf(this.#child?.pid, 'VmRSS')
  }

  peakBytes(): number {
    return memoryOf(this.#child?.pid, 'VmHWM')
  }

  async start(): Promise<void> {
    const port = this.#origin === '' ? '0' : new URL(this.#origin).port
    const child = spawn(process.execPath, ['--import', keepCompiled, join(root, 'server/src/main.ts')], {
      cwd: root,
      env: {
        PATH: process.env['PATH'] ?? '',
        LOG_LEVEL: 'warn',
        ...this.#env,
        PORT: port,
        DATA_DIR: this.dataDir,
      },
    })
    this.#child = child
    this.#origin = await this.#announced(child)
  }

  #announced(child: ChildProcess): Promise<string> {
    const before = this.#printed.length
    return new Promise((resolve, reject) => {
      const hear = (chunk: Buffer): void => {
        this.#printed += chunk.toString()
        const origin = OPEN.exec(this.#printed.slice(before))?.[1]
        if (origin !== undefined) resolve(origin)
      }
      child.stdout?.on('data', hear)
      child.stderr?.on('data', hear)
      child.once('error', reject)
      child.once('exit', (code) => reject(new Error(`The server ended with ${code}.\n${this.#printed}`)))
    })
  }

  kill(): Promise<void> {
    return this.#end('SIGKILL')
  }

  stop(): Promise<void> {
    return this.#end('SIGTERM')
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }

  async dispose(): Promise<void> {
    await this.kill()
    await rm(this.dataDir, { recursive: true, force: true })
  }
}
