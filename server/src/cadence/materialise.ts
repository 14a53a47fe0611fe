import { setImmediate } from 'node:timers/promises'
import type { CadenceId, MeetingId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import { createAgenda } from '../meeting/index.ts'
import { type DocumentContext, pageProjection } from '../page/index.ts'
import { transact } from '../platform/db/database.ts'
import { describeError } from '../platform/log/describe-error.ts'
import { projectDocument } from '../projection/document-projection.ts'
import { type Applied, apply, type Prepared } from './apply.ts'
import { formatOf, shapeOf } from './format-of.ts'
import { findCadence, runningCadences, type ZonedCadence } from './store.ts'
import { isDone, pristineAmong, workOf } from './work.ts'

/** What became of the meetings to come. */
export interface Changes {
  created: number
  moved: number
  withdrawn: number
  /** Touched by people, and therefore left as they are. */
  kept: MeetingId[]
}

/** So many meetings are made in one transaction; others have their turn between two. */
const AT_ONCE = 12
const MOST_ROUNDS = 20

/**
 * Brings the meetings of every cadence up to date: those of the next twelve weeks exist, once each. Called again it
 * changes nothing, and one that fails holds up no other; called while it runs, or after it was killed half-way, it
 * neither loses nor doubles one.
 */
export const materialise = async (context: DocumentContext, now: Instant): Promise<void> => {
  for (const id of await runningCadences(context.db.read)) {
    try {
      await materialiseCadence(context, id, now)
    } catch (error) {
      context.log.error({ cadenceId: id, ...describeError(error) }, 'a cadence has no meetings made')
    }
  }
}

/** The same for one cadence, which may have ended. */
export const materialiseCadence = async (
  context: DocumentContext,
  id: CadenceId,
  now: Instant,
): Promise<Changes> => {
  const changes: Changes = { created: 0, moved: 0, withdrawn: 0, kept: [] }
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const cadence = await findCadence(context.db.read, id)
    if (cadence === undefined || !isUnderWay(cadence)) return changes
    const done = await advance(context, cadence, now)
    if (done === null) continue
    for (const documentId of done.made)
      await projectDocument(context, context.documents, pageProjection(context), documentId)
    changes.created += done.made.length
    changes.moved += done.moved
    changes.withdrawn += done.withdrawn
    changes.kept = done.kept
    if (done.isAll) return changes
    await setImmediate()
  }
  return changes
}

/** A draft has no meetings yet, and a circle that closes gets no new ones. */
const isUnderWay = ({ status, endedAt }: ZonedCadence): boolean =>
  status === 'active' || status === 'archived' || endedAt !== null

/** Does a part of what has to be done. Null: somebody changed the cadence meanwhile, so it begins again. */
const advance = async (
  context: DocumentContext,
  cadence: ZonedCadence,
  now: Instant,
): Promise<Applied | null> => {
  const format = await formatOf(context.db.read, cadence)
  const wanted = { cadence, shape: shapeOf(format), now }
  const seen = await workOf(context.db.read, wanted)
  if (isDone(seen)) {
    const kept = seen.keep.map(({ meetingId }) => meetingId)
    return { made: [], moved: 0, withdrawn: 0, kept, isAll: true }
  }
  const pristine = await pristineAmong(context, wanted, seen)
  const agendas: Awaited<ReturnType<typeof createAgenda>>[] = []
  for (const _ of seen.create.slice(0, AT_ONCE)) agendas.push(await createAgenda(context, format))
  const prepared: Prepared = { wanted, format, agendas }
  return transact(context.db, async (tx) => {
    const fresh = await findCadence(tx, cadence.id)
    if (fresh?.version !== cadence.version || fresh.timeZone !== cadence.timeZone) return null
    return apply(context, tx, prepared, await workOf(tx, wanted, pristine))
  })
}
