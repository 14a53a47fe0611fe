/** Compaction beside appends, crashes and pruning. Seeds that ever failed stay by number. */
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { canonicalState } from './canonical.ts'
import { Compactor } from './compaction.ts'
import { buildDoc } from './load.ts'
import { createMemoryLog } from './log/memory-log.ts'
import { type Shrink, shrink } from './shrink.ts'
import { Dice } from './testing/dice.ts'
import { HandClock } from './testing/hand-clock.ts'
import { shakyLog } from './testing/shaky-log.ts'
import { aDocument, World } from './testing/world.ts'

const seeds = 100
const another = '00000000-0000-4000-8000-000000000002'

const silent = { info: () => {}, warn: () => {}, error: () => {} }
const inTurn: Shrink = async (entries) => shrink(entries)

/** A compactor that works when the test lets it. */
const gatedShrink = () => {
  const waiting: (() => void)[] = []
  let most = 0
  const slowly: Shrink = async (entries) => {
    const { promise, resolve } = Promise.withResolvers<void>()
    waiting.push(resolve)
    most = Math.max(most, waiting.length)
    await promise
    return shrink(entries)
  }
  return {
    shrink: slowly,
    most: () => most,
    waiting: () => waiting.length,
    letOneGo: () => waiting.shift()?.(),
  }
}

/** Two people write while compactions fail in every way, old entries are pruned and the server dies. */
const play = async (seed: number, shrinkWith: Shrink): Promise<void> => {
  const dice = new Dice(seed)
  const kept = createMemoryLog()
  const log = shakyLog(kept, dice)
  const world = await World.withDocument({
    log,
    shrink: shrinkWith,
    limits: { compactRows: 3, compactEveryMs: 0, compactQuietMs: 3_000 },
  })
  const peers = [world.join('write=ada'), world.join('write=bob')]
  for (let step = 0; step < 40; step++) {
    const peer = dice.pick(peers)
    const what = dice.upTo(10)
    if (what < 6) peer.type(`<${step}>`, dice.upTo(peer.text.length + 1))
    else if (what === 6) world.clock.advance(4_000)
    else if (what === 7) await kept.prune(world.clock.now() - dice.upTo(3) * 4_000)
    else if (what === 8 && dice.chance(0.3)) world.crash()
    else await world.move()
    for (const one of peers) if (!one.isConnected) world.connect(one)
    if (dice.chance(0.5)) await world.turn()
  }
  world.clock.advance(11_000)
  for (const one of peers) if (!one.isConnected) world.connect(one)
  await world.quiet()
  world.clock.advance(4_000)
  await world.quiet()
  const stored = await kept.load(aDocument)
  const fresh = buildDoc(stored ?? { snapshot: null, tail: [] })
  expect(stored?.intact).toBe(true)
  for (const one of peers) {
    expect(one.acked).toBe(one.sent)
    expect(one.text).toBe(fresh.getText('body').toJSON())
    const state = canonicalState(Y.encodeStateAsUpdate(one.doc))
    expect(Buffer.compare(state, canonicalState(Y.encodeStateAsUpdate(fresh)))).toBe(0)
  }
}

/** Loses an edit, as a compaction does that is not checked against what it replaces. */
const careless: Shrink = async ({ snapshot, tail }) => shrink({ snapshot, tail: tail.slice(0, -1) })

describe('compaction', () => {
  it('CMP-5 happens in an open room, for a long log within a second and for a short one when it is quiet', async () => {
    const world = await World.withDocument({ limits: { compactRows: 5 } })
    const ada = world.join('write=ada')
    await world.quiet()
    for (let i = 0; i < 8; i++) {
      ada.type(String(i))
      await world.quiet()
    }
    world.clock.advance(1_000)
    await world.quiet()
    expect(await world.gate.log.load(aDocument)).toMatchObject({ seq: 8, tail: [] })
    ada.type('!')
    await world.quiet()
    world.clock.advance(30_000)
    await world.quiet()
    expect((await world.gate.log.load(aDocument))?.tail).toHaveLength(1)
    world.clock.advance(32_000)
    await world.quiet()
    expect(await world.gate.log.load(aDocument)).toMatchObject({ seq: 9, tail: [] })
    expect(ada.closes).toEqual([])
  })

  it('CMP-6 leaves what was written meanwhile behind the snapshot', async () => {
    const gate = gatedShrink()
    const world = await World.withDocument({ limits: { compactRows: 2 }, shrink: gate.shrink })
    const ada = world.join('write=ada')
    await world.quiet()
    for (const letter of 'abc') {
      ada.type(letter)
      await world.quiet()
    }
    world.clock.advance(1_000)
    await world.turn()
    ada.type('d')
    await world.quiet()
    gate.letOneGo()
    await world.quiet()
    const stored = await world.gate.log.load(aDocument)
    expect(stored).toMatchObject({ seq: 4, snapshot: { seq: 3 }, intact: true })
    expect(
      buildDoc(stored ?? { snapshot: null, tail: [] })
        .getText('body')
        .toJSON(),
    ).toBe('abcd')
  })

  it('CMP-7 takes one document at a time, and none twice at once', async () => {
    const log = createMemoryLog()
    const doc = new Y.Doc()
    doc.getText('body').insert(0, 'x')
    const entry = { update: Y.encodeStateAsUpdate(doc), accountId: 'ada', newClients: [] }
    for (const id of [aDocument, another]) await log.create(id, entry, 1)
    const gate = gatedShrink()
    const compactor = new Compactor({ log, clock: new HandClock(), logger: silent, shrink: gate.shrink })
    const work = [aDocument, another, aDocument].map((id) => compactor.compact(id))
    for (let left = 2; left > 0; left--) {
      await expect.poll(gate.waiting).toBe(1)
      gate.letOneGo()
    }
    expect(await Promise.all(work)).toEqual([1, 1, 1])
    expect(gate.most()).toBe(1)
    expect(await compactor.compact(aDocument)).toBe(1)
  })

  it('CMP-3 keeps every entry where one of them pends, and says so', async () => {
    const log = createMemoryLog()
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (const letter of 'abc') doc.getText('body').insert(0, letter)
    await log.create(aDocument, null, 1)
    const entries = [0, 2].map((i) => ({
      update: updates[i] ?? new Uint8Array(),
      accountId: 'ada',
      newClients: [],
    }))
    await log.append([{ documentId: aDocument, generation: 1, entries, at: 1 }])
    const said: string[] = []
    const logger = { ...silent, error: (_: object, message: string) => void said.push(message) }
    const compactor = new Compactor({ log, clock: new HandClock(), logger, shrink: inTurn })
    expect(await compactor.compact(aDocument)).toBeNull()
    expect((await log.load(aDocument))?.tail).toHaveLength(2)
    expect(said).toEqual(['A document is not compacted: an entry builds on nothing.'])
  })

  it(`CMP-8 loses nothing whatever fails beside it (${seeds} seeds)`, async () => {
    const failed: string[] = []
    for (let seed = 1; seed <= seeds; seed++)
      await play(seed, inTurn).catch((error: unknown) => failed.push(`seed ${seed}: ${String(error)}`))
    expect(failed).toEqual([])
  }, 60_000)

  it('CMP-8 is seen to be broken by a compaction that loses an edit', async () => {
    let broken = 0
    for (let seed = 1; seed <= 10; seed++) await play(seed, careless).catch(() => (broken += 1))
    expect(broken).toBeGreaterThan(3)
  }, 60_000)
})
