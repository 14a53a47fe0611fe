/** Several servers on one log in memory. The same on a real Postgres and a real Redis: several-servers.outside.test.ts. */
import { closeCode } from '@rondo/shared/wire/close-code.ts'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { buildDoc } from '../load.ts'
import type { SyncFault } from '../options.ts'
import type { LineMood } from '../testing/bad-line.ts'
import { Cluster, groundInMemory } from '../testing/cluster.ts'
import { expectTogether, heal, playApart } from '../testing/cluster-story.ts'
import { Dice } from '../testing/dice.ts'
import { Peer } from '../testing/peer.ts'
import { aDocument, World } from '../testing/world.ts'

const seeds = 10
const moods = ['good', 'loses', 'doubles', 'delays', 'cut'] as const

const open = (count: number, mood: LineMood = 'good'): Promise<Cluster> =>
  Cluster.open(count, groundInMemory(mood, new Dice(1)))

const expectStory = async (seed: number, mood: LineMood, fault?: SyncFault): Promise<void> => {
  const dice = new Dice(seed)
  const ground = groundInMemory(mood, dice)
  const cluster = await Cluster.open(3, { ...ground, ...(fault !== undefined && { fault }) })
  await playApart(cluster, dice, 150)
  await heal(cluster, dice)
  await expectTogether(cluster)
}

const failing = async (mood: LineMood, fault?: SyncFault): Promise<string[]> => {
  const failed: string[] = []
  for (let seed = 1; seed <= seeds; seed++)
    await expectStory(seed, mood, fault).catch((error: unknown) =>
      failed.push(`seed ${seed}: ${String(error)}`),
    )
  return failed
}

const storedText = async (cluster: Cluster): Promise<string> => {
  const stored = await cluster.at(0).log.log.load(aDocument)
  return stored === null ? '' : buildDoc(stored).getText('body').toJSON()
}

describe('several servers on one log', () => {
  it.each(moods)(
    `FAN-5 agree in the end when the line between them is: %s (${seeds} seeds)`,
    async (mood) => {
      expect(await failing(mood)).toEqual([])
    },
  )

  it('FAN-5 is seen to be broken when servers trust to hints alone', async () => {
    expect((await failing('loses', 'hints-only')).length).toBeGreaterThan(seeds / 4)
  })

  it('FAN-6 a hint brings an edit to another server at once, and two seconds do without one', async () => {
    for (const [mood, ms] of [
      ['good', 0],
      ['cut', 2_000],
    ] as const) {
      const cluster = await open(2, mood)
      const [ada, bob] = [cluster.join('write=ada', 0), cluster.join('write=bob', 1)]
      await cluster.quiet()
      ada.type('hello')
      await cluster.quiet()
      expect(bob.text).toBe(ms === 0 ? 'hello' : '')
      await cluster.pass(ms)
      expect(bob.text).toBe('hello')
      expect([bob.acked, bob.sent]).toEqual([1, 1])
    }
  })

  it('FAN-6 a server alone looks for nobody', async () => {
    const world = await World.withDocument()
    let looks = 0
    const { log } = world.gate
    Object.assign(log, {
      since: async () => {
        looks += 1
        return null
      },
    })
    world.join('write=ada').type('hello')
    await world.quiet()
    world.clock.advance(60_000)
    await world.quiet()
    expect(looks).toBe(0)
  })

  it('FAN-7 a stale third server loses nothing to the deletions of the others', async () => {
    const cluster = await open(3, 'cut')
    const [ada, bob, cleo] = [0, 1, 2].map((at) => cluster.join(`write=p${at}`, at))
    await cluster.quiet()
    ada?.type('one two three')
    await cluster.pass(2_000)
    bob?.doc.getText('body').delete(0, 4)
    cleo?.type(' four')
    await cluster.quiet()
    // Comes to the second server with everything, and its answer names every deletion there is.
    const late = new Peer('write=dan', bob?.doc)
    cluster.peers.push(late)
    cluster.connect(late, 1)
    await cluster.quiet()
    ada?.type('!', 0)
    await cluster.pass(4_000)
    expect([ada, bob, cleo, late].map((peer) => peer?.text)).toEqual(Array(4).fill('!two three four'))
    await expectTogether(cluster)
  })

  it('FAN-8 of two accounts that take one client id at two servers at once, one is refused and not stored', async () => {
    const cluster = await open(2, 'cut')
    const peers = [0, 1].map((at) => cluster.join(`write=p${at}`, at))
    await cluster.quiet()
    for (const [at, peer] of peers.entries()) {
      peer.doc.clientID = 77
      peer.type(at === 0 ? 'first' : 'second')
    }
    await cluster.quiet()
    const loser = peers.find(({ closes }) => closes.length > 0)
    expect(loser?.closes.map(({ code }) => code)).toEqual([closeCode.internal])
    const winner = peers.find((peer) => peer !== loser)
    expect(await storedText(cluster)).toBe(winner?.text)
    // It comes back, is told whose id that is, and its words stay its own.
    if (loser !== undefined) cluster.connect(loser, 0)
    await cluster.quiet()
    expect(loser?.closes.at(-1)?.code).toBe(closeCode.badFrame)
    expect(await storedText(cluster)).toBe(winner?.text)
  })

  it('FAN-9 whoever tells two servers different things under one number makes nobody disagree', async () => {
    const cluster = await open(2, 'cut')
    const readers = [0, 1].map((at) => cluster.join(`write=reader${at}`, at))
    const liars = [0, 1].map((at) => cluster.join('write=mallory', at))
    await cluster.quiet()
    for (const [at, liar] of liars.entries()) {
      liar.doc.clientID = 77
      liar.type(at === 0 ? 'yes' : 'no!')
    }
    await cluster.pass(4_000)
    for (const [at, reader] of readers.entries()) if (!reader.isConnected) cluster.connect(reader, at)
    await cluster.pass(4_000)
    const text = await storedText(cluster)
    expect(['yes', 'no!']).toContain(text)
    expect(readers.map((reader) => reader.text)).toEqual([text, text])
  })

  it('FAN-10 a document erased at one server ends its copies at the others', async () => {
    for (const mood of ['good', 'cut'] as const) {
      const cluster = await open(2, mood)
      const bob = cluster.join('write=bob', 1)
      bob.type('a secret')
      await cluster.quiet()
      expect(await cluster.at(0).assembly.sync.erase(aDocument)).toMatchObject({ generation: 2 })
      await cluster.pass(2_000)
      expect(bob.closes).toEqual([{ code: closeCode.otherGeneration, reason: '2' }])
    }
  })

  it('FAN-10 is not erased over edits of another server that were not seen', async () => {
    const cluster = await open(2, 'cut')
    const bob = cluster.join('write=bob', 1)
    await cluster.quiet()
    const erasing = cluster.at(0).assembly.sync.erase(aDocument)
    bob.type('just now')
    const [erased] = await Promise.allSettled([erasing, cluster.quiet()])
    const text = await storedText(cluster)
    expect(text).toBe(erased.status === 'fulfilled' ? text : 'just now')
    expect(Y.encodeStateAsUpdate(bob.doc).length).toBeGreaterThan(2)
  })

  it('FAN-14 lets nobody into a room that cannot look into the log, and everybody afterwards', async () => {
    const cluster = await open(2, 'cut')
    const [ada, bob] = [cluster.join('write=ada', 0), cluster.join('write=bob', 1)]
    ada.type('hello')
    await cluster.quiet()
    cluster.at(1).log.cutOff(true)
    // It saw the edit at the other server, which this one does not know of.
    const late = new Peer('write=cleo', ada.doc)
    cluster.peers.push(late)
    cluster.connect(late, 1)
    await cluster.quiet()
    expect(late.closes.map(({ code }) => code)).toEqual([closeCode.unavailable])
    cluster.at(1).log.cutOff(false)
    cluster.connect(late, 1)
    await cluster.quiet()
    expect(late.closes).toHaveLength(1)
    expect(bob.text).toBe('hello')
  })
})
