import type { Actor } from '@rondo/shared/account/model.ts'
import type { Cadence, CadenceView, Occurrence } from '@rondo/shared/cadence/model.ts'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result } from '@rondo/shared/kernel/refusal.ts'
import { DAY, type Instant } from '@rondo/shared/kernel/time.ts'
import { permit } from '../circle/index.ts'
import type { Context } from '../journal/context.ts'
import { cancelReasonsOf } from '../meeting/index.ts'
import type { Reader } from '../platform/db/database.ts'
import { formatOf } from './format-of.ts'
import { latestCadence, occurrencesOf, type ZonedCadence } from './store.ts'

export const readCadence = async (
  { db, clock }: Context,
  actor: Actor,
  circleId: CircleId,
): Promise<Result<CadenceView>> => {
  const permitted = await permit(db.read, actor, 'read', circleId)
  if (!permitted.ok) return permitted
  return accept(await viewOf(db.read, circleId, clock.now()))
}

/** The cadence and its meetings to come; those that are live are here no longer. */
export const viewOf = async (reader: Reader, circleId: CircleId, now: Instant): Promise<CadenceView> => {
  const latest = await latestCadence(reader, circleId)
  if (latest === undefined) return { cadence: null, version: 0, occurrences: [] }
  const rows = await occurrencesOf(reader, latest.id, new Date(now - DAY).toISOString().slice(0, 10))
  const reasons = await cancelReasonsOf(
    reader,
    rows.map(({ meetingId, phase }) => ({ id: meetingId, phase })),
  )
  const occurrences = rows
    .filter(({ phase, startsAt }) => startsAt > now && (phase === 'scheduled' || phase === 'cancelled'))
    .map(
      ({ date, meetingId, titleNow, startsAt, plannedAt, phase }): Occurrence => ({
        date,
        meetingId,
        title: titleNow,
        startsAt,
        state: phase === 'cancelled' ? 'cancelled' : startsAt === plannedAt ? 'planned' : 'moved',
        cancelReason: reasons.get(meetingId) ?? null,
      }),
    )
    .toSorted((a, b) => a.startsAt - b.startsAt)
  const cadence = latest.endedAt === null ? await shown(reader, latest) : null
  return { cadence, version: latest.version, occurrences }
}

const shown = async (reader: Reader, cadence: ZonedCadence): Promise<Cadence> => {
  const { id: _, endedAt: __, status: ___, keptFormat: ____, locale: _____, ...rest } = cadence
  const { segments } = await formatOf(reader, cadence)
  return { ...rest, minutes: segments.reduce((sum, { minutes }) => sum + minutes, 0) }
}
