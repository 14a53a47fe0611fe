import { closeCode } from '@rondo/shared/wire/close-code.ts'
import { encodeHello } from '@rondo/shared/wire/hello-frame.ts'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { canonicalContent } from './canonical.ts'
import { buildDoc } from './load.ts'
import { createMemoryLog } from './log/memory-log.ts'
import { updateFrame } from './protocol.ts'
import { renew } from './renewal.ts'
import { Dice } from './testing/dice.ts'
import { Peer } from './testing/peer.ts'
import { writeAtRandom } from './testing/random-page.ts'
import { aDocument, World } from './testing/world.ts'

const hello = (doc: Y.Doc, generation: number, schema = 1): Uint8Array =>
  encodeHello({ schema, generation, clientId: doc.clientID, ackVersion: 1 })

const storedDoc = async (world: World): Promise<Y.Doc> =>
  buildDoc((await world.gate.log.load(aDocument)) ?? { snapshot: null, tail: [] })

/** A world in which Ada wrote a secret and took it back, and Bob was there. */
const afterSecret = async (options?: ConstructorParameters<typeof World>[0]) => {
  const world = await World.withDocument(options)
  const [ada, bob] = [world.join('write=ada'), world.join('write=bob')]
  await world.quiet()
  ada.type('secret kept')
  await world.quiet()
  bob.type(' by us')
  await world.quiet()
  return { world, ada, bob }
}

describe('a copy without a past', () => {
  it('GEN-4 reads as the document did, under new client ids of the same accounts (30 seeds)', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const dice = new Dice(seed)
      const [ada, bob] = [new Y.Doc(), new Y.Doc()]
      for (let i = 0; i < 60; i++) {
        const [one, other] = dice.chance(0.5) ? [ada, bob] : [bob, ada]
        writeAtRandom(one, dice)
        if (dice.chance(0.4)) Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
      }
      Y.applyUpdate(ada, Y.encodeStateAsUpdate(bob))
      const authors = new Map([
        [ada.clientID, 'ada'],
        [bob.clientID, 'bob'],
      ])
      const { state, authors: owners } = renew(ada, authors)
      const copy = buildDoc({ snapshot: null, tail: [state] })
      expect(canonicalContent(copy), `seed ${seed}`).toBe(canonicalContent(ada))
      expect(new Set(copy.store.clients.keys())).toEqual(new Set(owners.keys()))
      expect([...owners.keys()].filter((client) => authors.has(client))).toEqual([])
      for (const block of copy.getXmlFragment('body').toArray()) {
        const original = ada.getXmlFragment('body').get(copy.getXmlFragment('body').toArray().indexOf(block))
        expect(owners.get(block._item?.id.client ?? 0)).toBe(authors.get(original._item?.id.client ?? 0))
      }
    }
  })
})

describe('a document that is erased', () => {
  it('GEN-5 sends everybody away with 4409 and the new generation, and reads as before to who comes back', async () => {
    const { world, ada, bob } = await afterSecret()
    ada.doc.getText('body').delete(0, 7)
    await world.quiet()
    expect(await world.server.sync.erase(aDocument)).toEqual({ seq: 4, generation: 2 })
    const away = [{ code: closeCode.otherGeneration, reason: '2' }]
    expect([ada.closes, bob.closes]).toEqual([away, away])
    const carol = world.join('write=carol')
    await world.quiet()
    expect(carol.text).toBe('kept by us')
    expect(carol.heard.find((frame) => frame.kind === 'mode')).toMatchObject({ generation: 2 })
    expect([...new Set((await world.server.sync.authors(aDocument)).values())].toSorted()).toEqual([
      'ada',
      'bob',
    ])
  })

  it('GEN-5 loses nothing that was being written while it was erased', async () => {
    const { world, ada } = await afterSecret()
    world.gate.hold()
    ada.type(' and more')
    await world.move()
    const { sent } = ada
    const erased = world.server.sync.erase(aDocument)
    await world.move()
    ada.type(' too late')
    await world.move()
    world.gate.release()
    await erased
    await world.quiet()
    expect((await storedDoc(world)).getText('body').toJSON()).toBe('secret kept by us and more')
    expect(ada.closes).toEqual([{ code: closeCode.otherGeneration, reason: '2' }])
    expect(ada.acked).toBeLessThanOrEqual(sent)
  })

  it('GEN-5 keeps who comes meanwhile waiting, and lets nobody in twice', async () => {
    const inner = createMemoryLog()
    const { promise, resolve } = Promise.withResolvers<void>()
    const log = {
      ...inner,
      erase: async (erasure: Parameters<typeof inner.erase>[0]) => {
        await promise
        return inner.erase(erasure)
      },
    }
    const { world } = await afterSecret({ log })
    const erased = world.server.sync.erase(aDocument)
    await world.turn()
    const carol = world.join('write=carol')
    await world.move()
    expect(carol.synced).toBe(false)
    resolve()
    await erased
    await world.quiet()
    expect(carol.text).toBe('secret kept by us')
    expect(carol.heard.find((frame) => frame.kind === 'mode')).toMatchObject({ generation: 2 })
  })

  it('GEN-6 refuses a copy that says it is of another generation before anything of it is applied', async () => {
    const { world, ada } = await afterSecret()
    ada.doc.getText('body').delete(0, 7)
    await world.quiet()
    await world.server.sync.erase(aDocument)
    const before = canonicalContent(await storedDoc(world))
    const stale = new Peer('write=ada', new Y.Doc())
    world.peers.push(stale)
    stale.doc.getText('body').insert(0, 'old words')
    stale.connect((socket, cookie) => {
      const session = world.server.admission.receive(socket, aDocument, cookie)
      session.receive(hello(stale.doc, 1))
      return session
    })
    await world.quiet()
    expect(stale.closes).toEqual([{ code: closeCode.otherGeneration, reason: '2' }])
    expect(canonicalContent(await storedDoc(world))).toBe(before)
  })

  it.each(['write', 'read'])(
    'GEN-7 takes nothing back from a %s client that says nothing of generations',
    async (mode) => {
      const { world, ada, bob } = await afterSecret()
      bob.disconnect()
      ada.doc.getText('body').delete(0, 7)
      await world.quiet()
      await world.server.sync.erase(aDocument)
      bob.type('!')
      const stale = new Peer(`${mode}=bob`, bob.doc)
      world.peers.push(stale)
      for (let i = 0; i < 3; i++) {
        world.connect(stale)
        await world.quiet()
      }
      const away = { code: closeCode.otherGeneration, reason: '2' }
      expect(stale.closes).toEqual([away, away, away])
      const stored = await storedDoc(world)
      expect(stored.getText('body').toJSON()).toBe('kept by us')
      expect(Buffer.from(Y.encodeStateAsUpdate(stored)).includes('secret')).toBe(false)
    },
  )

  it('GEN-7 takes no update of an erased client either, and no deletion that names one', async () => {
    const { world, ada } = await afterSecret()
    const old = new Y.Doc()
    Y.applyUpdate(old, Y.encodeStateAsUpdate(ada.doc))
    await world.server.sync.erase(aDocument)
    const wholes = [Y.encodeStateAsUpdate(old)]
    old.on('update', (update: Uint8Array) => wholes.push(update))
    old.getText('body').delete(0, 3)
    for (const update of wholes) {
      const carol = world.join('write=carol')
      await world.quiet()
      carol.sendRaw(updateFrame(update))
      await world.quiet()
      expect(carol.closes.map(({ code }) => code)).toHaveLength(1)
      expect((await storedDoc(world)).getText('body').toJSON()).toBe('secret kept by us')
    }
  })

  it('GEN-7 would take it back if the log forgot which clients were erased, so that the rule can fail', async () => {
    const inner = createMemoryLog()
    const forgetful = {
      ...inner,
      load: async (...args: Parameters<typeof inner.load>) => {
        const stored = await inner.load(...args)
        return stored === null ? null : { ...stored, erased: new Set<number>() }
      },
    }
    const { world, ada, bob } = await afterSecret({ log: forgetful })
    bob.disconnect()
    ada.doc.getText('body').delete(0, 7)
    await world.quiet()
    await world.server.sync.erase(aDocument)
    world.connect(bob)
    await world.quiet()
    expect((await storedDoc(world)).getText('body').toJSON()).toContain('secret')
  })

  it('GEN-8 stays as it was when it cannot be erased', async () => {
    const inner = createMemoryLog()
    const log = { ...inner, erase: () => Promise.reject(new Error('EIO')) }
    const { world, ada } = await afterSecret({ log })
    await expect(world.server.sync.erase(aDocument)).rejects.toThrow('EIO')
    expect(ada.closes).toEqual([{ code: closeCode.internal, reason: 'not stored' }])
    world.connect(ada)
    await world.quiet()
    ada.type('!')
    await world.quiet()
    expect((await storedDoc(world)).getText('body').toJSON()).toBe('secret kept by us!')
    expect(await world.server.sync.erase('00000000-0000-4000-8000-00000000000f')).toBeNull()
  })
})

describe('an old client', () => {
  const schema = { min: 3, max: 4, minRead: 2 }

  const greeting = async (version: number) => {
    const world = await World.withDocument({ schema })
    const ada = world.join('write=ada')
    await world.quiet()
    ada.type('new kind of block')
    await world.quiet()
    const old = world.join('write=old')
    old.sendRaw(hello(old.doc, 0, version))
    await world.quiet()
    return { world, ada, old }
  }

  it('GEN-9 reads on, is told which schema it lacks, and deletes nothing', async () => {
    const { world, ada, old } = await greeting(2)
    expect(old.heard.findLast((frame) => frame.kind === 'mode')).toMatchObject({ mode: 'read', minSchema: 3 })
    expect(old.text).toBe('new kind of block')
    old.doc.getText('body').delete(0, 4)
    await world.quiet()
    expect(old.heard.findLast((frame) => frame.kind === 'reject')).toMatchObject({ reason: 'read-only' })
    expect([ada.text, (await storedDoc(world)).getText('body').toJSON()]).toEqual([
      'new kind of block',
      'new kind of block',
    ])
    await world.server.sync.recheck(() => true)
    old.type('still')
    await world.quiet()
    expect(ada.text).toBe('new kind of block')
    expect(old.closes).toEqual([])
  })

  it('GEN-9 is closed with 4426 where it could not even read', async () => {
    const { old } = await greeting(1)
    expect(old.closes).toEqual([{ code: closeCode.outdated, reason: 'client too old' }])
  })

  it('GEN-9 writes when it is new enough, so that the rule can fail', async () => {
    const { world, ada, old } = await greeting(3)
    old.doc.getText('body').delete(0, 4)
    await world.quiet()
    expect(ada.text).toBe('kind of block')
  })
})
