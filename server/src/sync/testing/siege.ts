/** Many hostile frames beside a few honest people, who must not notice. The same seed is the same siege. */
import assert from 'node:assert/strict'
import { createEncoder, toUint8Array } from 'lib0/encoding'
import * as Y from 'yjs'
import { buildDoc, hasPending } from '../load.ts'
import type { Validate } from '../options.ts'
import { answerFrame, askFrame, updateFrame } from '../protocol.ts'
import { Dice } from './dice.ts'
import { hostileFrame, type Loot } from './hostile-frames.ts'
import { Peer } from './peer.ts'
import { aDocument, World } from './world.ts'

/** How to besiege. */
export type SiegeOptions = {
  readonly seed: number
  readonly frames: number
  readonly validate: Validate
  /** Says what no editor could open in a document. */
  readonly findBroken: (doc: Y.Doc) => readonly unknown[]
  readonly honest?: number
}

/** What came of it. */
export type SiegeReport = {
  readonly frames: number
  /** Sockets of attackers that were closed, by code. */
  readonly closes: Readonly<Record<number, number>>
  /** Edits of honest people that others saw. */
  readonly edits: number
  /** Milliseconds that the slowest hundredth of the frames took at least, and the slowest. */
  readonly p99Ms: number
  readonly worstMs: number
}

const attackersAtOnce = 20
const framesEach = 10
const wavesPerEdit = 4
const kept = 200

/** An empty frame of no kind, so that nobody's loot is ever empty. */
const nothing = toUint8Array(createEncoder())

class Siege {
  readonly #options: SiegeOptions
  readonly #dice: Dice
  readonly #honest: Peer[] = []
  readonly #ids: number[] = []
  readonly #loot: Uint8Array[] = [nothing, askFrame(Uint8Array.of(0))]
  readonly #took: number[] = []
  readonly #closes: Record<number, number> = {}
  #edits = 0
  #frames = 0
  #world: World

  constructor(world: World, options: SiegeOptions) {
    this.#world = world
    this.#options = options
    this.#dice = new Dice(options.seed)
    for (let i = 0; i < (options.honest ?? 5); i++) {
      const peer = world.join(`write=honest${i}`)
      // Otherwise chance, and not the seed, would choose it.
      peer.doc.clientID = this.#dice.upTo(2 ** 31)
      this.#ids.push(peer.doc.clientID)
      this.#honest.push(peer)
      peer.doc.on('update', (update: Uint8Array) => this.#keep(updateFrame(update)))
    }
  }

  async run(): Promise<SiegeReport> {
    await this.#world.quiet()
    for (let wave = 0; this.#frames < this.#options.frames; wave++) {
      if (wave % wavesPerEdit === 0) await this.#write()
      await this.#attack()
    }
    await this.#write()
    await this.#judge()
    const sorted = this.#took.toSorted((a, b) => a - b)
    return {
      frames: this.#frames,
      closes: this.#closes,
      edits: this.#edits,
      p99Ms: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
      worstMs: sorted.at(-1) ?? 0,
    }
  }

  #keep(frame: Uint8Array): void {
    this.#loot.push(frame)
    if (this.#loot.length > kept) this.#loot.splice(2, 1)
  }

  get #knows(): Loot {
    return { frames: this.#loot, clients: this.#honest.map(({ doc }) => doc.clientID) }
  }

  /** Every honest person writes a paragraph, which all the others see at once. */
  async #write(): Promise<void> {
    const tokens = this.#honest.map((peer, i) => {
      const token = `<${this.#edits + i}>`
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(token)])
      const body = peer.doc.getXmlFragment('body')
      peer.doc.transact(() => {
        body.insert(this.#dice.upTo(body.length + 1), [paragraph])
        if (body.length > 40) body.delete(0, 10)
      })
      return { token, isThere: JSON.stringify(body.toJSON()).includes(token) }
    })
    this.#world.clock.advance(1_000)
    await this.#world.quiet()
    this.#edits += tokens.length
    const [first] = this.#honest
    if (first !== undefined && this.#dice.chance(0.1))
      this.#keep(answerFrame(Y.encodeStateAsUpdate(first.doc)))
    assert.deepEqual(
      this.#honest.map(({ acked, closes }) => ({ acked, closes })),
      this.#honest.map(({ sent }) => ({ acked: sent, closes: [] })),
      'An honest edit was not acknowledged.',
    )
    const views = new Set(this.#honest.map(({ doc }) => JSON.stringify(doc.getXmlFragment('body').toJSON())))
    assert.equal(views.size, 1, 'Honest people see different pages.')
    const [view = ''] = views
    const newest = tokens.at(-1)
    assert.ok(
      newest === undefined || !newest.isThere || view.includes(newest.token),
      'An honest edit is gone.',
    )
  }

  /** A few attackers come, send what they have, and are thrown out or leave. */
  async #attack(): Promise<void> {
    const attackers = Array.from({ length: attackersAtOnce }, (_, i) => {
      const mode = this.#dice.chance(0.2) ? 'read' : 'write'
      const attacker = new Peer(`${mode}=mallory${i}`)
      this.#world.connect(attacker)
      return attacker
    })
    await this.#world.turn()
    for (const attacker of attackers) {
      for (let i = 0; i < framesEach && attacker.isConnected; i++) this.#send(attacker)
    }
    await this.#world.move()
    for (const attacker of attackers) {
      attacker.disconnect()
      attacker.doc.destroy()
      for (const { code } of attacker.closes) this.#closes[code] = (this.#closes[code] ?? 0) + 1
    }
  }

  #send(attacker: Peer): void {
    attacker.sendRaw(hostileFrame(this.#dice, this.#knows))
    const from = performance.now()
    while (attacker.flushOne());
    this.#took.push(performance.now() - from)
    this.#frames += 1
  }

  async #judge(): Promise<void> {
    assert.deepEqual(
      this.#honest.flatMap(({ closes }) => closes),
      [],
      'An honest person was thrown out.',
    )
    // Yjs takes another as soon as somebody else's structs come under it; who is offline then loses what they type.
    assert.deepEqual(
      this.#honest.map(({ doc }) => doc.clientID),
      this.#ids,
      'Somebody else wrote under the client id of an honest person.',
    )
    const stored = await this.#world.gate.log.load(aDocument)
    assert.ok(stored !== null)
    const fresh = buildDoc(stored)
    assert.equal(hasPending(fresh), false, 'The log holds what builds on nothing.')
    for (const { doc } of this.#honest) {
      assert.ok(Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(fresh)), 'A page differs from the stored one.')
    }
    assert.deepEqual(this.#options.findBroken(fresh), [], 'The stored page does not open.')
  }
}

/** Runs it all; throws when an honest person noticed anything. */
export const besiege = async (options: SiegeOptions): Promise<SiegeReport> => {
  const world = await World.withDocument({ validate: options.validate })
  return new Siege(world, options).run()
}
