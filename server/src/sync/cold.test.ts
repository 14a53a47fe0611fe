import { syncType } from '@rondo/shared/wire/message-type.ts'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { sealed } from './shrink.ts'
import { aDocument, World } from './testing/world.ts'

/** A world in which the document was written, compacted and closed. */
const withStored = async (text: string) => {
  const world = await World.withDocument()
  const ada = world.join('write=ada')
  await world.quiet()
  ada.type(text)
  await world.quiet()
  ada.disconnect()
  world.clock.advance(60_000)
  await world.quiet()
  const state = Y.encodeStateAsUpdate(ada.doc)
  const snapshot = { ...sealed(state), seq: 1, at: 1 }
  await world.gate.log.compact({ documentId: aDocument, generation: 1, snapshot })
  expect(world.server.rooms.size).toBe(0)
  return { world, state }
}

const isColdIn = (world: World): boolean => world.server.rooms.active(aDocument)?.room.isCold ?? false

it('LIF-20 sends what is stored, byte for byte and once, and asks afterwards', async () => {
  const { world, state } = await withStored('a long page')
  const bob = world.join('write=bob')
  await world.quiet()
  expect(bob.text).toBe('a long page')
  const answers = bob.received.filter(([type, step]) => type === 0 && step === syncType.answer)
  expect(answers.map((frame) => Buffer.from(frame).includes(Buffer.from(state)))).toEqual([true])
  expect(bob.received.map(([type, step]) => (type === 0 ? step : 'other'))).toEqual([
    syncType.answer,
    syncType.ask,
  ])
  expect(isColdIn(world)).toBe(true)
})

it('LIF-20 gives who has a copy only what is missing, without building the document', async () => {
  const { world, state } = await withStored('a long page')
  const bob = world.join('write=bob')
  Y.applyUpdate(bob.doc, state, bob)
  await world.quiet()
  expect(bob.text).toBe('a long page')
  expect(isColdIn(world)).toBe(true)
})

it('LIF-20 takes what a client wrote offline, and shows it to all', async () => {
  const { world } = await withStored('page')
  const [ada, bob] = [world.join('write=ada'), world.join('read=bob')]
  ada.type('offline ')
  await world.quiet()
  expect(isColdIn(world)).toBe(false)
  expect(bob.text).toBe(ada.text)
  expect(bob.text).toContain('offline')
  expect(ada.acked).toBe(ada.sent)
})

it('LIF-20 lets the document go when nobody wrote for a while, and builds it again for the next edit', async () => {
  const { world } = await withStored('page')
  const [ada, bob] = [world.join('write=ada'), world.join('write=bob')]
  await world.quiet()
  ada.type('!')
  await world.quiet()
  expect(isColdIn(world)).toBe(false)
  world.clock.advance(15_000)
  await world.quiet()
  expect(isColdIn(world)).toBe(true)
  bob.type('?')
  await world.quiet()
  expect(ada.text).toBe('page!?')
  expect(bob.acked).toBe(bob.sent)
})

it('LIF-20 asks a client that asks nothing', async () => {
  const { world } = await withStored('page')
  const bob = world.join('write=bob')
  const asked = (): boolean => bob.received.some(([type, step]) => type === 0 && step === syncType.ask)
  for (let i = 0; i < 5; i++) {
    await world.turn()
    while (bob.readOne());
  }
  expect(asked()).toBe(false)
  world.clock.advance(60)
  while (bob.readOne());
  expect(asked()).toBe(true)
})
