import { signIn } from '@rondo/shared/account/contract.ts'
import { setCadence } from '@rondo/shared/cadence/contract.ts'
import { createCircle } from '@rondo/shared/circle/contract.ts'
import type { CircleId, MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import {
  joinMeeting,
  listMeetings,
  readMeeting,
  startMeeting,
  wrapMeeting,
} from '@rondo/shared/meeting/contract.ts'
import { foldMeeting } from '@rondo/shared/meeting/fold.ts'
import { changeRitual, listRituals } from '@rondo/shared/ritual/contract.ts'
import { addressFor, comeInvited, foundWorkspace, PASSWORD } from '../world/people.ts'
import type { Visitor } from '../world/visitor.ts'

const HOST = 'Ada Lind'
const NAMES = [
  'Ben Okafor',
  'Cleo Martin',
  'Dan Weiss',
  'Eve Laurent',
  'Finn Berg',
  'Gus Moreau',
  'Hana Sato',
]

export const ZONE = 'Europe/Berlin'

/** Eight people who meet every Thursday at five, and look at their wins on Fridays. */
export interface CircleOfEight {
  circleId: CircleId
  people: Map<MemberId, Visitor>
}

export const gather = async (origin: string, startsOn: string): Promise<CircleOfEight> => {
  const host = await foundWorkspace(origin, HOST)
  const body = { name: 'The eight', purpose: 'To live through a year.', timeZone: ZONE }
  const circle = await host.ask(createCircle, { body })
  const people = new Map([[(await host.me()).id, host]])
  for (const name of NAMES) {
    const guest = await comeInvited(host, name, { circleId: circle.id })
    people.set((await guest.me()).id, guest)
  }
  const params = { circleId: circle.id }
  const plan = { rule: 'FREQ=WEEKLY;BYDAY=TH', startsOn, times: ['17:00'], exceptions: [] }
  await host.ask(setCadence, {
    params,
    body: { ...plan, title: 'Thursday circle', format: 'learning-circle', from: 0 },
  })
  const { rituals } = await host.ask(listRituals, { params })
  const version = rituals.find(({ name }) => name === 'friday-wins')?.version ?? 0
  await host.ask(changeRitual, { params: { ...params, name: 'friday-wins' }, body: { version, isOn: true } })
  return { circleId: circle.id, people }
}

/** Sessions end after some weeks; people sign in again. */
export const signInAgain = async ({ people }: CircleOfEight): Promise<void> => {
  for (const [index, person] of [...people.values()].entries()) {
    const email = addressFor([HOST, ...NAMES][index] ?? '')
    await person.ask(signIn, { body: { email, password: PASSWORD } })
  }
}

/** Somebody who is there, for reading. */
export const anyone = ({ people }: CircleOfEight): Visitor => {
  const [first] = people.values()
  if (first === undefined) throw new Error('Nobody is there.')
  return first
}

export const meetingsOf = async (circle: CircleOfEight) =>
  (await anyone(circle).ask(listMeetings, { params: { circleId: circle.circleId } })).meetings.toSorted(
    (a, b) => a.startsAt - b.startsAt || a.number - b.number,
  )

/** Holds a meeting: whoever leads starts it, everybody comes, and it is wrapped up. */
export const hold = async (circle: CircleOfEight, meetingId: MeetingId): Promise<void> => {
  const params = { meetingId }
  const { events } = await anyone(circle).ask(readMeeting, { params })
  const state = foldMeeting(events)
  const leads = state.phase === 'unscheduled' ? null : state.roles.facilitator
  const leader = (leads === null ? undefined : circle.people.get(leads)) ?? anyone(circle)
  await leader.ask(startMeeting, { params })
  for (const person of circle.people.values()) await person.ask(joinMeeting, { params })
  await leader.ask(wrapMeeting, { params, body: { noNextStep: false } })
}
