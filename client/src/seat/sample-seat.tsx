import { listGuests } from '@rondo/shared/guest/contract.ts'
import { circleId, meetingId, segmentId } from '@rondo/shared/kernel/id.ts'
import { DAY, HOUR } from '@rondo/shared/kernel/time.ts'
import { readMySeats, readSeat } from '@rondo/shared/seat/contract.ts'
import type { Answer, CatchUp, PromptSeen, Seat, ToAnswer } from '@rondo/shared/seat/model.ts'
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import { AsPriya, hana, jonas, knowsEverybody, priya, uuid } from '../account/samples/index.tsx'
import { keyOf } from '../platform/ask.ts'
import { forgetServerTime } from '../platform/clock.ts'
import { addressOf } from '../platform/http.ts'
import { startI18n } from '../platform/i18n.ts'
import { messages as ui } from '../ui/messages.ts'
import { messages } from './messages.ts'

/* A meeting with two prompts, seen by Priya, who is not in the room: for the tests of this folder. */

export { hana, jonas, priya }
export const [checkIn, walk] = [segmentId.parse(uuid(2, 1)), segmentId.parse(uuid(2, 2))]
export const meeting = { id: meetingId.parse(uuid(3, 1)), timeZone: 'Europe/Berlin' }

/** The clock of the house may have been set by other tests, so whatever is open is open around now. */
const now = Date.now()
const window = { opensAt: now - DAY, closesAt: now + DAY }

export const answerOf = (by: Answer['memberId'], text: string, more: Partial<Answer> = {}): Answer => ({
  memberId: by,
  text,
  at: now - HOUR,
  changedAt: now - HOUR,
  ...more,
})

export const promptOf = (more: Partial<PromptSeen> = {}): PromptSeen => ({
  segmentId: checkIn,
  title: 'Check-in',
  prompt: 'How do you arrive?',
  isGone: false,
  answered: [],
  mine: null,
  others: null,
  ...more,
})

export const seatOf = (prompts: readonly PromptSeen[], more: Partial<Seat> = {}): Seat => ({
  window,
  prompts: [...prompts],
  present: [],
  final: null,
  worth: null,
  worthAsked: null,
  ...more,
})

const place = {
  meetingId: meeting.id,
  circleId: circleId.parse(uuid(4, 1)),
  circleName: 'Reading code',
  title: 'How Redis forgets',
  startsAt: now - HOUR,
  timeZone: meeting.timeZone,
  closesAt: window.closesAt,
}

export const toAnswer = (left: ToAnswer['left']): ToAnswer => ({
  ...place,
  opensAt: window.opensAt,
  left,
  given: 0,
})

export const missedOf = (more: Partial<CatchUp> = {}): CatchUp => ({
  ...place,
  wrappedAt: now,
  decisions: [],
  steps: [],
  questions: [],
  asked: [],
  more: 0,
  minutes: 1,
  ...more,
})

/** A machine that does much else may take its time. */
export const patient = { timeout: 20_000 }

/** Nothing is kept in it, and its clock is its own. */
export const freshBrowser = () => {
  localStorage.clear()
  forgetServerTime()
}

/** How somebody is called whose name is not known yet, and the reader within a sentence. */
const NAMES = { somebody: 'Somebody', you: 'you' }

/** The texts of this folder, in English. */
export const speakEnglish = () => startI18n({ account: { en: NAMES, de: NAMES }, seat: messages, ui }, 'en')

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' },
  })

/** A refusal as the server words it. */
export const refusal =
  (reason: string, detail: string, status = 409) =>
  () =>
    json({ code: status === 409 ? 'conflict' : 'forbidden', detail, reason }, status)

/** What the server has, and what it was told; a test says how it takes that. */
export class Server {
  seat: Seat
  mine: { toAnswer: ToAnswer[]; catchUps: CatchUp[] } = { toAnswer: [], catchUps: [] }
  readonly told: { path: string; body: unknown }[] = []
  /** Takes what it is told: changes what it has, and answers; by default with nothing. */
  take: (body: unknown) => Response | Promise<Response> = () => json(null)

  constructor(seat: Seat = seatOf([promptOf()])) {
    this.seat = seat
    vi.stubGlobal(
      'fetch',
      async (path: string, { method, body }: { method?: string; body?: string } = {}) => {
        if (path === addressOf(readSeat.path, { params: { meetingId: meeting.id } })) return json(this.seat)
        if (path === readMySeats.path) return json(this.mine)
        if (method !== 'POST') throw new TypeError(`nobody expected ${path}`)
        const sent: unknown = JSON.parse(body ?? 'null')
        this.told.push({ path, body: sent })
        return this.take(sent)
      },
    )
  }

  /** From now on it takes everything, has this then, and answers so. */
  becomes(...prompts: readonly PromptSeen[]): void {
    this.take = () => {
      this.seat = seatOf(prompts)
      return json(this.seat)
    }
  }
}

/** Puts a server in the place of the network; it has this to begin with. */
export const serve = (seat?: Seat): Server => new Server(seat)

/** Shows something to Priya, who knows everybody, in a browser that has asked nothing yet. */
export function show(children: ReactNode) {
  const client = knowsEverybody()
  client.setQueryData(keyOf(listGuests), { guests: [] })
  return render(children, {
    wrapper: ({ children: shown }) => <AsPriya client={client}>{shown}</AsPriya>,
  })
}

/** Links need a router; wherever they lead, this is home. */
export const showAtHome = (part: ReactNode) => {
  const router = createRouter({
    routeTree: createRootRoute({ component: () => part }),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  })
  return show(<RouterProvider router={router as never} />)
}
