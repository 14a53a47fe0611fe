import { listMembers, readMember, readSession } from '@rondo/shared/account/contract.ts'
import { readCadence } from '@rondo/shared/cadence/contract.ts'
import { listCaptures, listCarriedOver } from '@rondo/shared/capture/contract.ts'
import { readAgreement } from '@rondo/shared/circle/agreement-contract.ts'
import { listCircles, readCircle } from '@rondo/shared/circle/contract.ts'
import { readCourse } from '@rondo/shared/circle/course-contract.ts'
import { listFormats } from '@rondo/shared/format/contract.ts'
import { listGuestLinks, listGuests, listPeopleInMeeting } from '@rondo/shared/guest/contract.ts'
import { listHours, planSeries, rankSlots, readOwnHours } from '@rondo/shared/hours/contract.ts'
import type { FactPayload } from '@rondo/shared/journal/facts.ts'
import { listMeetings, listMyMeetings, readMeeting } from '@rondo/shared/meeting/contract.ts'
import type { MeetingEvent } from '@rondo/shared/meeting/events.ts'
import { turnsOf } from '@rondo/shared/meeting/floor.ts'
import { readFloor, suggestQuiet } from '@rondo/shared/meeting/floor-contract.ts'
import { listNotifications } from '@rondo/shared/notify/contract.ts'
import { listPages, readPage, readTitles } from '@rondo/shared/page/contract.ts'
import { listRecordings, readTranscript } from '@rondo/shared/recording/contract.ts'
import { listRituals } from '@rondo/shared/ritual/contract.ts'
import { readRotation } from '@rondo/shared/rotation/contract.ts'
import { readMySeats, readSeat } from '@rondo/shared/seat/contract.ts'
import { listThreads, readThread } from '@rondo/shared/thread/contract.ts'
import { compareVersions, listVersions } from '@rondo/shared/version/contract.ts'
import type { LiveFact } from '@rondo/shared/wire/live.ts'
import { keyOf } from '../platform/ask.ts'

type Key = readonly unknown[]

/** Who works when, and what follows from it: of one circle, or of all. */
function hours(circleId?: string): Key[] {
  return [listHours, rankSlots, planSeries].map(({ path }) =>
    circleId === undefined ? [path] : [path, { params: { circleId } }],
  )
}

const members: Key[] = [
  keyOf(listMembers),
  keyOf(listGuests),
  keyOf(listPeopleInMeeting),
  keyOf(readMember),
  keyOf(readSession),
  keyOf(readOwnHours),
  ...hours(),
]

function circle(circleId: string): Key[] {
  return [
    keyOf(listCircles),
    [readCircle.path, { params: { circleId } }],
    [readRotation.path, { params: { circleId } }],
    [readAgreement.path, { params: { circleId } }],
    [readCourse.path, { params: { circleId } }],
    ...hours(circleId),
  ]
}

/** What says whether the reader may write: they may, once they accept what was agreed. */
const MAY_WRITE: readonly Key[] = [readPage, readMeeting, listThreads, readThread].map((one) => keyOf(one))

/** What was agreed, what is wanted, who waits: little of it is on most screens. */
function circleLife(circleId: string): Key[] {
  const input = { params: { circleId } }
  return [keyOf(listCircles), [readCircle.path, input], [readAgreement.path, input], [readCourse.path, input]]
}

function meeting(circleId: string, meetingId: string): Key[] {
  return [
    [readMeeting.path, { params: { meetingId } }],
    [listMeetings.path, { params: { circleId } }],
    keyOf(listMyMeetings),
    [listPeopleInMeeting.path, { params: { meetingId } }],
    [readCourse.path, { params: { circleId } }],
    [readRotation.path, { params: { circleId } }],
    [readCadence.path, { params: { circleId } }],
  ]
}

/** Turns that were taken change what is said of them; a hand that goes up or down does not. */
function theWord({ meetingId, event }: FactPayload<'meeting.event-recorded'>): Key[] {
  if (turnsOf(event).length === 0) return []
  return [readFloor, suggestQuiet].map(({ path }) => [path, { params: { meetingId } }])
}

/** Moving on opens answers to whoever is in the room; what else happens in it leaves them as they are. */
function seats(meetingId: string, { type }: MeetingEvent): readonly Key[] {
  switch (type) {
    case 'segment-entered':
      return [[readSeat.path, { params: { meetingId } }]]
    case 'rescheduled':
    case 'window-set':
    case 'started':
    case 'wrapped':
    case 'cancelled':
      return [[readSeat.path, { params: { meetingId } }], keyOf(readMySeats)]
    default:
      return []
  }
}

/** Which answers in the cache a fact makes stale; those on screen are asked again, the others when they are next wanted. */
export function staleAfter(fact: LiveFact): readonly Key[] {
  switch (fact.name) {
    case 'member.joined':
    case 'member.changed':
      return members
    case 'circle.created':
    case 'circle.changed':
    case 'circle.seat-taken':
    case 'circle.seat-left':
      return circle(fact.payload.circleId)
    case 'format.changed':
      return [[listFormats.path, { params: { circleId: fact.payload.circleId } }]]
    case 'rotation.changed':
    case 'rotation.turn-decided':
    case 'rotation.swap-changed':
      return [[readRotation.path, { params: { circleId: fact.payload.circleId } }]]
    case 'cadence.changed':
      return [[readCadence.path, { params: { circleId: fact.payload.circleId } }]]
    case 'circle.waiting-changed':
    case 'circle.course-changed':
    case 'circle.agreement-changed':
      return circleLife(fact.payload.circleId)
    case 'circle.agreement-accepted':
      return [...circleLife(fact.payload.circleId), ...MAY_WRITE]
    case 'meeting.scheduled':
    case 'meeting.withdrawn':
    case 'meeting.changed':
    case 'meeting.rsvp-answered':
      return [...meeting(fact.payload.circleId, fact.payload.meetingId), keyOf(readMySeats)]
    case 'meeting.event-recorded': {
      const { circleId, meetingId, event } = fact.payload
      return [...meeting(circleId, meetingId), ...theWord(fact.payload), ...seats(meetingId, event)]
    }
    case 'seat.changed':
      return [[readSeat.path, { params: { meetingId: fact.payload.meetingId } }], keyOf(readMySeats)]
    case 'seat.caught-up':
      return [keyOf(readMySeats)]
    case 'recording.added':
    case 'recording.changed':
      return [
        [listRecordings.path, { params: { meetingId: fact.payload.meetingId } }],
        [readTranscript.path, { params: { recordingId: fact.payload.recordingId } }],
      ]
    case 'page.created':
    case 'page.renamed':
      return [
        keyOf(listPages),
        [readPage.path, { params: { pageId: fact.payload.pageId } }],
        keyOf(readTitles),
      ]
    case 'page.projected':
      return [fact.payload.pageId, ...fact.payload.linked].map((pageId) => [
        readPage.path,
        { params: { pageId } },
      ])
    case 'page.versions-changed':
    case 'page.restored':
    case 'page.replaced':
    case 'page.history-erased':
      return [listVersions, compareVersions].map(({ path }) => [
        path,
        { params: { pageId: fact.payload.pageId } },
      ])
    case 'captures.changed':
      return [listCaptures, listCarriedOver, listMeetings, listPeopleInMeeting, readMySeats].map((one) =>
        keyOf(one),
      )
    case 'guests.changed':
      return [
        keyOf(listGuests),
        ...[listGuestLinks, listPeopleInMeeting].map(({ path }) => [
          path,
          { params: { meetingId: fact.payload.meetingId } },
        ]),
      ]
    case 'rituals.changed':
      return [[listRituals.path, { params: { circleId: fact.payload.circleId } }]]
    case 'notifications.changed':
      return [keyOf(listNotifications)]
    case 'thread.opened':
    case 'thread.posted':
    case 'thread.read':
      return [keyOf(listThreads), [readThread.path, { params: { threadId: fact.payload.threadId } }]]
    default:
      return []
  }
}
