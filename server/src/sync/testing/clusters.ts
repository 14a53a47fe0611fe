/**
 * Tells as many stories of several servers as you like, in memory:
 * `node server/src/sync/testing/clusters.ts --seeds 5000 --from 1 --acts 300 --servers 3 [--fault hints-only]`
 */
import { parseArgs } from 'node:util'
import type { LineMood } from './bad-line.ts'
import { Cluster, type Ground, groundInMemory } from './cluster.ts'
import { expectTogether, heal, playApart } from './cluster-story.ts'
import { Dice } from './dice.ts'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    acts: { type: 'string', default: '150' },
    servers: { type: 'string', default: '3' },
    fault: { type: 'string' },
  },
})

const moods: readonly LineMood[] = ['good', 'loses', 'doubles', 'delays', 'cut']
const fault: Pick<Ground, 'fault'> = values.fault === 'hints-only' ? { fault: 'hints-only' } : {}

const tell = async (seed: number, mood: LineMood): Promise<void> => {
  const dice = new Dice(seed)
  const cluster = await Cluster.open(Number(values.servers), { ...groundInMemory(mood, dice), ...fault })
  await playApart(cluster, dice, Number(values.acts))
  await heal(cluster, dice)
  await expectTogether(cluster)
}

const from = Number(values.from)
let failed = 0
for (let seed = from; seed < from + Number(values.seeds); seed++)
  for (const mood of moods)
    await tell(seed, mood).catch((error: unknown) => {
      failed += 1
      process.stdout.write(
        `Seed ${seed}, line ${mood}: ${error instanceof Error ? error.message : String(error)}\n`,
      )
    })
process.stdout.write(`${values.seeds} seeds from ${from} on ${moods.length} lines, ${failed} failed.\n`)
process.exitCode = failed === 0 ? 0 : 1
