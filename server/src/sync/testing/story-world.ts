import type { Mode } from '../access.ts'
import { createMemoryLog } from '../log/memory-log.ts'
import type { SyncFault } from '../options.ts'
import { Diary } from './diary.ts'
import { forgetful } from './forgetful-log.ts'
import { Peer } from './peer.ts'
import { Roster } from './roster.ts'
import { aDocument, World } from './world.ts'

/** What may be broken on purpose, to see that a story notices: the log, the asking again, or the server itself. */
export type StoryFault = SyncFault | 'forgetful-log' | 'roles-for-life'

const token = /<[^<>]*>/g

/** The tokens of a text, in their order. A text of ours is nothing but tokens. */
export const tokensOf = (text: string): string[] => text.match(token) ?? []

/** An honest client: writes whole tokens between others, takes whole ones out, and keeps a diary. */
export class Writer {
  readonly name: string
  /** Whose session it is: one person may have two tabs. */
  readonly account: string
  readonly peer: Peer
  readonly diary = new Diary()
  /** How many deeds there were when it lost access; null while it has it. */
  lostAccessAt: number | null = null
  #made = 0

  constructor(name: string, account: string) {
    this.name = name
    this.account = account
    this.peer = new Peer(account)
    this.peer.onWrite = this.diary.hear
  }

  tokens(): string[] {
    return tokensOf(this.peer.text)
  }

  /** Puts a new token in front of the one at a place. */
  write(place: number): void {
    this.#made += 1
    const made = `<${this.name}.${this.#made}>`
    const at = this.tokens().slice(0, place).join('').length
    this.diary.did({ kind: 'wrote', token: made })
    this.peer.type(made, at)
  }

  erase(erased: string): void {
    const at = this.peer.text.indexOf(erased)
    this.diary.did({ kind: 'erased', token: erased })
    this.peer.doc.getText('body').delete(at, erased.length)
  }
}

/** A world whose people may gain and lose access, and whose server may end and begin again. */
export class StoryWorld extends World {
  readonly roster: Roster
  readonly writers: readonly Writer[]
  readonly #asksAgain: boolean
  #serverMade = 0

  constructor(writers: number, fault: StoryFault | undefined) {
    const roster = new Roster()
    const log = createMemoryLog()
    super({
      access: roster,
      log: fault === 'forgetful-log' ? forgetful(log) : log,
      limits: { compactRows: 10, compactEveryMs: 0, drainMs: 0 },
      ...(fault !== 'forgetful-log' && fault !== 'roles-for-life' && fault !== undefined && { fault }),
    })
    this.roster = roster
    this.#asksAgain = fault !== 'roles-for-life'
    this.writers = Array.from({ length: writers }, (_, i) => new Writer(`w${i}`, i === 1 ? 'w0' : `w${i}`))
  }

  async open(): Promise<void> {
    await this.server.sync.create(aDocument)
    for (const writer of this.writers) {
      this.roster.set(writer.account, 'write')
      this.peers.push(writer.peer)
      this.connect(writer.peer)
    }
  }

  /** What a person may do from now on, in all tabs; null: nothing. */
  async allow({ account }: Writer, mode: Mode | null): Promise<void> {
    this.roster.set(account, mode)
    for (const writer of this.writers.filter((one) => one.account === account))
      writer.lostAccessAt = mode === null ? (writer.lostAccessAt ?? writer.diary.deeds.length) : null
    if (this.#asksAgain) await this.server.sync.recheck(({ accountId }) => accountId === account)
  }

  comeBack({ account, peer }: Writer): void {
    if (!peer.isConnected && this.roster.modeOf(account) !== null) this.connect(peer)
  }

  /** Nobody is left, for longer than a room waits. */
  async everybodyLeaves(): Promise<void> {
    for (const { peer } of this.writers) peer.disconnect()
    this.clock.advance(31_000)
    await this.turn()
  }

  /** The server writes on its own behalf. What becomes of it is known only to whoever asked. */
  serverWrites(author: string): void {
    this.#serverMade += 1
    const made = `<server.${this.#serverMade}>`
    const write = this.server.sync.write(aDocument, author, (doc) => doc.getText('body').insert(0, made))
    void write.catch(() => null)
  }
}
