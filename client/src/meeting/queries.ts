import { readCadence } from '@rondo/shared/cadence/contract.ts'
import type { CircleId, MeetingId } from '@rondo/shared/kernel/id.ts'
import {
  answerRsvp,
  listMeetings,
  listMyMeetings,
  readMeeting,
  scheduleMeeting,
} from '@rondo/shared/meeting/contract.ts'
import { readPage } from '@rondo/shared/page/contract.ts'
import { readRotation } from '@rondo/shared/rotation/contract.ts'
import { useAsk, useTell } from '../platform/ask.ts'

/** What another plan of a meeting makes stale: its lists, its page, and whose turn it is when. */
export const staleByPlan = [readMeeting, listMeetings, listMyMeetings, readPage, readRotation, readCadence]

/** All meetings of a circle, latest first. */
export const useMeetings = (circleId: CircleId) => useAsk(listMeetings, { params: { circleId } })

/** Scheduled and live meetings of all my circles, soonest first. */
export const useMyMeetings = () => useAsk(listMyMeetings)

export const useMeeting = (meetingId: MeetingId) => useAsk(readMeeting, { params: { meetingId } })

/** Says whether I come. */
export const useRsvp = () => useTell(answerRsvp, [listMeetings, listMyMeetings, readMeeting])

export const useSchedule = () => useTell(scheduleMeeting, [listMeetings, listMyMeetings, readRotation])

export const useRotation = (circleId: CircleId) => useAsk(readRotation, { params: { circleId }, query: {} })
