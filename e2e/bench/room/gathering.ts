import { createCircle, joinCircle } from '@rondo/shared/circle/contract.ts'
import { formatIn } from '@rondo/shared/format/presets.ts'
import { joinMeeting, scheduleMeeting, startMeeting } from '@rondo/shared/meeting/contract.ts'
import type { Meeting } from '@rondo/shared/meeting/model.ts'
import { type Rondo, startRondo } from '../../world/rondo.ts'
import { seedPeople } from '../../world/seeded-people.ts'
import { Visitor } from '../../world/visitor.ts'
import type { Seat } from '../load/seat.ts'
import { yWebsocket } from '../wire/dialect.ts'

/** A live meeting with everybody in it, on a server of its own. */
export interface Gathering {
  readonly rondo: Rondo
  readonly people: readonly Visitor[]
  readonly meeting: Meeting
  /** The seat of a person at the page of the meeting. */
  seat(person: number): Seat
  dispose(): Promise<void>
}

/** The crowd comes from one machine; what holds a single address back is set aside. */
const LIMITS = JSON.stringify({ acceptsPerSecond: 100_000, socketsPerAddress: 100_000 })
/** So many ask at the same time; a crowd at a door comes in one by one as well. */
const AT_ONCE = 8

const inTurns = async <T>(all: readonly T[], act: (one: T) => Promise<unknown>): Promise<void> => {
  const waiting = [...all]
  const lane = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await act(one)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
}

/** Brings so many people together in a brown-bag that has begun. */
export const gather = async (count: number): Promise<Gathering> => {
  const seeded = seedPeople(count)
  const rondo = await startRondo({
    dataDir: seeded.dataDir,
    env: { RONDO_LIMITS: LIMITS, LOG_LEVEL: 'error' },
  })
  const people = seeded.cookies.map((cookie) => new Visitor(rondo.origin, cookie))
  const [host, ...others] = people
  if (host === undefined) throw new Error('A meeting needs somebody.')
  const circle = await host.ask(createCircle, {
    body: { name: 'Everybody', purpose: 'To learn in a crowd.', timeZone: 'Europe/Berlin' },
  })
  await inTurns(others, (person) => person.ask(joinCircle, { params: { circleId: circle.id } }))
  const { segments } = formatIn('en', 'brown-bag')
  const meeting = await host.ask(scheduleMeeting, {
    params: { circleId: circle.id },
    body: { title: 'A large room', format: 'brown-bag', startsAt: Date.now(), segments },
  })
  await host.ask(startMeeting, { params: { meetingId: meeting.id } })
  await inTurns(others, (person) => person.ask(joinMeeting, { params: { meetingId: meeting.id } }))
  const port = Number(new URL(rondo.origin).port)
  return {
    rondo,
    people,
    meeting,
    seat: (person) => ({
      document: meeting.documentId,
      dialect: yWebsocket,
      keeps: true,
      address: {
        port,
        path: `/sync/${meeting.documentId}`,
        from: '127.0.0.1',
        headers: { Cookie: people[person]?.cookie ?? '', Origin: rondo.origin },
      },
    }),
    dispose: async () => {
      await rondo.dispose()
      seeded.dispose()
    },
  }
}
