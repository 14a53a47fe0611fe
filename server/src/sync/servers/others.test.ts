/** Access and presence between servers. */
import { closeCode } from '@rondo/shared/wire/close-code.ts'
import { describe, expect, it } from 'vitest'
import type { FanOut } from '../../platform/pubsub/fan-out.ts'
import type { Access } from '../access.ts'
import { Cluster, groundInMemory } from '../testing/cluster.ts'
import { cookieAccess } from '../testing/cookie-access.ts'
import { Dice } from '../testing/dice.ts'
import type { Peer } from '../testing/peer.ts'
import { aDocument } from '../testing/world.ts'
import { people } from './topics.ts'

const outcasts = new Set<string>()
const access: Access = {
  authorize: async (request) =>
    outcasts.has(request.cookieHeader ?? '') ? { kind: 'absent' } : cookieAccess.authorize(request),
}

const open = (change: Partial<FanOut> = {}): Promise<Cluster> => {
  const ground = groundInMemory('good', new Dice(1))
  return Cluster.open(2, { ...ground, access, join: (id) => ({ ...ground.join(id), ...change }) })
}

const namesSeenBy = (peer: Peer): string[] =>
  [...peer.awareness.getStates()]
    .filter(([id]) => id !== peer.doc.clientID)
    .map(([, state]) => String(state.user?.name))

const show = (peer: Peer, cursor: unknown): void => {
  peer.awareness.setLocalState({ cursor, user: { name: 'somebody else' } })
  peer.sayPresence()
}

describe('access at several servers', () => {
  it('FAN-11 what one server takes away is asked again at the others at once', async () => {
    const cluster = await open()
    const [ada, bob] = [cluster.join('write=ada', 1), cluster.join('write=bob', 1)]
    await cluster.quiet()
    outcasts.add('write=ada')
    await cluster.at(0).assembly.sync.recheckEverywhere({ accounts: ['ada'], documents: [aDocument] })
    await cluster.quiet()
    outcasts.clear()
    expect(ada.closes.map(({ code }) => code)).toEqual([closeCode.revoked])
    expect(bob.closes).toEqual([])
  })

  it('FAN-11 is asked again every five seconds while the line is down', async () => {
    const status = { isUp: false, outages: 1, published: 0, heard: 0, dropped: 0, lost: 0 }
    const cluster = await open({ status: () => status, publish: () => {} })
    const ada = cluster.join('write=ada', 1)
    await cluster.quiet()
    outcasts.add('write=ada')
    await cluster.at(0).assembly.sync.recheckEverywhere({ accounts: ['ada'] })
    await cluster.quiet()
    expect(ada.closes).toEqual([])
    await cluster.pass(5_000)
    outcasts.clear()
    expect(ada.closes.map(({ code }) => code)).toEqual([closeCode.revoked])
  })
})

describe('people at several servers', () => {
  it('FAN-12 see one another, by the name that the server of each knows', async () => {
    const cluster = await open()
    const [ada, bob] = [cluster.join('write=ada', 0), cluster.join('write=bob', 1)]
    await cluster.quiet()
    show(ada, { anchor: 1 })
    show(bob, null)
    await cluster.pass(2_000)
    expect([ada, bob].map(namesSeenBy)).toEqual([['bob'], ['ada']])
    expect([...bob.awareness.getStates().values()]).toContainEqual(
      expect.objectContaining({ cursor: { anchor: 1 }, user: expect.objectContaining({ name: 'ada' }) }),
    )
    const cleo = cluster.join('read=cleo', 1)
    await cluster.pass(2_000)
    expect(namesSeenBy(cleo).toSorted()).toEqual(['ada', 'bob'])
    ada.disconnect()
    await cluster.pass(2_000)
    expect(namesSeenBy(bob)).toEqual([])
  })

  it('FAN-12 are seen by a server that opens the document later', async () => {
    const cluster = await open()
    const ada = cluster.join('write=ada', 0)
    await cluster.quiet()
    show(ada, null)
    await cluster.pass(2_000)
    const bob = cluster.join('write=bob', 1)
    await cluster.pass(2_000)
    expect(namesSeenBy(bob)).toEqual(['ada'])
  })

  it('FAN-13 are gone thirty seconds after their server was last heard, and not before', async () => {
    const cluster = await open()
    const [ada, bob] = [cluster.join('write=ada', 0), cluster.join('write=bob', 1)]
    await cluster.quiet()
    show(ada, null)
    await cluster.pass(60_000)
    expect(namesSeenBy(bob)).toEqual(['ada'])
    await cluster.at(0).fanOut.close()
    ada.lose()
    await cluster.pass(10_000)
    expect(namesSeenBy(bob)).toEqual(['ada'])
    await cluster.pass(30_000)
    expect(namesSeenBy(bob)).toEqual([])
  })

  it('FAN-12 nobody borrows the client id of somebody who is here, and what is shown is bounded', async () => {
    const cluster = await open()
    const bob = cluster.join('write=bob', 1)
    const cleo = cluster.join('write=cleo', 1)
    await cluster.quiet()
    show(bob, null)
    await cluster.pass(2_000)
    const stranger = { id: 'eve', name: 'Eve', colour: 1, colourHex: '#000000' }
    const say = (clientId: number, state: string): void =>
      cluster.at(0).fanOut.publish(people, {
        documentId: aDocument,
        people: [{ clientId, account: stranger, state }],
      })
    say(bob.doc.clientID, '{"cursor":1}')
    say(7, `{"cursor":"${'x'.repeat(5_000)}"}`)
    say(8, '['.repeat(50))
    await cluster.pass(2_000)
    expect(namesSeenBy(cleo)).toEqual(['bob'])
  })
})
