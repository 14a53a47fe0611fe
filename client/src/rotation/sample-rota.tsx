import type { Circle } from '@rondo/shared/circle/model.ts'
import {
  awayId,
  circleId,
  type MeetingId,
  type MemberId,
  meetingId,
  swapId,
} from '@rondo/shared/kernel/id.ts'
import { DAY } from '@rondo/shared/kernel/time.ts'
import { readRotation } from '@rondo/shared/rotation/contract.ts'
import type { Cell, Reason, Role, RotaMeeting, Rotation, Swap } from '@rondo/shared/rotation/model.ts'
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import { type ReactNode, useState, useSyncExternalStore } from 'react'
import { AsPriya, hana, jonas, knowsEverybody, leyla, priya, uuid } from '../account/samples/index.tsx'
import { keyOf } from '../platform/ask.ts'
import { startI18n } from '../platform/i18n.ts'
import { messages as ui } from '../ui/messages.ts'
import { messages } from './messages.ts'
import { RotationView } from './rotation-view.tsx'

/* A circle of four with four meetings ahead, for the tests of this folder. */

export { hana, jonas, leyla, priya }

const meetingAt = (row: number): MeetingId => meetingId.parse(uuid(2, row))
const offerId = swapId.parse(uuid(3, 1))
const daysAwayId = awayId.parse(uuid(4, 1))
const circleIs = circleId.parse(uuid(5, 1))

/** The first of four Thursdays, 17:00 in Berlin, a few days from now whenever the tests run. */
const startsAt = Math.ceil(Date.now() / DAY) * DAY + 4 * DAY + 16 * 60 * 60_000

const longAgo: Reason = { kind: 'longest-ago', lastServedAt: startsAt - 46 * DAY }

export const cell = (role: Role, holder: MemberId | null, more: Partial<Cell> = {}): Cell => ({
  role,
  memberId: holder,
  reason: holder === null ? { kind: 'nobody' } : longAgo,
  state: holder === null ? 'open' : 'proposed',
  decidedBy: null,
  passed: [],
  swapId: null,
  version: 0,
  ...more,
})

export const meeting = (row: number, cells: Cell[], more: Partial<RotaMeeting> = {}): RotaMeeting => ({
  meetingId: meetingAt(row),
  startsAt: startsAt + row * 7 * DAY,
  day: new Date(startsAt + row * 7 * DAY).toISOString().slice(0, 10),
  isSettled: row === 0,
  away: [],
  cells,
  ...more,
})

/** Priya leads next, then Jonas, Leyla and Hana; Jonas is away at the third meeting. */
export const rotation: Rotation = {
  roles: [
    { role: 'facilitator', name: null },
    { role: 'note-taker', name: null },
  ],
  meetings: [
    meeting(0, [cell('facilitator', priya), cell('note-taker', leyla)]),
    meeting(1, [cell('facilitator', jonas), cell('note-taker', hana)]),
    meeting(2, [cell('facilitator', leyla), cell('note-taker', priya)], { away: [jonas] }),
    meeting(3, [cell('facilitator', hana), cell('note-taker', null)]),
  ],
  turns: [priya, jonas, leyla, hana].map((memberId, row) => ({
    meetingId: meetingAt(row),
    startsAt: startsAt + row * 7 * DAY,
    memberId,
    reason: longAgo,
  })),
  away: [{ id: daysAwayId, memberId: priya, from: '2030-01-01', to: '2030-01-05' }],
  stances: [],
  swaps: [],
  ledger: [
    { memberId: priya, role: 'facilitator', meetingId: meetingAt(90), servedAt: startsAt - 46 * DAY },
    { memberId: jonas, role: 'facilitator', meetingId: meetingAt(91), servedAt: startsAt - 39 * DAY },
  ],
  tallies: [],
}

/** The same with an open offer: `by` gives their first meeting for the third. */
export const offered = (by: MemberId, to: MemberId): Rotation => {
  const swap: Swap = {
    id: offerId,
    by,
    to,
    give: { meetingId: meetingAt(0), role: 'facilitator' },
    take: { meetingId: meetingAt(2), role: 'facilitator' },
    state: 'open',
    offeredAt: startsAt - 9 * DAY,
    version: 1,
  }
  const meetings = rotation.meetings.map((one, row) =>
    row === 0 || row === 2
      ? {
          ...one,
          cells: one.cells.map((held) =>
            held.role === 'facilitator' ? { ...held, memberId: row === 0 ? by : to, swapId: offerId } : held,
          ),
        }
      : one,
  )
  return { ...rotation, meetings, swaps: [swap] }
}

const seats = [priya, jonas, leyla, hana].map((id, index) => ({
  memberId: id,
  isHost: index === 0,
  joinedAt: startsAt - (90 - index) * DAY,
}))

export const circle: Circle = {
  id: circleIs,
  name: 'Reading code',
  purpose: 'To read what we did not write.',
  visibility: 'open',
  timeZone: 'Europe/Berlin',
  createdAt: startsAt - 90 * DAY,
  seats,
  standing: 'member',
  status: 'active',
  seatLimit: null,
  waiting: [],
  mustAccept: false,
}

/** How somebody is called whose name is not known yet, and the reader within a sentence. */
const NAMES = { somebody: 'Somebody', you: 'you' }

/** The texts of this folder, in English. */
export const speakEnglish = () =>
  startI18n({ account: { en: NAMES, de: NAMES }, rotation: messages, ui }, 'en')

/** The answers of the server, one after the other. */
class Answers {
  #now: Rotation
  readonly #told = new Set<() => void>()

  constructor(first: Rotation) {
    this.#now = first
  }

  readonly now = (): Rotation => this.#now
  readonly watch = (tell: () => void): (() => void) => {
    this.#told.add(tell)
    return () => this.#told.delete(tell)
  }
  readonly hand = (next: Rotation): void => {
    this.#now = next
    for (const tell of this.#told) tell()
  }
}

function Shown({ answers, of }: { readonly answers: Answers; readonly of: Circle }) {
  const shown = useSyncExternalStore(answers.watch, answers.now)
  return <RotationView circle={of} rotation={shown} further={false} onFurther={() => {}} />
}

/** Shows something to Priya, who knows everybody; `see` hands a newer answer of the server in. */
export const showRota = (first: Rotation = rotation, of: Circle = circle) => {
  const client = knowsEverybody()
  client.setQueryData(keyOf(readRotation, { params: { circleId: of.id }, query: {} }), first)
  const answers = new Answers(first)
  const shown = render(
    <AsPriya client={client}>
      <AtHome>
        <Shown answers={answers} of={of} />
      </AtHome>
    </AsPriya>,
  )
  return { ...shown, see: answers.hand }
}

/** Links need a router; wherever they lead, this is home. */
function AtHome({ children }: { readonly children: ReactNode }) {
  const [router] = useState(() =>
    createRouter({
      routeTree: createRootRoute({ component: () => children }),
      history: createMemoryHistory({ initialEntries: ['/'] }),
    }),
  )
  return <RouterProvider router={router as never} />
}
