import type { FactPayload } from '@rondo/shared/journal/facts.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import { seatsOf } from '../circle/index.ts'
import { findMeeting } from '../meeting/index.ts'
import type { Tx } from '../platform/db/database.ts'
import type { NotifyContext } from './notify-context.ts'
import { NEWS_FOR } from './rules.ts'
import { tell } from './tell.ts'

/**
 * Tells the circle that a meeting which is over has a recording now: whoever was there and whoever was not, once for a
 * meeting, however many are added. While the meeting is held everybody sees it come.
 */
export const tellOfRecording = async (
  context: NotifyContext,
  tx: Tx,
  { at, payload }: { at: Instant; payload: FactPayload<'recording.added'> },
): Promise<void> => {
  const { circleId, meetingId, by } = payload
  const meeting = await findMeeting(tx, meetingId)
  if (meeting?.phase !== 'wrapped' || context.clock.now() - at > NEWS_FOR) return
  const others = (await seatsOf(tx, circleId))
    .map(({ memberId }) => memberId)
    .filter((memberId) => memberId !== by)
  const about = { kind: 'recording-added', circleId, meetingId, startsAt: meeting.startsAt } as const
  await tell(context, tx, others, { key: `recording-added ${meetingId}`, about })
}
