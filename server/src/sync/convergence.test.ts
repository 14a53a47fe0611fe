/** `npm run test:faults` tells many more stories. A seed that ever failed stays here by number. */
import { describe, expect, it } from 'vitest'
import { playStory } from './testing/play-story.ts'
import type { StoryFault } from './testing/story-world.ts'

const acts = 300
const fresh = Array.from({ length: 300 }, (_, i) => i + 1)
/** With an answer to a question asked in the name of a state given up taken for the whole truth, these lost edits. */
const pinned = [633, 2596, 2607]

type Outcome = { readonly failed: readonly string[]; readonly acked: number }

const tell = async (seeds: readonly number[], fault?: StoryFault): Promise<Outcome> => {
  const failed: string[] = []
  let acked = 0
  for (const seed of seeds) {
    try {
      acked += (await playStory(seed, acts, fault)).acked
    } catch (error) {
      failed.push(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return { failed, acked }
}

describe('whatever happens to honest peers', () => {
  it(`DUR-5 all of them, the server and its log agree in the end, and nothing acknowledged is lost (${fresh.length} seeds of ${acts} acts)`, async () => {
    const { failed, acked } = await tell([...fresh, ...pinned])
    expect(failed).toEqual([])
    expect(acked).toBeGreaterThan(5_000)
  }, 120_000)

  it.each(['forgetful-log', 'roles-for-life', 'ack-when-refused'] as const)(
    'DUR-5 is seen to be broken by %s',
    async (fault) => {
      const { failed } = await tell(fresh.slice(0, 60), fault)
      expect(failed.length).toBeGreaterThan(0)
    },
    120_000,
  )
})
