import { expect, it } from 'vitest'
import { aDocument, World } from './testing/world.ts'

it('SET-2: who wrote is told, also who only deleted, and not once more the next time', async () => {
  const world = await World.withDocument()
  const told: string[][] = []
  world.server.sync.onSettled(({ writers }) => void told.push([...writers].toSorted()))
  const settle = async () => {
    await world.quiet()
    world.clock.advance(1_000)
    await world.turn()
  }
  const [ada, ben] = [world.join('write=ada'), world.join('write=ben')]
  await world.quiet()
  ada.type('one')
  await settle()
  ben.doc.getText('body').delete(0, 1)
  await settle()
  await world.server.sync.write(aDocument, 'server', (doc) => doc.getText('body').insert(0, 'x'))
  await settle()
  expect(told).toEqual([['ada'], ['ben'], ['server']])
})
