/** Seeds that ever failed stay here by number; `node server/src/sync/testing/stories.ts --seeds 5000` looks for more. */
import { describe, expect, it } from 'vitest'
import type { DocumentLog } from './log/document-log.ts'
import { createMemoryLog } from './log/memory-log.ts'
import { playStory } from './testing/story.ts'

const seeds = 60

/** Says that it wrote, and now and then did not. */
const forgetfulLog = (): DocumentLog => {
  const log = createMemoryLog()
  let batches = 0
  return {
    ...log,
    append: (batch) => {
      batches += 1
      return log.append(batches % 3 === 0 ? batch.map((append) => ({ ...append, entries: [] })) : batch)
    },
  }
}

const failing = async (play: (seed: number) => Promise<void>): Promise<number[]> => {
  const failed: number[] = []
  for (let seed = 1; seed <= seeds; seed++) await play(seed).catch(() => failed.push(seed))
  return failed
}

describe('whatever happens to honest peers', () => {
  it(`DUR-5 all of them, the server and its log agree in the end (${seeds} seeds)`, async () => {
    expect(await failing((seed) => playStory(seed))).toEqual([])
  }, 60_000)

  it('DUR-5 is seen to be broken when a log forgets what it confirmed', async () => {
    const failed = await failing((seed) => playStory(seed, 150, forgetfulLog()))
    expect(failed.length).toBeGreaterThan(seeds / 4)
  }, 60_000)
})
