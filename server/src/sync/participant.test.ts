import { describe, expect, it } from 'vitest'
import { aDocument, World } from './testing/world.ts'

const carla = { id: 'carla', name: 'Carla', colour: 4, colourHex: '#a28a2b' }

const withParticipant = async () => {
  const world = await World.withDocument()
  const ada = world.join('write=ada')
  await world.quiet()
  const participant = await world.server.sync.participate(aDocument, carla)
  if (participant === null) throw new Error('The document is there.')
  return { world, ada, participant }
}

const names = (states: Map<number, Record<string, unknown>>): unknown[] =>
  [...states.values()].flatMap(({ user }) => (user === undefined ? [] : [user]))

describe('a participant without a socket', () => {
  it('writes in its own name, and others see it after the commit', async () => {
    const { world, ada, participant } = await withParticipant()
    await participant.write((doc) => doc.getText('body').insert(0, 'from Carla'))
    await world.quiet()
    expect(ada.text).toBe('from Carla')
    expect([...(await world.server.sync.authors(aDocument)).values()]).toEqual(['carla'])
  })

  it('leaves the document its own client id, so that the server goes on in its own name', async () => {
    const { world, participant } = await withParticipant()
    await participant.write((doc) => doc.getText('body').insert(0, 'x'))
    await world.server.sync.write(aDocument, 'server', (doc) => doc.getText('body').insert(0, 'y'))
    expect(new Set((await world.server.sync.authors(aDocument)).values())).toEqual(
      new Set(['carla', 'server']),
    )
  })

  it('is seen with its caret until it leaves, and then cannot write', async () => {
    const { world, ada, participant } = await withParticipant()
    participant.pointAt({ anchor: { type: 1 }, head: { type: 1 } })
    world.clock.advance(1_000)
    await world.quiet()
    expect(names(ada.awareness.getStates() as Map<number, Record<string, unknown>>)).toEqual([
      { id: 'carla', name: 'Carla', colour: 4, color: '#a28a2b' },
    ])
    participant.leave()
    world.clock.advance(1_000)
    await world.quiet()
    expect(names(ada.awareness.getStates() as Map<number, Record<string, unknown>>)).toEqual([])
    await expect(participant.write(() => null)).rejects.toThrow('Nobody is there')
  })

  it('finds no document that is not there', async () => {
    const world = await World.withDocument()
    expect(await world.server.sync.participate('00000000-0000-4000-8000-00000000000f', carla)).toBeNull()
  })
})
