import type { CadenceId } from '@rondo/shared/kernel/id.ts'
import type { DocumentContext } from '../page/index.ts'
import { afterCommit } from '../platform/db/database.ts'
import { runJournalProjection } from '../projection/journal-projection.ts'
import { keepTrying, type Runner } from '../projection/keep-trying.ts'
import { materialiseCadence } from './materialise.ts'
import { latestCadence } from './store.ts'

/** Brings the meetings of a circle up to date when the circle itself changes: its zone, or where it is in its life. */
export const followCircles = (context: DocumentContext): Runner => {
  const due = new Set<CadenceId>()
  const work = keepTrying(context.log, 'cadences', async () => {
    const failures: unknown[] = []
    for (const id of due) {
      await materialiseCadence(context, id, context.clock.now()).then(
        () => due.delete(id),
        (error: unknown) => failures.push(error),
      )
    }
    if (failures.length > 0) throw failures[0]
  })
  const facts = runJournalProjection(context, {
    name: 'cadences',
    version: 1,
    forget: async () => {},
    apply: async (tx, fact) => {
      if (fact.name !== 'circle.changed') return
      const cadence = await latestCadence(tx, fact.payload.circleId)
      if (cadence === undefined || cadence.endedAt !== null) return
      afterCommit(tx, () => {
        due.add(cadence.id)
        work.poke()
      })
    },
  })
  return {
    poke: facts.poke,
    settled: async () => {
      await facts.settled()
      await work.settled()
    },
    stop: async () => {
      await facts.stop()
      await work.stop()
    },
  }
}
