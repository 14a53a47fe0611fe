import { closeCode } from '@rondo/shared/wire/close-code.ts'
import { describe, expect, it } from 'vitest'
import { buildDoc } from './load.ts'
import type { Peer } from './testing/peer.ts'
import { aDocument, World } from './testing/world.ts'

const storedText = async (world: World): Promise<string> => {
  const stored = await world.gate.log.load(aDocument)
  return stored === null ? '' : buildDoc(stored).getText('body').toJSON()
}

const acksOf = (peer: Peer) => peer.heard.filter((frame) => frame.kind === 'ack')

describe('an edit', () => {
  it('DUR-1 is neither acknowledged nor seen by others before its commit', async () => {
    const world = await World.withDocument()
    const [ada, bob] = [world.join('write=ada'), world.join('write=bob')]
    await world.quiet()
    const ackedBefore = ada.acked
    world.gate.hold()
    ada.type('secret until safe')
    await world.move()
    expect(ada.acked).toBe(ackedBefore)
    expect(bob.text).toBe('')
    expect(await storedText(world)).toBe('')
    world.gate.release()
    await world.quiet()
    expect(bob.text).toBe('secret until safe')
    expect(ada.acked).toBe(ada.sent)
  })

  it('DUR-1 is not in the state that a newcomer gets before its commit', async () => {
    const world = await World.withDocument()
    const ada = world.join('write=ada')
    await world.quiet()
    world.gate.hold()
    ada.type('not yet')
    await world.move()
    const bob = world.join('write=bob')
    await world.move()
    expect(bob.synced).toBe(false)
    expect(bob.received).toHaveLength(1)
    world.gate.release()
    await world.quiet()
    expect(bob.text).toBe('not yet')
  })

  it('DUR-1 is shown too early by the deliberate defect, so that the rule can fail', async () => {
    const world = await World.withDocument({ fault: 'ack-before-commit' })
    const [ada, bob] = [world.join('write=ada'), world.join('write=bob')]
    await world.move()
    ada.type('gone after a crash')
    await world.move()
    expect(bob.text).toBe('gone after a crash')
    expect(ada.acked).toBe(ada.sent)
    expect(await storedText(world)).toBe('')
  })

  it('DUR-2 shares a commit and a frame with all that came while the last commit ran', async () => {
    const world = await World.withDocument()
    const [ada, bob] = [world.join('write=ada'), world.join('write=bob')]
    await world.quiet()
    const [framesBefore, batchesBefore] = [bob.received.length, world.gate.batches]
    world.gate.hold()
    for (const letter of 'abcdefgh') {
      ada.type(letter)
      await world.move()
    }
    world.gate.release()
    await world.quiet()
    expect(world.gate.batches - batchesBefore).toBe(2)
    expect(bob.received.length - framesBefore).toBe(2)
    expect(bob.text).toBe('abcdefgh')
  })

  it('DUR-2 is logged once, and a reconnect that brings nothing new logs nothing', async () => {
    const world = await World.withDocument()
    const ada = world.join('write=ada')
    await world.quiet()
    ada.type('once')
    await world.quiet()
    for (let i = 0; i < 3; i++) {
      ada.disconnect()
      world.connect(ada)
      await world.quiet()
      expect(ada.acked).toBe(1)
    }
    expect((await world.gate.log.load(aDocument))?.seq).toBe(1)
  })

  it('DUR-3 is not acknowledged when the commit fails, and arrives after a reconnect', async () => {
    const world = await World.withDocument()
    const [ada, bob] = [world.join('write=ada'), world.join('write=bob')]
    await world.quiet()
    const acked = acksOf(ada).length
    world.gate.fail(new Error('disk full'))
    ada.type('kept on the device')
    await world.quiet()
    expect(acksOf(ada)).toHaveLength(acked)
    expect([ada, bob].map(({ closes }) => closes.map(({ code }) => code))).toEqual([
      [closeCode.internal],
      [closeCode.internal],
    ])
    expect(bob.text).toBe('')
    world.gate.fail(null)
    for (const peer of [ada, bob]) world.connect(peer)
    await world.quiet()
    expect(bob.text).toBe('kept on the device')
    expect(ada.acked).toBe(ada.sent)
    expect(await storedText(world)).toBe('kept on the device')
  })

  it('DUR-3 by the server fails loudly when the commit fails', async () => {
    const world = await World.withDocument()
    world.gate.fail(new Error('disk full'))
    const write = world.server.sync.write(aDocument, 'server', (doc) => doc.getText('body').insert(0, 'x'))
    await expect(write).rejects.toThrow('disk full')
    expect(await world.server.sync.read(aDocument, (doc) => doc.getText('body').toJSON())).toEqual({
      value: '',
      seq: 0,
    })
  })

  it('DUR-4 is counted: acknowledgements never fall and never pass what was sent', async () => {
    const world = await World.withDocument()
    const ada = world.join('write=ada')
    for (let i = 0; i < 20; i++) {
      ada.type(`${i} `)
      if (i % 3 === 0) await world.move()
      if (i % 7 === 0) await world.quiet()
    }
    await world.quiet()
    const counts = acksOf(ada).map((frame) => (frame.kind === 'ack' ? frame.count : 0))
    expect(counts).toEqual(counts.toSorted((a, b) => a - b))
    expect(counts.at(-1)).toBe(ada.sent)
  })
})

describe('the server as a participant', () => {
  it('WRT-6 writes through the same log and to the same people', async () => {
    const world = await World.withDocument()
    const ada = world.join('write=ada')
    await world.quiet()
    const done = world.server.sync.write(aDocument, 'server', (doc) => {
      doc.getText('body').insert(0, 'from the house')
      return doc.clientID
    })
    await world.quiet()
    const clientId = (await done)?.value ?? 0
    expect(ada.text).toBe('from the house')
    expect(await storedText(world)).toBe('from the house')
    expect((await world.server.sync.authors(aDocument)).get(clientId)).toBe('server')
  })

  it('WRT-6 is answered only when what it saw and did is on disk', async () => {
    const world = await World.withDocument()
    const ada = world.join('write=ada')
    await world.quiet()
    world.gate.hold()
    ada.type('seen')
    await world.move()
    let answered = false
    const read = world.server.sync
      .read(aDocument, (doc) => doc.getText('body').toJSON())
      .finally(() => {
        answered = true
      })
    await world.move()
    expect(answered).toBe(false)
    world.gate.release()
    expect(await read).toEqual({ value: 'seen', seq: 1 })
  })

  it('WRT-6 finds no document where there is none', async () => {
    const world = new World()
    expect(await world.server.sync.write(aDocument, 'server', () => 1)).toBeNull()
    expect(await world.server.sync.read(aDocument, () => 1)).toBeNull()
  })

  it('WRT-6 begins a document with what it fills in, once', async () => {
    const world = new World()
    const { sync } = world.server
    expect(await sync.create(aDocument, (doc) => doc.getText('body').insert(0, 'prompts'))).toBe(true)
    expect(await sync.create(aDocument, (doc) => doc.getText('body').insert(0, 'again'))).toBe(false)
    const ada = world.join('write=ada')
    await world.quiet()
    expect(ada.text).toBe('prompts')
    expect([...(await sync.authors(aDocument)).values()]).toEqual(['server'])
  })
})
