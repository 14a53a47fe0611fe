/** Compaction beside appends, crashes and pruning. Seeds that ever failed stay by number. */
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { Compactor } from './compaction.ts'
import { buildDoc } from './load.ts'
import { createMemoryLog } from './log/memory-log.ts'
import { type Shrink, shrink } from './shrink.ts'
import { playCompaction } from './testing/compaction-story.ts'
import { HandClock } from './testing/hand-clock.ts'
import { aDocument, World } from './testing/world.ts'

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

const failing = async (seeds: number, isBroken: boolean): Promise<string[]> => {
  const failed: string[] = []
  for (let seed = 1; seed <= seeds; seed++)
    await playCompaction(seed, isBroken).catch((error: unknown) => failed.push(`${seed}: ${String(error)}`))
  return failed
}

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

  it('CMP-8 loses nothing whatever fails beside it (100 seeds)', async () => {
    expect(await failing(100, false)).toEqual([])
  }, 60_000)

  it('CMP-8 is seen to be broken by a compaction that loses an edit', async () => {
    expect((await failing(10, true)).length).toBeGreaterThan(3)
  }, 60_000)
})
