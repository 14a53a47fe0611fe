/** Many honest peers, one document, several servers, and a line between these that may do what it likes. */
import assert from 'node:assert/strict'
import * as Y from 'yjs'
import { buildDoc, hasPending } from '../load.ts'
import type { Cluster } from './cluster.ts'
import type { Dice } from './dice.ts'
import type { Peer } from './peer.ts'
import { aDocument } from './world.ts'

const edit = (peer: Peer, dice: Dice, token: string): void => {
  const { length } = peer.text
  if (dice.upTo(4) === 0 && length > 3)
    peer.doc.getText('body').delete(dice.upTo(length - 2), 1 + dice.upTo(2))
  else peer.type(token, dice.upTo(length + 1))
}

/** A server dies, or loses the log, or finds it again; or time passes in which rooms are left. */
const trouble = async (cluster: Cluster, dice: Dice): Promise<void> => {
  const at = dice.upTo(cluster.servers.length)
  const { log } = cluster.at(at)
  const what = dice.upTo(9)
  if (what === 8) await cluster.crash(at)
  else if (what === 0) log.cutOff(true)
  else if (what < 4) log.cutOff(false)
  else if (what === 4) cluster.clock.advance(31_000)
  else await cluster.quiet()
}

const act = async (cluster: Cluster, dice: Dice, token: string): Promise<void> => {
  const peer = dice.pick(cluster.peers)
  const what = dice.upTo(24)
  if (what < 9) edit(peer, dice, token)
  else if (what < 13) peer.flushOne()
  else if (what < 17) peer.readOne()
  else if (what === 17) peer.disconnect()
  else if (what < 20 && !peer.isConnected) cluster.connect(peer, dice.upTo(cluster.servers.length))
  else if (what === 20) await trouble(cluster, dice)
  else if (what === 21) cluster.clock.advance(500)
  else await cluster.turn()
}

/** Tells one story, up to the moment when everything is left as it fell. */
export const playApart = async (cluster: Cluster, dice: Dice, acts: number): Promise<void> => {
  for (let i = 0; i < 3 + dice.upTo(4); i++) cluster.join(`write=p${i}`, i % cluster.servers.length)
  for (let i = 0; i < acts; i++) await act(cluster, dice, `<${i}>`)
}

/** The log can be reached, everybody is connected, and time passes. The line stays as it is. */
export const heal = async (cluster: Cluster, dice: Dice): Promise<void> => {
  for (const { log } of cluster.servers) log.cutOff(false)
  for (let round = 0; round < 3; round++) {
    await cluster.pass(2_000)
    for (const peer of cluster.peers)
      if (!peer.isConnected) cluster.connect(peer, dice.upTo(cluster.servers.length))
    await cluster.quiet()
  }
  await cluster.pass(3_000)
}

/** All peers, all servers and a fresh load say the same, and everything is acknowledged. @throws when not */
export const expectTogether = async (cluster: Cluster): Promise<void> => {
  const stored = await cluster.at(0).log.log.load(aDocument)
  assert.ok(stored !== null)
  assert.ok(stored.intact)
  const fresh = buildDoc(stored)
  assert.equal(hasPending(fresh), false)
  for (const peer of cluster.peers) {
    assert.equal(peer.text, fresh.getText('body').toJSON())
    assert.equal(peer.acked, peer.sent)
    assert.ok(Y.equalSnapshots(Y.snapshot(peer.doc), Y.snapshot(fresh)))
  }
  const decisions = cluster.peers.flatMap(({ closes }) => closes).filter(({ code }) => code < 4500)
  assert.deepEqual(decisions, [])
}
