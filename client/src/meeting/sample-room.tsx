import type { CircleId, DocumentId, MeetingId, MemberId, PageId, SegmentId } from '@rondo/shared/kernel/id.ts'
import { MINUTE } from '@rondo/shared/kernel/time.ts'
import type { AgendaItem } from '@rondo/shared/meeting/agenda.ts'
import type { MeetingEvent, NewMeetingEvent } from '@rondo/shared/meeting/events.ts'
import { foldMeeting } from '@rondo/shared/meeting/fold.ts'
import type { Meeting } from '@rondo/shared/meeting/model.ts'
import { readRotation } from '@rondo/shared/rotation/contract.ts'
import type { CircleRole } from '@rondo/shared/rotation/model.ts'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { AsPriya, hana, jonas, knowsEverybody, priya, uuid } from '../account/samples/index.tsx'
import { keyOf } from '../platform/ask.ts'
import { startI18n } from '../platform/i18n.ts'
import { messages as ui } from '../ui/messages.ts'
import type { Planned } from './leading.ts'
import { messages } from './messages.ts'
import type { Room } from './room.ts'

/* A meeting of three people, for the tests of this folder. */

export { hana, jonas, priya }

const segments = [1, 2, 3].map((number) => uuid(2, number) as SegmentId)
export const [checkIn = uuid(2, 0) as SegmentId, walk = checkIn, close = checkIn] = segments

/** Thursday 26 November 2026, 17:00 in Berlin. */
export const startsAt = Date.UTC(2026, 10, 26, 16)

export const items: AgendaItem[] = [
  { id: checkIn, title: 'Check-in', minutes: 5, lead: null },
  { id: walk, title: 'Walk the code', minutes: 20, lead: jonas },
  { id: close, title: 'Next steps and close', minutes: 10, lead: null },
]

type Told = NewMeetingEvent & { readonly after?: number; readonly by?: MemberId }

/** A log from what happened, each so many minutes after the agreed start. */
export const logOf = (...told: readonly Told[]): MeetingEvent[] =>
  told.map(({ after = 0, by = priya, ...event }, index) => ({
    ...event,
    seq: index + 1,
    at: startsAt + after * MINUTE,
    by,
  }))

export const scheduled: Told = {
  type: 'scheduled',
  startsAt,
  roles: { facilitator: priya, presenter: jonas, 'note-taker': null },
  after: -60,
}
export const started: readonly Told[] = [
  scheduled,
  { type: 'started' },
  { type: 'joined', memberId: priya },
  { type: 'segment-entered', segmentId: checkIn },
]

export const planned = (events: readonly MeetingEvent[]): Planned => {
  const state = foldMeeting(events)
  if (state.phase === 'unscheduled') throw new Error('A sample is scheduled at least.')
  return state
}

const circleIs = uuid(4, 1) as CircleId

const meetingOf = (events: MeetingEvent[]): Meeting => ({
  id: uuid(3, 1) as MeetingId,
  circleId: circleIs,
  number: 15,
  title: 'How Redis forgets',
  format: 'brown-bag',
  formatName: null,
  timeZone: 'Europe/Berlin',
  plannedMinutes: 35,
  pageId: uuid(5, 1) as PageId,
  documentId: uuid(6, 1) as DocumentId,
  events,
  rsvps: [],
  previous: null,
  next: null,
  mayWrite: true,
})

const idle = { error: null, variables: undefined, isPending: false, mutate: () => {}, reset: () => {} }

/** A room as the parts are handed it; what a test is about it says itself. */
export const roomOf = (
  events: MeetingEvent[],
  more: Partial<Omit<Room, 'run'>> = {},
  run: object = {},
): Room => ({
  meeting: meetingOf(events),
  events,
  state: planned(events),
  items,
  caughtNext: true,
  hidden: new Set(),
  readNotes: () => {},
  onlooker: { me: priya, seated: new Set([priya, jonas, hana]) },
  online: true,
  run: { ...idle, ...run },
  ...more,
})

/** The texts of this folder, in English. */
export const speakEnglish = () => startI18n({ meeting: messages, ui }, 'en')

/** Shows something to Priya, who knows everybody, in a circle with these roles. */
export function show(children: ReactNode, roles: readonly CircleRole[] = []) {
  const client = knowsEverybody()
  client.setQueryData(keyOf(readRotation, { params: { circleId: circleIs }, query: {} }), { roles })
  return render(children, {
    wrapper: ({ children: shown }) => <AsPriya client={client}>{shown}</AsPriya>,
  })
}
