import { may } from '@rondo/shared/circle/may.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import { holderOf } from '@rondo/shared/meeting/events.ts'
import type { About } from '@rondo/shared/notify/model.ts'
import { thingOf } from '../circle/index.ts'
import { findMeeting, rolesOf, rsvpsOf } from '../meeting/index.ts'
import type { Reader } from '../platform/db/database.ts'
import { recordingsOf } from '../recording/index.ts'
import { findSwap, turnsOf } from '../rotation/index.ts'
import { aboutOf, type NotificationRow } from './store.ts'
import { SWAP_STATE } from './turns.ts'

/**
 * Whether somebody is to be told of something at this moment: they belong to the circle and may read it, and it is still
 * so. It is asked when something is shown and again when a mail leaves, never when it is noted.
 */
export const isToBeTold = async (
  reader: Reader,
  row: Pick<NotificationRow, 'memberId' | 'circleId' | 'about'>,
  now: Instant,
): Promise<boolean> => {
  const thing = await thingOf(reader, row.memberId, row.circleId)
  if (thing === undefined || !may({ memberId: row.memberId, role: 'member' }, 'belong', thing)) return false
  // What is archived is over: a meeting that was still to come is not any more.
  if (thing.kind === 'circle' && thing.status === 'archived') return false
  return isStillSo(reader, row.memberId, aboutOf(row), now)
}

const isStillSo = async (
  reader: Reader,
  memberId: MemberId,
  about: About,
  now: Instant,
): Promise<boolean> => {
  if (about.kind === 'drift' || about.kind === 'thanked') return true
  const meeting = await findMeeting(reader, about.meetingId)
  if (meeting === undefined) return false
  if ('swapId' in about)
    return (await findSwap(reader, about.circleId, about.swapId))?.state === SWAP_STATE[about.kind]
  switch (about.kind) {
    case 'reminder': {
      const isAhead = meeting.phase === 'scheduled' && meeting.startsAt > now
      const answers = (await rsvpsOf(reader, [about.meetingId])).get(about.meetingId) ?? []
      const isAbsent = answers.some((one) => one.memberId === memberId && one.answer === 'not-this-time')
      return isAhead && meeting.startsAt === about.startsAt && !isAbsent
    }
    case 'moved':
      return meeting.phase === 'scheduled' && meeting.startsAt === about.startsAt
    case 'cancelled':
      return meeting.phase === 'cancelled'
    case 'up-next':
    case 'invited':
      return meeting.phase === 'live'
    case 'slot-offered':
      return meeting.phase === 'scheduled' && meeting.presenterId === memberId
    case 'leads-next':
      return meeting.phase === 'scheduled' && meeting.facilitatorId === memberId
    case 'turn-came':
      return meeting.phase === 'scheduled' && holderOf(rolesOf(meeting), about.role) === memberId
    case 'assigned':
      return (await turnsOf(reader, [about.meetingId])).some(
        (turn) => turn.role === about.role && turn.memberId === memberId && meeting.phase === 'scheduled',
      )
    case 'open-mic':
      return meeting.phase === 'scheduled'
    case 'recording-added':
      return (await recordingsOf(reader, about.meetingId)).length > 0
    case 'wins-open':
      return meeting.phase !== 'cancelled'
  }
}
