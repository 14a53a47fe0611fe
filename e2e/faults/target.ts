import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { memoryOf } from '../world/memory-of.ts'
import { waitFor } from './wait-for.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const keepCompiled = new URL('../world/keep-compiled.ts', import.meta.url).href

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

const firstLine = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    if (child.stdout !== null) createInterface(child.stdout).once('line', resolve)
    child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it served.`)))
  })

/** How the document server is started. */
export type HostOptions = {
  /** A deliberate defect. */
  readonly fault?: string | null
  readonly limits?: Readonly<Record<string, number>>
  readonly documents?: number
  /** Deletes this often for good what compaction superseded. */
  readonly pruneMs?: number
  /** Where its log is, if that is not its own business. */
  readonly folder?: string
  /** A command that is put in front of it. */
  readonly under?: readonly string[]
}

/** The document server alone, which starts in half a second. */
export class SyncHost implements Target {
  readonly #options: HostOptions
  #folder: string | null = null
  #child: ChildProcess | null = null
  /** Of the server itself, whatever stands in front of it. */
  #pid: number | null = null
  origin = ''
  documents: readonly string[] = []

  constructor(options: HostOptions = {}) {
    this.#options = options
  }

  /** `under`: a command that is put in front of it this time. @throws when it ends before it serves */
  async start(under = this.#options.under ?? []): Promise<void> {
    const { folder, documents = 2, fault, limits = {}, pruneMs = 0 } = this.#options
    this.#folder ??= folder ?? (await mkdtemp(join(tmpdir(), 'rondo-faults-')))
    const port = this.origin === '' ? '0' : new URL(this.origin).port
    const script = join(root, 'server/src/sync/testing/host.ts')
    const about = ['--port', port, '--folder', this.#folder, '--documents', String(documents)]
    const broken = typeof fault === 'string' ? ['--fault', fault] : []
    const [command, ...args] = [
      ...under,
      process.execPath,
      '--import',
      keepCompiled,
      script,
      ...about,
      ...broken,
      '--limits',
      JSON.stringify(limits),
      '--prune-ms',
      String(pruneMs),
    ]
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] })
    this.#child = child
    this.#pid = null
    const line = await firstLine(child)
    const serving: { origin: string; documents: string[]; pid: number } = JSON.parse(line)
    this.#pid = serving.pid
    this.origin = serving.origin
    this.documents = serving.documents
  }

  /** Lets it die when a moment comes for the n-th time. */
  arm(failpoint: string, nth: number): void {
    this.#child?.stdin?.write(`${failpoint} ${nth}\n`)
  }

  /** Where its log is, once it was started. */
  get folder(): string {
    return this.#folder ?? ''
  }

  /** What it answers to whoever asks how it is: `ok`, or what is the matter with its storage. */
  async condition(): Promise<string> {
    // On a line of its own: one that is kept may be closed in the moment in which it is used again.
    const asked = get(this.origin, { agent: false })
    const [answer] = await once(asked, 'response')
    return text(answer)
  }

  /** The most memory that it ever held. */
  peakBytes(): number {
    return memoryOf(this.#pid ?? undefined, 'VmHWM')
  }

  /** Whether it died of itself. */
  get isDead(): boolean {
    const child = this.#child
    return child === null || child.exitCode !== null || child.signalCode !== null
  }

  /** Resolves when it is dead. @throws when it lives on */
  died(): Promise<void> {
    return waitFor(() => this.isDead, 'The server lives on.')
  }

  /** Asks it to stop. */
  stop(): void {
    this.#signal('SIGTERM')
  }

  get exitCode(): number | null {
    return this.#child?.exitCode ?? null
  }

  async kill(): Promise<void> {
    const child = this.#child
    if (child === null || this.isDead) return
    const gone = once(child, 'exit')
    this.#signal('SIGKILL')
    await gone
  }

  #signal(signal: NodeJS.Signals): void {
    if (this.isDead) return
    if (this.#pid === null) this.#child?.kill(signal)
    else process.kill(this.#pid, signal)
  }

  async dispose(): Promise<void> {
    await this.kill()
    if (this.#folder !== null && this.#options.folder === undefined)
      await rm(this.#folder, { recursive: true, force: true })
  }

  cookieOf(member: number): string {
    return `write=member${member}`
  }
}
