/** The last one leaves while a commit takes half a second, and somebody comes. Seeds that ever failed stay by number. */
import { describe, expect, it } from 'vitest'
import { playUnload } from './testing/unload-story.ts'

const failing = async (seeds: number, isBroken: boolean): Promise<string[]> => {
  const failed: string[] = []
  for (let seed = 1; seed <= seeds; seed++)
    await playUnload(seed, isBroken).catch((error: unknown) => failed.push(`${seed}: ${String(error)}`))
  return failed
}

describe('leaving and coming back', () => {
  it('LIF-6 finds everything that reached the server, however they meet (200 seeds)', async () => {
    expect(await failing(200, false)).toEqual([])
  }, 60_000)

  it('LIF-6 is seen to be broken when rooms go before their edits are stored', async () => {
    expect((await failing(20, true)).length).toBeGreaterThan(2)
  }, 60_000)
})
