import { closeCode } from '@rondo/shared/wire/close-code.ts'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { updateFrame } from './protocol.ts'
import { hollow } from './testing/hollow.ts'
import type { Peer } from './testing/peer.ts'
import { aDocument, World } from './testing/world.ts'

const two = async () => {
  const world = await World.withDocument()
  const [ada, bob] = [world.join('write=ada'), world.join('write=bob')]
  await world.quiet()
  return { world, ada, bob }
}

const seqOf = async (world: World): Promise<number | undefined> => (await world.gate.log.load(aDocument))?.seq

const expectUndisturbed = async (world: World, peers: readonly Peer[]): Promise<void> => {
  const [writer, reader] = peers
  if (writer === undefined || reader === undefined) throw new Error('It takes two to be undisturbed.')
  const before = reader.text
  writer.type('!')
  await world.quiet()
  expect(reader.text).toBe(`${before}!`)
  expect(peers.every((peer) => peer.closes.length === 0)).toBe(true)
}

describe('a hostile frame', () => {
  it.each([
    ['empty', Uint8Array.of()],
    ['of an unknown sync kind', Uint8Array.of(0, 7, 0)],
    ['cut in its length', Uint8Array.of(0, 2, 200)],
    ['with bytes left over', Uint8Array.of(0, 2, 2, 0, 0, 9)],
    ['with an update of noise', updateFrame(Uint8Array.of(1, 255, 3, 9, 12, 200, 1))],
    ['with a bomb of thirty million structs', updateFrame(Uint8Array.of(1, 0x80, 0x87, 0xa7, 0x0e, 1, 0, 0))],
    ['with broken presence', Uint8Array.of(1, 3, 9, 9, 9)],
    ['with a broken greeting', Uint8Array.of(121, 1)],
    ['with a state vector that lies', Uint8Array.of(0, 0, 2, 0xff, 0x7f)],
  ])('SCN-4 %s closes its sender with 4400 and disturbs nobody', async (_, frame) => {
    const { world, ada, bob } = await two()
    const mallory = world.join('write=mallory')
    await world.quiet()
    const before = await seqOf(world)
    mallory.sendRaw(frame)
    await world.quiet()
    expect(mallory.closes).toEqual([{ code: closeCode.badFrame, reason: 'bad frame' }])
    expect(await seqOf(world)).toBe(before)
    await expectUndisturbed(world, [ada, bob])
  })

  it('SCN-4 as text closes its sender with 4400', async () => {
    const world = await World.withDocument()
    const closes: number[] = []
    const session = world.server.admission.receive(
      {
        send: () => {},
        together: (send: () => void) => send(),
        close: (code) => closes.push(code),
        bufferedAmount: 0,
      },
      aDocument,
      'write=ada',
    )
    await world.turn()
    session.receiveText()
    expect(closes).toEqual([closeCode.badFrame])
  })

  it('SCN-5 of any type that clients do not send has no effect', async () => {
    const { world, ada, bob } = await two()
    const mallory = world.join('write=mallory')
    await world.quiet()
    for (let type = 2; type < 128; type++) {
      if (type !== 3 && type !== 121) mallory.sendRaw(Uint8Array.of(type, 1, 2, 3))
    }
    await world.quiet()
    expect(mallory.closes).toEqual([])
    expect(world.server.rooms.unknownFrames).toBe(124)
    await expectUndisturbed(world, [ada, bob])
  })

  it('WRT-1 with structs for another client id does not swallow what that one types next', async () => {
    const { world, ada, bob } = await two()
    ada.type('hello')
    await world.quiet()
    const mallory = world.join('write=mallory')
    await world.quiet()
    mallory.sendRaw(updateFrame(hollow(ada.doc.clientID, 5, 1_000)))
    await world.quiet()
    expect(mallory.closes).toEqual([{ code: closeCode.badFrame, reason: 'bad frame' }])
    ada.type(' world')
    await world.quiet()
    expect(bob.text).toBe('hello world')
  })

  it('WRT-1 with structs for a client id that was only seen so far does not swallow its first words', async () => {
    const { world, ada, bob } = await two()
    ada.sayPresence()
    await world.quiet()
    const mallory = world.join('write=mallory')
    await world.quiet()
    ada.disconnect()
    ada.type('hello')
    mallory.sendRaw(updateFrame(hollow(ada.doc.clientID, 0, 1_000)))
    await world.quiet()
    world.connect(ada)
    await world.quiet()
    expect(mallory.closes).toEqual([{ code: closeCode.badFrame, reason: 'bad frame' }])
    expect(bob.text).toBe('hello')
  })

  it('WRT-9 under more ids than one person needs is refused: every one would stay in every state vector', async () => {
    const world = await World.withDocument({ limits: { clientsPerAccount: 3 } })
    const mallory = world.join('write=mallory')
    await world.quiet()
    for (const client of [1, 2, 3, 3, 2]) mallory.sendRaw(updateFrame(hollow(client, 0, 1)))
    await world.quiet()
    expect(mallory.closes).toEqual([])
    mallory.sendRaw(updateFrame(hollow(4, 0, 1)))
    await world.quiet()
    expect(mallory.closes).toEqual([{ code: closeCode.badFrame, reason: 'bad frame' }])
  })

  it('WRT-1 remembers who owns a client id after everybody left and the room was unloaded', async () => {
    const { world, ada, bob } = await two()
    ada.type('hello')
    await world.quiet()
    for (const peer of [ada, bob]) peer.disconnect()
    world.clock.advance(31_000)
    await world.quiet()
    expect(world.server.rooms.size).toBe(0)
    const mallory = world.join('write=mallory')
    await world.quiet()
    mallory.sendRaw(updateFrame(hollow(ada.doc.clientID, 5, 10)))
    await world.quiet()
    expect(mallory.closes).toHaveLength(1)
    expect((await world.server.sync.authors(aDocument)).get(ada.doc.clientID)).toBe('ada')
  })

  /** Ada fills most of a document, and Mallory writes more than there is room for. */
  const overfill = async (documentBytes: number) => {
    const world = await World.withDocument({ limits: { documentBytes } })
    const [ada, mallory] = [world.join('write=ada'), world.join('write=mallory')]
    await world.quiet()
    ada.type('a'.repeat(9_000))
    await world.quiet()
    mallory.type('b'.repeat(2_000))
    await world.quiet()
    return { world, ada, mallory }
  }

  it('T16 LIM-5 into a document without a bound is caught being taken', async () => {
    const { mallory } = await overfill(Number.MAX_SAFE_INTEGER)
    expect(mallory.closes).toEqual([])
    expect(mallory.acked).toBe(2)
  })

  it('T16 LIM-5 into a full document is refused with 4413, while it is read, and cut to make room', async () => {
    const { world, ada, mallory } = await overfill(10_000)
    expect(mallory.closes).toEqual([{ code: closeCode.full, reason: 'full' }])
    expect(mallory.acked).toBe(1)
    ada.doc.getText('body').delete(0, 5_000)
    await world.quiet()
    ada.type('c'.repeat(2_000))
    await world.quiet()
    const carol = world.join('read=carol')
    await world.quiet()
    expect(carol.text).toBe(ada.text)
    expect(carol.text).toHaveLength(6_000)
    expect(ada.closes).toEqual([])
  })

  it('WRT-2 that leaves a gap is refused with a resync, not stored, and nothing stays pending', async () => {
    const { world, ada, bob } = await two()
    const far = new Y.Doc()
    far.getText('body').insert(0, 'first')
    const known = Y.encodeStateVector(far)
    far.getText('body').insert(5, 'second')
    const mallory = world.join('write=mallory')
    await world.quiet()
    mallory.sendRaw(updateFrame(Y.encodeStateAsUpdate(far, known)))
    await world.quiet()
    expect(mallory.closes).toEqual([{ code: closeCode.badFrame, reason: 'resync' }])
    expect(await seqOf(world)).toBe(0)
    await expectUndisturbed(world, [ada, bob])
  })

  it('WRT-2 that builds on what another client never sent is refused and leaves nothing pending', async () => {
    const { world, ada, bob } = await two()
    const [unknown, mallorysDoc] = [new Y.Doc(), new Y.Doc()]
    unknown.getText('body').insert(0, 'nobody has this')
    Y.applyUpdate(mallorysDoc, Y.encodeStateAsUpdate(unknown))
    const known = Y.encodeStateVector(mallorysDoc)
    mallorysDoc.getText('body').insert(3, 'inside')
    const mallory = world.join('write=mallory')
    await world.quiet()
    const acked = mallory.acked
    mallory.sendRaw(updateFrame(Y.encodeStateAsUpdate(mallorysDoc, known)))
    await world.quiet()
    expect(mallory.closes).toEqual([{ code: closeCode.badFrame, reason: 'resync' }])
    expect(mallory.acked).toBe(acked)
    const pending = await world.server.sync.read(aDocument, (doc) => [
      doc.store.pendingStructs,
      doc.store.pendingDs,
    ])
    expect(pending?.value).toEqual([null, null])
    await expectUndisturbed(world, [ada, bob])
  })

  it('WRT-7 that pastes a million letters at once is taken, also when it was undone on the way', async () => {
    const { world, ada, bob } = await two()
    ada.disconnect()
    ada.type('x'.repeat(1_500_000))
    ada.doc.getText('body').delete(0, 1_500_000)
    ada.type('y'.repeat(1_048_576))
    world.connect(ada)
    await world.quiet()
    expect(ada.closes).toEqual([])
    expect(bob.text).toHaveLength(1_048_576)
  })

  it('WRT-7 that jumps a clock by more than four millions is refused', async () => {
    const { world, ada, bob } = await two()
    const mallory = world.join('write=mallory')
    await world.quiet()
    mallory.sendRaw(updateFrame(hollow(mallory.doc.clientID, 0, 8_000_000)))
    await world.quiet()
    expect(mallory.closes).toHaveLength(1)
    await expectUndisturbed(world, [ada, bob])
  })

  it('WRT-5 can be refused by the validate hook before it is applied', async () => {
    const world = await World.withDocument({
      validate: (_, update) => (update.length > 100 ? 'too long' : null),
    })
    const [ada, bob] = [world.join('write=ada'), world.join('write=bob')]
    await world.quiet()
    ada.type('short')
    await world.quiet()
    ada.type('long'.repeat(50))
    await world.quiet()
    expect(bob.text).toBe('short')
    expect(ada.closes).toEqual([{ code: closeCode.badFrame, reason: 'bad frame' }])
  })
})

describe('an honest client', () => {
  it('WRT-8 may type on between reconnecting and answering, on top of what it typed offline', async () => {
    const { world, ada, bob } = await two()
    ada.disconnect()
    ada.type('offline')
    world.connect(ada)
    await world.turn()
    ada.type(' and on')
    ada.type(' and on')
    await world.quiet()
    expect(ada.closes).toEqual([])
    expect(bob.text).toBe('offline and on and on')
    expect(ada.acked).toBe(ada.sent)
  })

  it('WRT-4 that is allowed to write again brings what was rejected before', async () => {
    let mode: 'read' | 'write' = 'read'
    const world = await World.withDocument({
      access: {
        authorize: async ({ cookieHeader = '' }) => ({
          kind: 'granted',
          account: { id: cookieHeader, name: cookieHeader, colour: 1, colourHex: '#000000' },
          mode: cookieHeader === 'rita' ? mode : 'write',
          sessionId: cookieHeader,
        }),
      },
    })
    const [rita, bob] = [world.join('rita'), world.join('bob')]
    await world.quiet()
    rita.type('too early')
    await world.quiet()
    mode = 'write'
    await world.server.sync.recheck(({ accountId }) => accountId === 'rita')
    rita.type(', now')
    await world.quiet()
    expect(rita.heard.filter(({ kind }) => kind === 'mode').at(-1)).toMatchObject({ mode: 'write' })
    expect(bob.text).toBe('too early, now')
    expect(rita.acked).toBe(rita.sent)
  })
})

describe('a reader', () => {
  it('WRT-3 gets the document, and its writes are rejected, not stored, not sent', async () => {
    const { world, ada, bob } = await two()
    ada.type('for everyone')
    const reader = world.join('read=rita')
    await world.quiet()
    expect(reader.text).toBe('for everyone')
    expect(reader.acked).toBe(1)
    const before = await seqOf(world)
    reader.type('not for me to say')
    await world.quiet()
    expect(reader.heard.at(-1)).toEqual({ kind: 'reject', count: 2, reason: 'read-only', retryable: false })
    expect(await seqOf(world)).toBe(before)
    expect(bob.text).toBe('for everyone')
    await expectUndisturbed(world, [ada, bob])
  })

  it('WRT-3 that reconnects with a forbidden edit is rejected again and not thrown out', async () => {
    const { world } = await two()
    const reader = world.join('read=rita')
    await world.quiet()
    reader.type('stubborn')
    await world.quiet()
    reader.disconnect()
    world.connect(reader)
    await world.quiet()
    expect(reader.closes).toEqual([])
    expect(reader.heard.at(-1)).toMatchObject({ kind: 'reject', count: 1 })
  })
})
