import type { Actor } from '@rondo/shared/account/model.ts'
import type { Course } from '@rondo/shared/circle/course.ts'
import { type DriftReason, driftOf } from '@rondo/shared/circle/drift.ts'
import { may, type Thing } from '@rondo/shared/circle/may.ts'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result } from '@rondo/shared/kernel/refusal.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Context } from '../journal/context.ts'
import type { Reader } from '../platform/db/database.ts'
import { ABSENT, permit } from './access.ts'
import { courseOf } from './course-store.ts'
import type { CircleNeighbours } from './neighbours.ts'
import { findCircle } from './store.ts'

/** For a scheduler: why a circle should ask itself how to go on; empty when nothing suggests it, or there is no such circle. */
export const driftOfCircle = async (
  reader: Reader,
  { pastMeetings }: Pick<CircleNeighbours, 'pastMeetings'>,
  circleId: CircleId,
  now: Instant,
): Promise<DriftReason[]> => {
  const circle = await findCircle(reader, circleId)
  if (circle === undefined) return []
  const course = await courseOf(reader, circleId)
  return driftOf({ ...circle, ...course, meetings: await pastMeetings(reader, circleId, now) }, now)
}

export const readCourse = (
  { db, clock }: Context,
  neighbours: CircleNeighbours,
  actor: Actor,
  id: CircleId,
) => courseFor(db.read, neighbours, actor, id, clock.now())

/** The course as the actor sees it. That a circle drifts is told to its own people alone. */
export const courseFor = async (
  reader: Reader,
  neighbours: CircleNeighbours,
  actor: Actor,
  circleId: CircleId,
  now: Instant,
): Promise<Result<Course>> => {
  const permitted = await permit(reader, actor, 'read', circleId)
  if (!permitted.ok) return permitted
  const circle = await findCircle(reader, circleId)
  if (circle === undefined) return { ok: false, refusal: ABSENT }
  const { goals, exit, revision, renewedAt, storyPageId } = await courseOf(reader, circleId)
  const meetings = await neighbours.pastMeetings(reader, circleId, now)
  const belongs = may(actor, 'belong', permitted.value)
  const drift = belongs ? driftOf({ ...circle, goals, exit, renewedAt, meetings }, now) : []
  const askedOf = drift.length === 0 ? null : await neighbours.nextFacilitator(reader, circleId, now)
  return accept({
    goals,
    exit,
    revision,
    drift,
    askedOf,
    storyPageId,
    held: meetings.filter(({ wasHeld }) => wasHeld).length,
    mayChoose: mayChoose(actor, permitted.value, askedOf),
  })
}

/** The next facilitator chooses how a circle goes on, and every host may. */
export const mayChoose = (actor: Actor, thing: Thing, askedOf: Course['askedOf']): boolean =>
  may(actor, 'manage', thing) || (askedOf === actor.memberId && may(actor, 'write', thing))
