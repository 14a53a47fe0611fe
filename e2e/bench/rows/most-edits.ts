import { moreThanEveryone } from '../figures/goals.ts'
import { settled } from '../servers/settled.ts'
import { measureEdits } from './edits.ts'
import { MostSearch } from './most.ts'
import type { Row, Scale } from './row.ts'
import { shapes } from './shape.ts'

const LATEST_MS = 100
/** Part of what was offered that must arrive, or it is piling up. */
const ENOUGH = 0.95
const SETS = 8

/** The most deliveries a second at which 99 of 100 arrive within a tenth of a second. */
export const mostEditsRows = ({ seconds, isQuick }: Scale): Row[] =>
  shapes.slice(0, isQuick ? 1 : 2).map((shape) => {
    const search = new MostSearch(isQuick ? 1 : 4)
    let set = 0
    return {
      name: 'most-edits',
      title: `edits ${shape.name}, most`,
      figures: [{ key: 'most', title: 'a second with p99 < 100 ms', goal: moreThanEveryone }],
      documents: shape.documents * SETS,
      needsKeeping: false,
      measure: async (server, first) => ({
        most: await search.run(server.name, async (offered) => {
          set = (set + 1) % SETS
          const { rate, p99 } = await measureEdits(server, shape, first + set * shape.documents, offered, {
            warmUp: 500,
            measured: seconds * 700,
          })
          await settled(server)
          return { isGood: p99 < LATEST_MS && rate > offered * ENOUGH, rate }
        }),
      }),
    }
  })
