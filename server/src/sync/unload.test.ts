/** The last one leaves while a commit takes half a second, and somebody comes. Seeds that ever failed stay by number. */
import { describe, expect, it } from 'vitest'
import { createMemoryLog } from './log/memory-log.ts'
import type { SyncFault } from './options.ts'
import { Dice } from './testing/dice.ts'
import type { Peer } from './testing/peer.ts'
import { slowLog } from './testing/slow-log.ts'
import { World } from './testing/world.ts'

const seeds = 200
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

/**
 * Ada types, leaves a little later, and Bob comes up to 50 ms before or after her room would go, once or twice around.
 * Answers what is wrong in the end.
 */
const play = async (seed: number, fault?: SyncFault): Promise<readonly string[]> => {
  const dice = new Dice(seed)
  let world: World | null = null
  const clock = () => {
    if (world === null) throw new Error('Nobody writes before there is a world.')
    return world.clock
  }
  const log = slowLog(createMemoryLog(), clock, commitMs)
  world = await World.withDocument({ log, limits: { unloadMs }, ...(fault !== undefined && { fault }) })
  const wrong: string[] = []
  const tokens: string[] = []
  let last: Peer = world.join('write=ada')
  await world.move()
  for (let round = 0; round < 2; round++) {
    const token = `<${seed}.${round}>`
    tokens.push(token)
    last.type(token)
    await world.move()
    await pass(world, dice.upTo(60))
    if (dice.chance(0.5)) last.disconnect()
    else await pass(world, dice.upTo(commitMs))
    last.disconnect()
    await pass(world, unloadMs - 50 + dice.upTo(100) + dice.upTo(2) * dice.upTo(commitMs))
    const next = world.join(`write=p${round}`)
    await pass(world, 2 * commitMs + stepMs)
    if (!next.synced) wrong.push(`round ${round}: nobody answered`)
    if (tokens.some((one) => !next.text.includes(one))) wrong.push(`round ${round}: something was not there`)
    if (world.server.rooms.size !== 1) wrong.push(`round ${round}: ${world.server.rooms.size} rooms`)
    last = next
  }
  return wrong
}

describe('leaving and coming back', () => {
  it(`LIF-6 finds everything that reached the server, however they meet (${seeds} seeds)`, async () => {
    for (let seed = 1; seed <= seeds; seed++) expect(await play(seed), `seed ${seed}`).toEqual([])
  }, 60_000)

  it('LIF-6 is seen to be broken when rooms go before their edits are stored', async () => {
    let broken = 0
    for (let seed = 1; seed <= 20; seed++) broken += Math.min(1, (await play(seed, 'unload-unsaved')).length)
    expect(broken).toBeGreaterThan(2)
  }, 60_000)
})
