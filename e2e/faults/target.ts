import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A server to crash: anything that starts on the data of its last life. */
export type Target = {
  /** Starts it and resolves when it serves. */
  start(): Promise<void>
  /** Ends it as a power switch would, without a word to it. */
  kill(): Promise<void>
  dispose(): Promise<void>
  /** Known once it started. */
  readonly origin: string
  readonly documents: readonly string[]
  /** The cookie of a member who may write, a different one for each number. */
  cookieOf(member: number): string
}

/** The document server alone, which starts in half a second. */
export class SyncHost implements Target {
  readonly #fault: string | null
  #folder: string | null = null
  #child: ChildProcess | null = null
  origin = ''
  documents: readonly string[] = []

  constructor(fault: 'ack-before-commit' | null) {
    this.#fault = fault
  }

  async start(): Promise<void> {
    this.#folder ??= await mkdtemp(join(tmpdir(), 'rondo-faults-'))
    const port = this.origin === '' ? '0' : new URL(this.origin).port
    const script = join(root, 'server/src/sync/testing/host.ts')
    const fault = this.#fault === null ? [] : ['--fault', this.#fault]
    const child = spawn(
      process.execPath,
      [script, '--port', port, '--folder', this.#folder, '--documents', '2', ...fault],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    this.#child = child
    const [line] = await once(createInterface(child.stdout), 'line')
    const { origin, documents }: { origin: string; documents: string[] } = JSON.parse(String(line))
    this.origin = origin
    this.documents = documents
  }

  async kill(): Promise<void> {
    const child = this.#child
    this.#child = null
    if (child === null || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }

  async dispose(): Promise<void> {
    await this.kill()
    if (this.#folder !== null) await rm(this.#folder, { recursive: true, force: true })
  }

  cookieOf(member: number): string {
    return `write=member${member}`
  }
}
