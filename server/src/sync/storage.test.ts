import { closeCode } from '@rondo/shared/wire/close-code.ts'
import { describe, expect, it } from 'vitest'
import { buildDoc } from './load.ts'
import { createMemoryLog } from './log/memory-log.ts'
import { refusalIn, StorageRefuses } from './log/storage-refuses.ts'
import type { Peer } from './testing/peer.ts'
import { aDocument, World } from './testing/world.ts'

const another = '00000000-0000-4000-8000-000000000002'

const modesOf = ({ heard }: Peer): string[] =>
  heard.flatMap((frame) => (frame.kind === 'mode' ? [frame.mode] : []))

const rejectsOf = ({ heard }: Peer) => heard.filter((frame) => frame.kind === 'reject')

const storedText = async (world: World): Promise<string> => {
  const stored = await world.gate.log.load(aDocument)
  return stored === null ? '' : buildDoc(stored).getText('body').toJSON()
}

/** Ada wrote something that is stored; then the disk fills up, and she writes more. */
const fullWorld = async (options: ConstructorParameters<typeof World>[0] = {}) => {
  const world = await World.withDocument(options)
  await world.server.sync.create(another)
  const [ada, bob, reader, elsewhere] = [
    world.join('write=ada'),
    world.join('write=bob'),
    world.join('read=rita'),
    world.join('write=eve', another),
  ]
  await world.quiet()
  ada.type('kept. ')
  await world.quiet()
  world.gate.fail(new StorageRefuses('full'))
  ada.type('not stored')
  await world.quiet()
  return { world, ada, bob, reader, elsewhere }
}

const recover = async (world: World): Promise<void> => {
  world.gate.fail(null)
  world.clock.advance(1_000)
  await world.quiet()
}

describe('storage that takes nothing', () => {
  it('STO-1 is told to every open socket of every room, and nobody is closed', async () => {
    const { world, ada, bob, reader, elsewhere } = await fullWorld()
    const peers = [ada, bob, reader, elsewhere]
    expect(peers.map((peer) => modesOf(peer).at(-1))).toEqual(peers.map(() => 'read-for-now'))
    expect(peers.flatMap(({ closes }) => closes)).toEqual([])
    expect(world.server.sync.trouble()).toBe('full')
  })

  it('STO-1 leaves reading and joining as they were', async () => {
    const { world } = await fullWorld()
    const late = world.join('write=late')
    const lateReader = world.join('read=late2')
    await world.quiet()
    expect([late.text, lateReader.text]).toEqual(['kept. ', 'kept. '])
    expect(modesOf(late)).toEqual(['read-for-now'])
    expect(rejectsOf(late)).toEqual([])
    expect((await world.server.sync.read(aDocument, (doc) => doc.getText('body').toJSON()))?.value).toBe(
      'kept. ',
    )
  })

  it('STO-2 rejects what was on its way and what still comes, and shows it to nobody', async () => {
    const { world, ada, bob } = await fullWorld()
    bob.type('nor this')
    await world.quiet()
    expect(rejectsOf(ada)).toEqual([
      { kind: 'reject', count: ada.sent, reason: 'not-stored', retryable: true },
    ])
    expect(rejectsOf(bob)).toEqual([
      { kind: 'reject', count: bob.sent, reason: 'not-stored', retryable: true },
    ])
    expect(ada.acked).toBeLessThan(ada.sent)
    expect(bob.text).toBe('kept. nor this')
    const late = world.join('write=late')
    await world.quiet()
    expect([late.text, await storedText(world)]).toEqual(['kept. ', 'kept. '])
  })

  it('STO-2 answers a newcomer who waited for the refused commit with what is stored', async () => {
    const world = await World.withDocument()
    const ada = world.join('write=ada')
    await world.quiet()
    world.gate.hold()
    ada.type('never')
    await world.move()
    const bob = world.join('write=bob')
    await world.move()
    expect(bob.synced).toBe(false)
    world.gate.fail(new StorageRefuses('read-only'))
    world.gate.release()
    await world.quiet()
    expect([bob.synced, bob.text, bob.closes]).toEqual([true, '', []])
  })

  it('STO-3 is noticed to take everything again within a second, and all that was rejected arrives', async () => {
    const { world, ada, bob, reader, elsewhere } = await fullWorld()
    bob.type('nor this. ')
    await world.quiet()
    await recover(world)
    expect(world.server.sync.trouble()).toBeNull()
    expect(ada.text).toBe(bob.text)
    expect([ada.text.includes('not stored'), ada.text.includes('nor this')]).toEqual([true, true])
    expect(await storedText(world)).toBe(ada.text)
    for (const peer of [ada, bob, elsewhere]) {
      expect([modesOf(peer).at(-1), peer.acked]).toEqual(['write', peer.sent])
    }
    expect(modesOf(reader).at(-1)).toBe('read')
    expect(reader.text).toBe(ada.text)
  })

  it('STO-3 goes on refusing while the probe does, and tells nobody twice', async () => {
    const { world, ada } = await fullWorld()
    const told = modesOf(ada).length
    world.clock.advance(10_000)
    await world.quiet()
    expect([modesOf(ada).length, world.server.sync.trouble()]).toEqual([told, 'full'])
  })

  it('STO-3 is seen to lose edits when refused commits are acknowledged, so that the rule can fail', async () => {
    const { world, ada, bob } = await fullWorld({ fault: 'ack-when-refused' })
    expect(ada.acked).toBe(ada.sent)
    for (const peer of [ada, bob]) peer.disconnect()
    expect(await storedText(world)).not.toContain('not stored')
  })

  it('STO-4 does not take for an acknowledgement what was asked for in the name of a state given up', async () => {
    const world = await World.withDocument()
    const ada = world.join('write=ada')
    await world.quiet()
    world.gate.hold()
    ada.type('on its way')
    await world.move()
    ada.disconnect()
    world.connect(ada)
    await world.turn()
    // She is asked for what the room lacks, and it lacks nothing, for now; her answer takes its time.
    while (ada.readOne()) await world.turn()
    world.gate.fail(new StorageRefuses('full'))
    world.gate.release()
    await world.turn()
    await recoverBefore(world, ada)
    expect(ada.acked).toBe(0)
    await world.quiet()
    expect(ada.acked).toBe(ada.sent)
    expect(await storedText(world)).toBe('on its way')
  })

  it('STO-5 refuses new documents and the own writes of the server at once', async () => {
    const { world } = await fullWorld()
    const { batches } = world.gate
    const { sync } = world.server
    await expect(sync.create('00000000-0000-4000-8000-000000000003')).rejects.toThrow('The storage is full.')
    await expect(sync.write(aDocument, 'server', () => 1)).rejects.toThrow('The storage is full.')
    expect(world.gate.batches).toBe(batches)
  })

  it('STO-5 is found out by a document that cannot be made, too', async () => {
    const inner = createMemoryLog()
    let isFull = false
    const world = await World.withDocument({
      log: {
        ...inner,
        create: async (...args) => {
          if (isFull) throw new StorageRefuses('full')
          return inner.create(...args)
        },
      },
    })
    const ada = world.join('write=ada')
    await world.quiet()
    isFull = true
    await expect(world.server.sync.create(another)).rejects.toThrow('The storage is full.')
    await world.quiet()
    expect(modesOf(ada)).toEqual(['write', 'read-for-now'])
  })

  it('STO-6 is not what any other failed commit is', async () => {
    const world = await World.withDocument()
    const ada = world.join('write=ada')
    await world.quiet()
    world.gate.fail(new Error('an I/O error'))
    ada.type('x')
    await world.quiet()
    expect(ada.closes.map(({ code }) => code)).toEqual([closeCode.internal])
    expect(world.server.sync.trouble()).toBeNull()
  })

  it.each([
    ['ENOSPC', 'full'],
    ['EDQUOT', 'full'],
    ['EFBIG', 'full'],
    ['SQLITE_FULL', 'full'],
    ['EROFS', 'read-only'],
    ['SQLITE_READONLY_DBMOVED', 'read-only'],
    ['SQLITE_IOERR_FSYNC', undefined],
    ['EIO', undefined],
  ])('STO-6 takes %s for a storage that is %s', (code, trouble) => {
    expect(refusalIn(Object.assign(new Error(), { code }))?.trouble).toBe(trouble)
  })
})

/** Storage recovers while the answer that Ada gave to the old question is still under way. */
const recoverBefore = async (world: World, ada: Peer): Promise<void> => {
  world.gate.fail(null)
  world.clock.advance(1_000)
  await world.turn()
  while (ada.flushOne()) await world.turn()
  await world.turn()
}
