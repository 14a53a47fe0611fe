import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { cpuMs, residentBytes } from '../machine/process-meter.ts'
import { settled } from './settled.ts'

/** What to run, from the folder of the repository. */
export interface Command {
  script: string
  /** For Node. */
  flags?: readonly string[]
  args: readonly string[]
  env: Readonly<Record<string, string>>
}

const root = fileURLToPath(new URL('../../..', import.meta.url))
const collector = new URL('../peers/collect.ts', import.meta.url).href
/** Addresses of this machine that the load comes from, as people come from more than one. */
const ADDRESSES = 100
/** Characters kept of what a server says before it ends. */
const COMPLAINT = 2_000

/** A server in a process of its own, with a folder of its own that goes with it. */
export abstract class ServerProcess {
  protected readonly folder = mkdtempSync(join(tmpdir(), 'rondo-bench-'))
  protected port = 0
  #child: ChildProcess | undefined
  #isToldToEnd = false
  #addresses = 0
  /** What the processes before this one have used. */
  #formerCpuMs = 0
  deaths = 0

  protected abstract command(): Command

  get pid(): number {
    return this.#child?.pid ?? 0
  }

  get isRunning(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null
  }

  cpuMs(): number {
    return this.#formerCpuMs + cpuMs(this.pid)
  }

  async start(): Promise<void> {
    await this.claimPort()
    const { script, flags = [], args, env } = this.command()
    const child = spawn(process.execPath, [...flags, '--import', collector, join(root, script), ...args], {
      env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let complaint = ''
    child.stderr.on('data', (chunk: Buffer) => {
      complaint = (complaint + chunk.toString()).slice(-COMPLAINT)
    })
    this.#child = child
    this.#isToldToEnd = false
    child.once('exit', () => {
      if (!this.#isToldToEnd) this.deaths += 1
    })
    while (!(await isOpen(this.port))) {
      if (child.exitCode !== null) throw new Error(`${script} ended with ${child.exitCode}: ${complaint}`)
      await wait(10)
    }
  }

  stop(): Promise<void> {
    return this.#end('SIGTERM')
  }

  kill(): Promise<void> {
    return this.#end('SIGKILL')
  }

  async residentBytes(): Promise<number> {
    this.#child?.kill('SIGUSR2')
    await settled(this)
    return residentBytes(this.pid)
  }

  async dispose(): Promise<void> {
    await this.kill()
    rmSync(this.folder, { recursive: true, force: true })
  }

  protected async claimPort(): Promise<void> {
    this.port ||= await freePort()
  }

  protected nextAddress(): string {
    this.#addresses += 1
    return `127.0.1.${1 + (this.#addresses % ADDRESSES)}`
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child
    if (child === undefined || !this.isRunning) return
    this.#isToldToEnd = true
    this.#formerCpuMs += cpuMs(this.pid)
    child.kill(signal)
    await once(child, 'exit')
  }
}

const isOpen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return address !== null && typeof address === 'object' ? address.port : 0
}
