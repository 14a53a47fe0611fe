import { closeCode } from '@rondo/shared/wire/close-code.ts'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createMemoryLog } from './log/memory-log.ts'
import { aDocument, World } from './testing/world.ts'

const bigText = 'x'.repeat(200_000)

describe('a reader that is slow', () => {
  it('LIM-1 gets nothing more while too much waits, and the whole state when there is room again', async () => {
    const world = await World.withDocument()
    const [ada, slow] = [world.join('write=ada'), world.join('write=slow')]
    await world.quiet()
    slow.buffered = 2_000_000
    ada.type(bigText)
    await world.quiet()
    ada.type('the end')
    await world.quiet()
    expect(slow.text).toBe('')
    slow.buffered = 0
    world.clock.advance(1_100)
    await world.quiet()
    expect(slow.text).toBe(ada.text)
    expect(slow.closes).toEqual([])
  })

  it.each([
    ['for too long', 2_000_000, 17_000],
    ['by too much', 9_000_000, 0],
  ])('LIM-1 is cut off when it is behind %s', async (_, buffered, ms) => {
    const world = await World.withDocument()
    const [ada, slow] = [world.join('write=ada'), world.join('write=slow')]
    await world.quiet()
    slow.buffered = buffered
    ada.type('x')
    await world.quiet()
    world.clock.advance(ms)
    expect(slow.closes.map(({ code }) => code)).toEqual([closeCode.tooSlow])
    expect(ada.closes).toEqual([])
  })

  it('LIM-2 may not ask for the document again and again', async () => {
    const world = await World.withDocument()
    const ada = world.join('write=ada')
    await world.quiet()
    const before = ada.received.length
    for (let i = 0; i < 1_000; i++) ada.sendRaw(Uint8Array.of(0, 0, 1, 0))
    await world.quiet()
    expect(ada.closes).toEqual([{ code: closeCode.tooMany, reason: 'asked too often' }])
    expect(ada.received.length - before).toBeLessThanOrEqual(2)
  })

  it('LIM-3 hears a heartbeat on joining and every 15 seconds, with the server’s time', async () => {
    const world = await World.withDocument()
    const ada = world.join('write=ada')
    await world.quiet()
    world.clock.advance(30_000)
    await world.quiet()
    const beats = ada.heard.flatMap((frame) => (frame.kind === 'heartbeat' ? [frame.at] : []))
    expect(beats).toEqual([0, 15_000, 30_000].map((ms) => world.clock.now() - 30_000 + ms))
  })
})

describe('the life of a room', () => {
  it('LIF-1 is one however many come at once', async () => {
    const inner = createMemoryLog()
    let loads = 0
    const load = (documentId: string) => {
      loads += 1
      return inner.load(documentId)
    }
    const log = { ...inner, load }
    const world = await World.withDocument({ log })
    const peers = Array.from({ length: 10 }, (_, i) => world.join(`write=p${i}`))
    await world.quiet()
    expect(loads).toBe(1)
    expect(peers.every(({ synced }) => synced)).toBe(true)
  })

  it('LIF-2 ends half a minute after the last socket, and begins again from the log', async () => {
    const world = await World.withDocument()
    const ada = world.join('write=ada')
    await world.quiet()
    ada.type('still here')
    await world.quiet()
    ada.disconnect()
    world.clock.advance(29_000)
    await world.quiet()
    expect(world.server.rooms.size).toBe(1)
    world.clock.advance(2_000)
    await world.quiet()
    expect(world.server.rooms.size).toBe(0)
    const bob = world.join('write=bob')
    await world.quiet()
    expect(bob.text).toBe('still here')
  })

  it('LIF-2 waits for the disk, and LIF-1 who comes meanwhile gets the same room', async () => {
    const world = await World.withDocument()
    const ada = world.join('write=ada')
    await world.quiet()
    world.gate.hold()
    ada.type('almost lost')
    await world.move()
    ada.disconnect()
    world.clock.advance(31_000)
    await world.turn()
    const bob = world.join('write=bob')
    await world.move()
    expect(bob.synced).toBe(false)
    world.gate.release()
    await world.quiet()
    expect(bob.text).toBe('almost lost')
  })

  it('LIF-3 compacts a long log when the document opens, and loses nothing', async () => {
    const log = createMemoryLog()
    const doc = new Y.Doc()
    const entries: { update: Uint8Array; accountId: string; newClients: number[] }[] = []
    doc.on('update', (update: Uint8Array) => entries.push({ update, accountId: 'ada', newClients: [] }))
    for (let i = 0; i < 600; i++) doc.getText('body').insert(i, String(i % 10))
    doc.getText('body').delete(10, 300)
    await log.create(aDocument, null, 1)
    await log.append([{ documentId: aDocument, generation: 1, entries, at: 1 }])
    const world = new World({ log })
    const ada = world.join('write=ada')
    await world.quiet()
    expect(ada.text).toBe(doc.getText('body').toJSON())
    const stored = await log.load(aDocument)
    expect(stored).toMatchObject({ seq: 601, tail: [] })
    ada.type('!')
    await world.quiet()
    expect((await log.load(aDocument))?.tail).toHaveLength(1)
  })

  it('LIF-3 compacts a log that grew long when the document closes', async () => {
    const world = await World.withDocument({ limits: { compactRows: 5 } })
    const ada = world.join('write=ada')
    await world.quiet()
    for (let i = 0; i < 8; i++) {
      ada.type(String(i))
      await world.quiet()
    }
    ada.disconnect()
    world.clock.advance(31_000)
    await world.quiet()
    expect(await world.gate.log.load(aDocument)).toMatchObject({ seq: 8, tail: [] })
  })

  it('LIF-4 ends for a document that cannot be read, with 4522, and no other notices', async () => {
    const log = createMemoryLog()
    const broken = '00000000-0000-4000-8000-0000000000ff'
    await log.create(broken, { update: Uint8Array.of(9, 9, 9, 255), accountId: 'x', newClients: [] }, 1)
    const world = await World.withDocument({ log })
    const [ada, bob, mallory] = [
      world.join('write=ada'),
      world.join('write=bob'),
      world.join('write=mal', broken),
    ]
    await world.quiet()
    expect(mallory.closes.map(({ code }) => code)).toEqual([closeCode.unavailable])
    ada.type('undisturbed')
    await world.quiet()
    expect(bob.text).toBe('undisturbed')
  })

  it('LIF-5 is drained: sockets close with 4503 and what was typed is stored', async () => {
    const world = await World.withDocument({ limits: { drainMs: 0 } })
    const [ada, bob] = [world.join('write=ada'), world.join('write=bob')]
    await world.quiet()
    world.gate.hold()
    ada.type('last words')
    await world.move()
    const drained = world.server.sync.drain()
    for (let i = 0; i < 5; i++) {
      world.clock.advance(1)
      await world.turn()
    }
    world.gate.release()
    await drained
    expect([ada, bob].map(({ closes }) => closes[0]?.code)).toEqual([
      closeCode.restarting,
      closeCode.restarting,
    ])
    expect((await world.gate.log.load(aDocument))?.seq).toBe(1)
  })
})

describe('settling', () => {
  it('SET-1 is told after a little quiet, with the number of the log', async () => {
    const world = await World.withDocument()
    const settled: unknown[] = []
    const stop = world.server.sync.onSettled((head) => void settled.push(head))
    const ada = world.join('write=ada')
    await world.quiet()
    ada.type('one')
    await world.quiet()
    world.clock.advance(200)
    ada.type('two')
    await world.quiet()
    world.clock.advance(200)
    expect(settled).toEqual([])
    world.clock.advance(60)
    expect(settled).toMatchObject([{ documentId: aDocument, seq: 2 }])
    stop()
    ada.type('three')
    await world.quiet()
    world.clock.advance(5_000)
    expect(settled).toHaveLength(1)
  })

  it('SET-1 is told now and then while somebody types without a pause', async () => {
    const world = await World.withDocument()
    const settled: number[] = []
    world.server.sync.onSettled(({ seq }) => void settled.push(seq))
    const ada = world.join('write=ada')
    await world.quiet()
    for (let i = 0; i < 20; i++) {
      ada.type('x')
      await world.quiet()
      world.clock.advance(100)
    }
    expect(settled).toEqual([7, 14])
  })

  it('SET-1 goes on when a listener fails', async () => {
    const world = await World.withDocument()
    let told = 0
    world.server.sync.onSettled(() => {
      throw new Error('a projection broke')
    })
    world.server.sync.onSettled(() => {
      told += 1
    })
    await world.server.sync.write(aDocument, 'server', (doc) => doc.getText('body').insert(0, 'x'))
    world.clock.advance(300)
    await world.turn()
    expect(told).toBe(1)
  })
})
