import { describe, expect, it, vi } from 'vitest'
import { removeAwarenessStates } from 'y-protocols/awareness'
import { isTooDeep, readOwnEntry, readOwnState, writeEntries } from './presence-frame.ts'
import { presenceFrame, updateFrame } from './protocol.ts'
import { hollow } from './testing/hollow.ts'
import type { Peer } from './testing/peer.ts'
import { aDocument, World } from './testing/world.ts'

const tick = async (world: World): Promise<void> => {
  await world.quiet()
  world.clock.advance(100)
  await world.quiet()
}

const two = async () => {
  const world = await World.withDocument()
  const [ada, bob] = [world.join('write=ada'), world.join('write=bob')]
  await world.quiet()
  for (const peer of [ada, bob]) peer.sayPresence()
  await tick(world)
  return { world, ada, bob }
}

/** Under which number one sees the other, and what of them. */
const found = (by: Peer, of: Peer): [number, Record<string, unknown>] | undefined =>
  [...by.awareness.getStates()].find(
    ([id, { user }]) => id !== by.doc.clientID && user?.name === of.cookie?.split('=')[1],
  )
const seen = (by: Peer, of: Peer): unknown => found(by, of)?.[1]
const clockOf = (by: Peer, of: Peer): number => by.awareness.meta.get(found(by, of)?.[0] ?? -1)?.clock ?? 0
const say = (peer: Peer, clientId: number, clock: number, state: string): void =>
  peer.sendRaw(presenceFrame(writeEntries([{ clientId, clock, state }])))
const user = (name: string) => ({ id: name, name, colour: 1, color: '#a03030' })

describe('presence', () => {
  it('PRS-1 says who somebody is by the session, whatever the client claims', async () => {
    const { world, ada, bob } = await two()
    ada.awareness.setLocalState({ user: { name: 'The Boss' }, cursor: { anchor: 1 }, evil: true })
    ada.sayPresence()
    await tick(world)
    expect(seen(bob, ada)).toEqual({ user: user('ada'), cursor: { anchor: 1 } })
  })

  it('PRS-2 leaves entries about others unread, and nobody is thrown out for repeating them', async () => {
    const { world, ada, bob } = await two()
    const foreign = [...ada.awareness.getStates().keys()]
    const bobs = found(ada, bob)?.[0] ?? 0
    expect(foreign).toContain(bobs)
    for (let i = 0; i < 5; i++) ada.sayPresence(foreign)
    for (const id of [bob.doc.clientID, bobs]) say(ada, id, 2, 'null')
    const carol = world.join('write=carol')
    await world.quiet()
    say(carol, bobs, 2, '{"cursor":{"anchor":666}}')
    await tick(world)
    expect(seen(ada, bob)).toEqual({ user: user('bob') })
    expect([...ada.closes, ...bob.closes]).toEqual([])
  })

  it('PRS-2 finds its own entry among others, and reads no text of theirs', () => {
    const entries = [1, 2, 3].map((clientId) => ({ clientId, clock: 1, state: `"${clientId}"` }))
    const broken = writeEntries(entries)
    broken[4] = 0xff // Inside the text of client 1, where no UTF-8 has it.
    expect(readOwnEntry(broken, (clientId) => clientId === 2)).toEqual({ state: '"2"', foreign: 2 })
    expect(() => readOwnEntry(broken.subarray(0, -1), () => false)).toThrow(/missing/)
    expect(() => readOwnEntry(new Uint8Array([...broken, 0]), () => false)).toThrow(/left over/)
  })

  it('PRS-2 takes nobody for a client that it only said is gone', async () => {
    const world = await World.withDocument()
    const [ada, bob] = [world.join('write=ada'), world.join('write=bob')]
    await world.quiet()
    say(bob, ada.doc.clientID, 1, 'null')
    await tick(world)
    ada.type('hello')
    ada.sayPresence()
    bob.sayPresence()
    await tick(world)
    expect(bob.text).toBe('hello')
    expect(seen(bob, ada)).toEqual({ user: user('ada') })
    expect(seen(ada, bob)).toEqual({ user: user('bob') })
  })

  it('PRS-2 gives the client id of one account to no other, also after its owner left', async () => {
    const { world, ada, bob } = await two()
    const carol = world.join('write=carol')
    await world.quiet()
    say(carol, ada.doc.clientID, 1, '{"cursor":{}}')
    await tick(world)
    expect(seen(bob, ada)).toEqual({ user: user('ada') })
    ada.disconnect()
    await tick(world)
    say(carol, ada.doc.clientID, 2, '{"cursor":{}}')
    await tick(world)
    expect(seen(bob, ada)).toBeUndefined()
  })

  it('PRS-3 counts the clock itself: a forged one hides nobody', async () => {
    const { world, ada, bob } = await two()
    say(bob, ada.doc.clientID, Number.MAX_SAFE_INTEGER - 1, '{"cursor":{"anchor":666}}')
    say(ada, ada.doc.clientID, 1, '{"cursor":{"anchor":7}}')
    await tick(world)
    expect(seen(bob, ada)).toEqual({ user: user('ada'), cursor: { anchor: 7 } })
  })

  it('PRS-3 goes on counting where an earlier server left off', async () => {
    const { world, ada, bob } = await two()
    const clockBefore = clockOf(bob, ada)
    const later = await World.withDocument()
    later.clock.advance(60_000)
    for (const peer of [ada, bob]) {
      peer.disconnect()
      // As y-websocket does when its line is gone.
      const others = [...peer.awareness.getStates().keys()].filter((id) => id !== peer.doc.clientID)
      removeAwarenessStates(peer.awareness, others, 'closed')
      later.peers.push(peer)
      later.connect(peer)
    }
    await later.quiet()
    ada.awareness.setLocalState({ cursor: { anchor: 3 } })
    ada.sayPresence()
    await tick(later)
    await world.quiet()
    expect(clockOf(bob, ada)).toBeGreaterThan(clockBefore)
    expect(seen(bob, ada)).toEqual({ user: user('ada'), cursor: { anchor: 3 } })
  })

  it.each([
    ['nests too deep', `{"cursor":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
    ['is too large', `{"cursor":"${'x'.repeat(5_000)}"}`],
    ['is no JSON', '{"cursor":'],
    ['is no object', '[1,2]'],
  ])('PRS-4 keeps what was known when a state %s, and newcomers still get in', async (_, state) => {
    const { world, ada, bob } = await two()
    say(ada, ada.doc.clientID, 9, state)
    await tick(world)
    expect(seen(bob, ada)).toEqual({ user: user('ada') })
    const carol = world.join('write=carol')
    await tick(world)
    expect(seen(carol, ada)).toEqual({ user: user('ada') })
    expect(ada.closes).toEqual([])
  })

  it('PRS-4 takes no prototype from a state', () => {
    const own = readOwnState('{"__proto__":{"admin":true},"cursor":1,"constructor":2}', 4096, 6)
    expect(own).toEqual({ cursor: 1 })
    expect(Reflect.get(own ?? {}, 'admin')).toBeUndefined()
  })

  it('PRS-4 counts depth outside of texts only', () => {
    expect(isTooDeep('{"a":"[[[[[[[[[[\\"[["}', 2)).toBe(false)
    expect(isTooDeep('[[[]]]', 2)).toBe(true)
  })

  it('PRS-5 takes whoever leaves off every screen', async () => {
    const { world, ada, bob } = await two()
    ada.disconnect()
    await tick(world)
    expect(seen(bob, ada)).toBeUndefined()
    expect(world.server.sync.people('00000000-0000-4000-8000-000000000001').map(({ id }) => id)).toEqual([
      'bob',
    ])
  })

  it('PRS-5 shows somebody again who came back before the old socket was found dead', async () => {
    const { world, ada, bob } = await two()
    const again = world.join('write=ada')
    await world.quiet()
    say(again, ada.doc.clientID, 1, '{"cursor":{"anchor":2}}')
    await tick(world)
    ada.disconnect()
    await tick(world)
    expect(seen(bob, ada)).toEqual({ user: user('ada'), cursor: { anchor: 2 } })
  })

  it('PRS-6 sends one round a tick however often somebody moves, and none to oneself', async () => {
    const { world, ada, bob } = await two()
    const [toAda, toBob] = [ada.received.length, bob.received.length]
    for (let i = 0; i < 90; i++) say(ada, ada.doc.clientID, i, `{"cursor":{"anchor":${i}}}`)
    await tick(world)
    expect(bob.received.length - toBob).toBe(1)
    expect(ada.received).toHaveLength(toAda)
    expect(seen(bob, ada)).toEqual({ user: user('ada'), cursor: { anchor: 89 } })
  })

  it('PRS-8 shows where a burst ended that was faster than allowed, and costs no more than a frame a round', async () => {
    const { world, ada, bob } = await two()
    const before = bob.received.length
    for (let i = 0; i < 250; i++) say(ada, ada.doc.clientID, i, `{"cursor":{"anchor":${i}}}`)
    await world.quiet()
    ada.sayPresence([...ada.awareness.getStates().keys()]) // About others, too: not what is kept.
    await tick(world)
    await tick(world)
    expect(seen(bob, ada)).toEqual({ user: user('ada'), cursor: { anchor: 249 } })
    expect(bob.received.length - before).toBeLessThanOrEqual(2)
    expect([...ada.closes, ...bob.closes]).toEqual([])
  })

  it('PRS-8 says nothing old after something new, and nothing after leaving', async () => {
    const { world, ada, bob } = await two()
    for (let i = 0; i < 250; i++) say(ada, ada.doc.clientID, i, `{"cursor":{"anchor":${i}}}`)
    await world.quiet()
    world.clock.advance(50)
    say(ada, ada.doc.clientID, 251, '{"cursor":{"anchor":1000}}')
    for (let i = 0; i < 3; i++) await tick(world)
    expect(seen(bob, ada)).toEqual({ user: user('ada'), cursor: { anchor: 1_000 } })
    for (let i = 0; i < 250; i++) say(ada, ada.doc.clientID, i, `{"cursor":{"anchor":${i}}}`)
    await world.quiet()
    ada.disconnect()
    for (let i = 0; i < 3; i++) await tick(world)
    expect(seen(bob, ada)).toBeUndefined()
  })

  it('PRS-8 hears a flood no faster than allowed, however long it lasts', async () => {
    const { world, ada } = await two()
    const presence = world.server.rooms.active(aDocument)?.presence
    if (presence === undefined) throw new Error('Nobody is there.')
    const heard = vi.spyOn(presence, 'hear')
    for (let i = 0; i < 400; i++) {
      for (let j = 0; j < 5; j++) say(ada, ada.doc.clientID, i, '{"cursor":{"anchor":1}}')
      await world.quiet()
      world.clock.advance(5)
    }
    expect(heard.mock.calls.length).toBeGreaterThan(250)
    expect(heard.mock.calls.length).toBeLessThanOrEqual(100 + 2 * 100 + 1)
    expect(ada.closes).toEqual([])
  })

  it('PRS-6 says everything again with the heartbeat, so that nobody quiet is forgotten', async () => {
    const { world, ada, bob } = await two()
    const before = clockOf(bob, ada)
    world.clock.advance(15_200)
    await world.quiet()
    expect(clockOf(bob, ada)).toBeGreaterThan(before)
  })

  it('PRS-7 shows nobody the id that another writes with, however often they come and go', async () => {
    const { world, ada, bob } = await two()
    const shownAs = found(bob, ada)?.[0]
    expect(shownAs).toBeDefined()
    for (let i = 0; i < 3; i++) {
      ada.disconnect()
      await tick(world)
      world.connect(ada)
      ada.awareness.setLocalState({ cursor: { anchor: i } })
      ada.sayPresence()
      await tick(world)
      expect(found(bob, ada)?.[0]).toBe(shownAs)
    }
    const known = [...bob.awareness.meta.keys()]
    expect(known).not.toContain(ada.doc.clientID)
    const spelt = Buffer.from(writeEntries([{ clientId: ada.doc.clientID, clock: 0, state: '' }])).subarray(
      1,
      -2,
    )
    expect(bob.received.filter((frame) => Buffer.from(frame).includes(spelt))).toEqual([])
  })

  it('PRS-7 so that nobody can take an id that has written nothing yet, not even after a restart', async () => {
    /** Ada was seen, wrote nothing, and left; the server forgot her; Mallory writes under every id that he chooses. */
    const rob = async (choose: (mallory: Peer, ada: Peer) => readonly number[]): Promise<string> => {
      const { ada, bob: mallory } = await two()
      for (const peer of [ada, mallory]) peer.disconnect()
      ada.type('written alone')
      const later = await World.withDocument()
      later.peers.push(mallory, ada)
      for (const id of choose(mallory, ada)) {
        if (!mallory.isConnected) later.connect(mallory)
        await later.quiet()
        mallory.sendRaw(updateFrame(hollow(id, 0, 1_000)))
        await later.quiet()
      }
      later.connect(ada)
      const carol = later.join('read=carol')
      await later.quiet()
      return carol.text
    }
    expect(await rob((mallory) => [...mallory.awareness.meta.keys()])).toBe('written alone')
    // What it would come to if he could see it.
    expect(await rob((_, ada) => [ada.doc.clientID])).toBe('')
  })
})
