import assert from 'node:assert/strict'
import * as Y from 'yjs'
import { canonicalState } from '../canonical.ts'
import { buildDoc } from '../load.ts'
import type { DocumentLog } from '../log/document-log.ts'
import { createMemoryLog } from '../log/memory-log.ts'
import { type Shrink, shrink } from '../shrink.ts'
import { Dice } from './dice.ts'
import type { Peer } from './peer.ts'
import { shakyLog } from './shaky-log.ts'
import { aDocument, World } from './world.ts'

const careful: Shrink = async (entries) => shrink(entries)

/** Loses an edit, as a compaction does that is not checked against what it replaces. */
const careless: Shrink = async ({ snapshot, tail }) => shrink({ snapshot, tail: tail.slice(0, -1) })

const limits = { compactRows: 3, compactEveryMs: 0, compactQuietMs: 3_000 }
const aWhileMs = 4_000

const connectAll = (world: World): void => {
  for (const peer of world.peers) if (!peer.isConnected) world.connect(peer)
}

const act = async (world: World, kept: DocumentLog, dice: Dice, step: number): Promise<void> => {
  const peer = dice.pick(world.peers)
  const what = dice.upTo(10)
  if (what < 6) peer.type(`<${step}>`, dice.upTo(peer.text.length + 1))
  else if (what === 6) world.clock.advance(aWhileMs)
  else if (what === 7) await kept.prune(world.clock.now() - dice.upTo(3) * aWhileMs)
  else if (what === 8 && dice.chance(0.3)) world.crash()
  else await world.move()
  connectAll(world)
  if (dice.chance(0.5)) await world.turn()
}

const assertSame = (peer: Peer, fresh: Y.Doc): void => {
  assert.equal(peer.acked, peer.sent)
  assert.equal(peer.text, fresh.getText('body').toJSON())
  const [theirs, ours] = [peer.doc, fresh].map((doc) => canonicalState(Y.encodeStateAsUpdate(doc)))
  assert.deepEqual(theirs, ours)
}

/**
 * Two people write while compactions fail in every way, old entries are pruned and the server dies. Answers how many of
 * their frames were acknowledged; throws when their replicas and a fresh load of the log are not the same in the end.
 */
export const playCompaction = async (seed: number, isBroken = false): Promise<number> => {
  const dice = new Dice(seed)
  const kept = createMemoryLog()
  const log = shakyLog(kept, dice)
  const world = await World.withDocument({ log, limits, shrink: isBroken ? careless : careful })
  for (const cookie of ['write=ada', 'write=bob']) world.join(cookie)
  for (let step = 0; step < 40; step++) await act(world, kept, dice, step)
  for (let round = 0; round < 3; round++) {
    world.clock.advance(aWhileMs)
    connectAll(world)
    await world.quiet()
  }
  const stored = await kept.load(aDocument)
  assert.ok(stored?.intact)
  const fresh = buildDoc(stored)
  for (const peer of world.peers) assertSame(peer, fresh)
  return world.peers.reduce((sum, { acked }) => sum + acked, 0)
}
