/** Many peers, one document, and everything that may go wrong short of losing power. Failing seeds stay here as tests. */
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { buildDoc } from './load.ts'
import type { Peer } from './testing/peer.ts'
import { aDocument, World } from './testing/world.ts'

const seeds = 60
const steps = 150

const dice = (seed: number): ((sides: number) => number) => {
  let state = seed >>> 0
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

const edit = (peer: Peer, roll: (sides: number) => number, token: string): void => {
  const { length } = peer.text
  if (roll(4) === 0 && length > 3) peer.doc.getText('body').delete(roll(length - 2), 1 + roll(2))
  else peer.type(token, roll(length + 1))
}

const mischief = async (world: World, roll: (sides: number) => number): Promise<void> => {
  switch (roll(6)) {
    case 0:
      world.gate.hold()
      return
    case 1:
      world.gate.release()
      return
    case 2:
      world.gate.fail(new Error('a bad moment'))
      await world.turn()
      world.gate.fail(null)
      return
    case 3:
      world.clock.advance(31_000)
      return
    case 4:
      await world.turn()
      return
    default:
      world.clock.advance(500)
  }
}

const act = async (
  world: World,
  peer: Peer,
  roll: (sides: number) => number,
  token: string,
): Promise<void> => {
  const what = roll(20)
  if (what < 8) edit(peer, roll, token)
  else if (what < 12) peer.flushOne()
  else if (what < 16) peer.readOne()
  else if (what === 16) peer.disconnect()
  else if (what === 17 && !peer.isConnected) world.connect(peer)
  else await mischief(world, roll)
}

/** Everything works again, everybody is connected, and nothing is under way. */
const heal = async (world: World): Promise<void> => {
  world.gate.fail(null)
  world.gate.release()
  await world.quiet()
  for (let round = 0; round < 3; round++) {
    world.clock.advance(11_000)
    for (const peer of world.peers) if (!peer.isConnected) world.connect(peer)
    await world.quiet()
  }
}

const run = async (seed: number): Promise<void> => {
  const roll = dice(seed)
  const world = await World.withDocument({ limits: { compactRows: 10 } })
  for (let i = 0; i < 2 + roll(4); i++) world.join(`write=p${i}`)
  for (let step = 0; step < steps; step++) {
    const peer = world.peers[roll(world.peers.length)]
    if (peer !== undefined) await act(world, peer, roll, `<${step}>`)
  }
  await heal(world)
  const stored = await world.gate.log.load(aDocument)
  if (stored === null) throw new Error('The document was made before.')
  const fresh = buildDoc(stored)
  const expected = fresh.getText('body').toJSON()
  for (const peer of world.peers) {
    expect(peer.text).toBe(expected)
    expect(peer.acked).toBe(peer.sent)
    expect(Y.equalSnapshots(Y.snapshot(peer.doc), Y.snapshot(fresh))).toBe(true)
  }
  expect([fresh.store.pendingStructs, fresh.store.pendingDs]).toEqual([null, null])
  expect(
    world.peers.flatMap(({ closes }) => closes.map(({ code }) => code)).filter((code) => code < 4500),
  ).toEqual([])
}

describe('whatever happens to honest peers', () => {
  it(`DUR-5 all of them, the server and its log agree in the end (${seeds} seeds)`, async () => {
    for (let seed = 1; seed <= seeds; seed++) {
      await run(seed).catch((error: unknown) => {
        throw new Error(`Seed ${seed} fails.`, { cause: error })
      })
    }
  })
})
