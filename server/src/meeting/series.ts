import type { MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import { forgetCaptures } from '../capture/index.ts'
import type { Context } from '../journal/context.ts'
import { removePage } from '../page/index.ts'
import { attempt } from '../platform/db/attempt.ts'
import type { Tx } from '../platform/db/database.ts'
import { retitle } from './commands.ts'
import { replan } from './plan-log.ts'
import { deletePlan, findMeeting } from './store.ts'

/** Moves a planned meeting, in the name of whoever changed what plans it. */
export const movePlanned = async (
  context: Context,
  tx: Tx,
  id: MeetingId,
  startsAt: Instant,
  by: MemberId,
): Promise<void> => {
  const meeting = await findMeeting(tx, id)
  if (meeting?.phase !== 'scheduled' || meeting.startsAt === startsAt) return
  await replan(context, tx, meeting, { type: 'rescheduled', startsAt }, by)
}

/** Gives a planned meeting another title; its page follows. */
export const retitlePlanned = async (
  context: Context,
  tx: Tx,
  id: MeetingId,
  title: string,
  by: MemberId,
): Promise<void> => {
  const meeting = await findMeeting(tx, id)
  if (meeting !== undefined && meeting.title !== title)
    await retitle(context, tx, { memberId: by }, meeting, title)
}

/**
 * Takes back a meeting that was only planned, with its page. False, and nothing changed, where something hangs on it
 * that must not go: a thread, a version, somebody's turn.
 */
export const withdrawPlanned = async (
  context: Context,
  tx: Tx,
  id: MeetingId,
  by: MemberId,
): Promise<boolean> => {
  const meeting = await findMeeting(tx, id)
  if (meeting === undefined) return true
  const { circleId, pageId } = meeting
  const isGone = await attempt(tx, async () => {
    await forgetCaptures(tx, pageId)
    await deletePlan(tx, id)
    await removePage(tx, pageId)
  })
  if (!isGone) return false
  const payload = { circleId, meetingId: id }
  await context.journal.append(tx, [{ name: 'meeting.withdrawn', payload, audience: { circleId }, by }])
  return true
}
