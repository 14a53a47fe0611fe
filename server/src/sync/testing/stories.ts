/**
 * Tells as many stories as you like: `node server/src/sync/testing/stories.ts --seeds 20000 --from 1 --acts 500 [--fault forgetful-log]`
 */
import { parseArgs } from 'node:util'
import { playStory } from './play-story.ts'
import type { StoryFault } from './story-world.ts'

const faults: readonly StoryFault[] = [
  'forgetful-log',
  'roles-for-life',
  'ack-before-commit',
  'ack-when-refused',
]

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    acts: { type: 'string', default: '500' },
    fault: { type: 'string' },
  },
})

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? ''
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const fault = faults.find((name) => name === values.fault)
const [from, seeds, acts] = [Number(values.from), Number(values.seeds), Number(values.acts)]
let [deeds, acked] = [0, 0]
const failed: number[] = []
let strays = 0
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => {
    strays += 1
    say(`${event}: ${String(error)}`)
  })
}
for (let seed = from; seed < from + seeds; seed++) {
  try {
    const tale = await playStory(seed, acts, fault)
    deeds += tale.deeds
    acked += tale.acked
  } catch (error) {
    failed.push(seed)
    if (failed.length <= 10) say(`Seed ${seed}: ${firstLine(error)}`)
  }
}
say(
  JSON.stringify({ from, seeds, acts, fault: fault ?? 'none', deeds, acked, failed: failed.length, strays }),
)
process.exitCode = failed.length === 0 && strays === 0 ? 0 : 1
