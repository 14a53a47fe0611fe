import type { Actor } from '@rondo/shared/account/model.ts'
import type { CircleId, PageId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { Context } from '../journal/context.ts'
import { ABSENT, permit } from './access.ts'
import { courseOf, keepCourse } from './course-store.ts'
import { localeOf } from './members.ts'
import type { CircleNeighbours } from './neighbours.ts'
import { findCircle, seatsOf } from './store.ts'
import { storyOf } from './story.ts'

/** The page that tells the story of a closing circle; drafted once, also when two ask for it at the same time. */
export const ensureStory = async (
  context: Context,
  neighbours: CircleNeighbours,
  actor: Actor,
  circleId: CircleId,
): Promise<Result<PageId>> => {
  const reader = context.db.read
  const permitted = await permit(reader, actor, 'write', circleId)
  if (!permitted.ok) return permitted
  const circle = await findCircle(reader, circleId)
  if (circle === undefined) return { ok: false, refusal: ABSENT }
  const course = await courseOf(reader, circleId)
  if (course.storyPageId !== null) return accept(course.storyPageId)
  if (circle.status !== 'closing')
    return refuse('conflict', 'The story of a circle is told when it closes.', {
      reason: 'circle.not-closing',
    })
  const meetings = await neighbours.pastMeetings(reader, circleId, context.clock.now())
  const people = (await seatsOf(reader, circleId)).map(({ memberId }) => memberId)
  const held = meetings.filter(({ wasHeld }) => wasHeld).map(({ startsAt }) => startsAt)
  const locale = await localeOf(reader, actor.memberId)
  const story = storyOf({ ...circle, goals: course.goals, people, held }, locale)
  let already: PageId | null = null
  const written = await neighbours.writeStory(actor, { circleId, ...story }, async (tx, pageId) => {
    const now = await courseOf(tx, circleId)
    already = now.storyPageId
    if (already !== null) return refuse('conflict', 'Somebody drafted it meanwhile.')
    await keepCourse(tx, circleId, { ...now, storyPageId: pageId })
    await context.journal.append(tx, [
      { name: 'circle.course-changed', payload: { circleId }, audience: { circleId }, by: actor.memberId },
    ])
    return accept(null)
  })
  return written.ok || already === null ? written : accept(already)
}
