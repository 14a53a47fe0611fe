/** Plays as many stories as you like: `node server/src/sync/testing/stories.ts --seeds 5000 --from 1 --steps 500` */
import { parseArgs } from 'node:util'
import { playStory } from './story.ts'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    steps: { type: 'string', default: '150' },
  },
})

const from = Number(values.from)
let failed = 0
for (let seed = from; seed < from + Number(values.seeds); seed++) {
  await playStory(seed, Number(values.steps)).catch((error: unknown) => {
    failed += 1
    process.stdout.write(`Seed ${seed}: ${error instanceof Error ? error.message : String(error)}\n`)
  })
}
process.stdout.write(`${values.seeds} stories from seed ${from}, ${failed} failed.\n`)
process.exitCode = failed === 0 ? 0 : 1
