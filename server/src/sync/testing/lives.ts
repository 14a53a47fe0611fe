/** Plays many lives of a document: `node server/src/sync/testing/lives.ts --play compaction --seeds 5000 [--from 1] [--broken]` */
import { parseArgs } from 'node:util'
import { playCompaction } from './compaction-story.ts'
import { DamageGround } from './damage-ground.ts'
import { playDamage } from './damage-story.ts'
import { playUnload } from './unload-story.ts'

type Play = (seed: number, isBroken: boolean) => Promise<number>

const grounds: DamageGround[] = []
const plays = new Map<string, Play>([
  ['compaction', playCompaction],
  ['unload', playUnload],
  [
    'damage',
    async (seed, isBroken) => {
      const ground = grounds[0] ?? (await DamageGround.make())
      grounds[0] = ground
      return playDamage(ground, seed, isBroken)
    },
  ],
])

const { values } = parseArgs({
  options: {
    play: { type: 'string', default: '' },
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    broken: { type: 'boolean', default: false },
  },
})

const play = plays.get(values.play)
if (play === undefined) throw new Error(`Say what to play: ${[...plays.keys()].join(', ')}.`)
const [from, seeds] = [Number(values.from), Number(values.seeds)]
let [acked, failed] = [0, 0]
for (let seed = from; seed < from + seeds; seed++) {
  try {
    acked += await play(seed, values.broken)
  } catch (error) {
    failed += 1
    if (failed <= 10 && !values.broken)
      process.stdout.write(`Seed ${seed}: ${String(error).split('\n', 1)[0]}\n`)
  }
}
process.stdout.write(`${JSON.stringify({ play: values.play, from, seeds, acked, failed })}\n`)
await grounds[0]?.remove()
