/** Many honest peers, one document, and everything that may go wrong short of losing power. */
import assert from 'node:assert/strict'
import * as Y from 'yjs'
import { buildDoc } from '../load.ts'
import { createMemoryLog } from '../log/memory-log.ts'
import type { Peer } from './peer.ts'
import { aDocument, World } from './world.ts'

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

/**
 * Plays one story, the same for the same seed, and throws when its end is not as promised.
 * `log` may be a broken one, to see that this notices.
 */
export const playStory = async (seed: number, steps = 150, log = createMemoryLog()): Promise<void> => {
  const roll = dice(seed)
  const world = await World.withDocument({ log, limits: { compactRows: 10 } })
  for (let i = 0; i < 2 + roll(4); i++) world.join(`write=p${i}`)
  for (let step = 0; step < steps; step++) {
    const peer = world.peers[roll(world.peers.length)]
    if (peer !== undefined) await act(world, peer, roll, `<${step}>`)
  }
  await heal(world)
  const stored = await world.gate.log.load(aDocument)
  assert.ok(stored !== null)
  const fresh = buildDoc(stored)
  for (const peer of world.peers) {
    assert.equal(peer.text, fresh.getText('body').toJSON())
    assert.equal(peer.acked, peer.sent)
    assert.ok(Y.equalSnapshots(Y.snapshot(peer.doc), Y.snapshot(fresh)))
  }
  assert.deepEqual([fresh.store.pendingStructs, fresh.store.pendingDs], [null, null])
  const decisions = world.peers.flatMap(({ closes }) => closes).filter(({ code }) => code < 4500)
  assert.deepEqual(decisions, [])
}
