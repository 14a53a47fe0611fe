import { describe, expect, it } from 'vitest'
import { rateLimit } from './rate.ts'
import { HandClock } from './testing/hand-clock.ts'
import { aDocument, World } from './testing/world.ts'

const hour = 3_600_000

describe('a time of day that jumps', () => {
  it.each([
    ['an hour ahead', hour],
    ['an hour back', -hour],
    ['a year ahead', 8_766 * hour],
    ['ten seconds back', -10_000],
  ])('CLK-1 %s disturbs nobody', async (_, ms) => {
    const world = await World.withDocument()
    const settled: number[] = []
    world.server.sync.onSettled(({ seq }) => void settled.push(seq))
    const [ada, bob] = [world.join('write=ada'), world.join('write=bob')]
    await world.quiet()
    ada.type('before. ')
    await world.quiet()
    world.clock.jump(ms)
    for (let i = 0; i < 20; i++) {
      ada.type(`${i} `)
      bob.sayPresence()
      await world.quiet()
    }
    world.clock.advance(11_000)
    bob.sendRaw(Uint8Array.of(0, 0, 1, 0))
    await world.quiet()
    expect(bob.text).toBe(ada.text)
    expect([...ada.closes, ...bob.closes]).toEqual([])
    expect(ada.acked).toBe(ada.sent)
    expect(settled.at(-1)).toBe((await world.gate.log.load(aDocument))?.seq)
  })

  it('CLK-1 would lock everybody out for an hour if durations followed it, so that the rule can fail', () => {
    const clock = new HandClock()
    const following = { now: () => clock.now(), elapsed: () => clock.now(), after: () => () => {} }
    const mayAsk = rateLimit(following, 2, 10_000)
    clock.jump(-hour)
    expect(mayAsk()).toBe(false)
    const mayAskStill = rateLimit(clock, 2, 10_000)
    clock.jump(-hour)
    expect(mayAskStill()).toBe(true)
  })
})
