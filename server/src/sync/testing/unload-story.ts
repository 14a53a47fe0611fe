import assert from 'node:assert/strict'
import { createMemoryLog } from '../log/memory-log.ts'
import { Dice } from './dice.ts'
import type { Peer } from './peer.ts'
import { slowLog } from './slow-log.ts'
import { World } from './world.ts'

const commitMs = 500
const unloadMs = 100
const stepMs = 50

/** Time passes in steps, so that everybody takes part in each. */
const pass = async (world: World, ms: number): Promise<void> => {
  for (let left = ms; left > 0; left -= stepMs) {
    world.clock.advance(Math.min(left, stepMs))
    await world.move()
  }
}

const aWorld = async (isBroken: boolean): Promise<World> => {
  let world: World | null = null
  const clock = () => {
    if (world === null) throw new Error('Nobody writes before there is a world.')
    return world.clock
  }
  const log = slowLog(createMemoryLog(), clock, commitMs)
  world = await World.withDocument({
    log,
    limits: { unloadMs },
    ...(isBroken && { fault: 'unload-unsaved' }),
  })
  return world
}

/**
 * Somebody types and leaves a little later; the next comes up to 50 ms before or after the room would go, while a commit
 * takes half a second. Twice. Answers how many edits were found; throws when one was not. `isBroken`: rooms go before
 * their edits are stored.
 */
export const playUnload = async (seed: number, isBroken = false): Promise<number> => {
  const dice = new Dice(seed)
  const world = await aWorld(isBroken)
  const tokens: string[] = []
  let last: Peer = world.join('write=ada')
  await world.move()
  for (let round = 0; round < 2; round++) {
    tokens.push(`<${seed}.${round}>`)
    last.type(tokens.at(-1) ?? '')
    await world.move()
    await pass(world, dice.upTo(60) + dice.upTo(2) * dice.upTo(commitMs))
    last.disconnect()
    await pass(world, unloadMs - 50 + dice.upTo(100) + dice.upTo(2) * dice.upTo(commitMs))
    last = world.join(`write=p${round}`)
    await pass(world, 2 * commitMs + stepMs)
    assert.ok(last.synced, 'nobody answered')
    for (const token of tokens) assert.ok(last.text.includes(token), `${token} was not there`)
    assert.equal(world.server.rooms.size, 1)
  }
  return tokens.length
}
