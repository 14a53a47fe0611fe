import { createCircle, joinCircle } from '@rondo/shared/circle/contract.ts'
import type { CircleId, MeetingId } from '@rondo/shared/kernel/id.ts'
import { DAY, HOUR, MINUTE } from '@rondo/shared/kernel/time.ts'
import * as meeting from '@rondo/shared/meeting/contract.ts'
import { foldMeeting } from '@rondo/shared/meeting/fold.ts'
import * as contract from '@rondo/shared/rotation/contract.ts'
import type { Role } from '@rondo/shared/rotation/model.ts'
import { circleRoutes } from '../circle/index.ts'
import { temporaryContext } from '../journal/temporary-context.ts'
import { dumpOf, granted, refused, temporaryApp, temporaryPeople } from '../journal/temporary-people.ts'
import { pageRoutes } from '../page/index.ts'
import { transact } from '../platform/db/database.ts'
import type { Principal } from '../platform/http/http-app.ts'
import { runJournalProjection } from '../projection/journal-projection.ts'
import { temporaryDocuments } from '../projection/temporary-documents.ts'
import { recordServed, rotaProjection, rotationRoutes } from '../rotation/index.ts'
import { rotaMeetings } from './rota-meetings.ts'
import { meetingRoutes } from './routes.ts'

export const F: Role = 'facilitator'
export const N: Role = 'note-taker'

export type TemporaryRota = Awaited<ReturnType<typeof temporaryRota>>
type TurnContract = typeof contract.acceptTurn

/** For tests: a circle of Ada, its host, Ben, Eve and Dan, with Zoe outside, and the words in which its rota is told. */
export const temporaryRota = async () => {
  const { context, ask, people } = await room()
  const [ada, ben, eve, dan, zoe] = people as [Principal, Principal, Principal, Principal, Principal]
  const follower = runJournalProjection(context, rotaProjection(context, rotaMeetings))
  const body = { name: 'Reading', purpose: 'To read.', timeZone: 'Europe/Berlin' }
  const circleId: string = granted(await ask(ada, createCircle, { body })).id
  for (const who of [ben, eve, dan]) {
    context.clock.advance(MINUTE)
    granted(await ask(who, joinCircle, { params: { circleId } }))
  }

  const schedule = async (inDays: number, more: object = {}): Promise<MeetingId> => {
    const body = {
      title: 'Reading',
      format: 'learning-circle',
      startsAt: context.clock.now() + inDays * DAY,
      segments: [{ title: 'Round', minutes: 30 }],
      ...more,
    }
    return granted(await ask(ada, meeting.scheduleMeeting, { params: { circleId }, body })).id
  }

  /** Everybody has been to a meeting, in which nobody had a role. */
  const seasoned = async () => {
    const attended = [ada, ben, eve, dan].map(({ memberId }) => memberId)
    const common = { circleId: circleId as CircleId, meetingId: context.ids.next<'meeting'>() }
    await transact(context.db, (tx) => recordServed(tx, { ...common, services: [], attended }))
  }

  /** Four meetings, a week apart, the first in eight days: all of them still follow the plan. */
  const month = async (): Promise<MeetingId[]> => {
    await seasoned()
    const ids: MeetingId[] = []
    for (const week of [0, 1, 2, 3]) ids.push(await schedule(8 + 7 * week))
    return ids
  }

  const rotation = async (who = ada, query: Record<string, string> = {}) =>
    granted(await ask(who, contract.readRotation, { params: { circleId }, query }))

  const nameOf = (memberId: string | null | undefined) =>
    Object.entries({ ada, ben, eve, dan, zoe }).find(([, who]) => who.memberId === memberId)?.[0] ?? null

  const who = async (role: Role = F) =>
    (await rotation()).meetings.map(({ cells }) => nameOf(cells.find((cell) => cell.role === role)?.memberId))

  const cell = async (meetingId: string, role: Role = F) => {
    const found = (await rotation(ada, { meetings: '12' })).meetings.find(
      (one) => one.meetingId === meetingId,
    )
    const one = found?.cells.find((candidate) => candidate.role === role)
    if (!one) throw new Error('There is no such cell')
    return one
  }

  const seenIn = async (meetingId: string, role: Role = F) => {
    const { memberId, version } = await cell(meetingId, role)
    return { memberId, version }
  }

  const act = async (
    by: Principal,
    command: TurnContract,
    meetingId: string,
    { role = F, seen, ...more }: { role?: Role; seen?: object; memberId?: string } = {},
  ) =>
    ask(by, command, {
      params: { meetingId, role },
      body: { seen: seen ?? (await seenIn(meetingId, role)), ...more },
    })

  const offer = async (by: Principal, give: string, take: string, role: Role = F) =>
    ask(by, contract.offerSwap, {
      params: { circleId },
      body: {
        give: { meetingId: give, role, seen: await seenIn(give, role) },
        take: { meetingId: take, role, seen: await seenIn(take, role) },
      },
    })

  const answer = (by: Principal, command: typeof contract.acceptSwap, swapId: string, version = 1) =>
    ask(by, command, { params: { circleId, swapId }, body: { version } })

  const dayOfMeeting = async (meetingId: string) => {
    const found = (await rotation(ada, { meetings: '12' })).meetings.find(
      (one) => one.meetingId === meetingId,
    )
    if (!found?.day) throw new Error('This meeting has no day')
    return found.day
  }

  const rolesInLog = async (meetingId: string) => {
    await follower.settled()
    const state = foldMeeting(granted(await ask(ada, meeting.readMeeting, { params: { meetingId } })).events)
    if (state.phase === 'unscheduled') throw new Error('There is no log')
    return state.roles
  }

  const hold = async (meetingId: MeetingId, ...people: Principal[]) => {
    const params = { meetingId }
    const [first = ada, ...others] = people
    granted(await ask(first, meeting.startMeeting, { params }))
    for (const one of others) granted(await ask(one, meeting.joinMeeting, { params }))
    context.clock.advance(HOUR)
    granted(await ask(first, meeting.wrapMeeting, { params, body: { noNextStep: false } }))
    await follower.settled()
  }

  /** What must be refused, and must leave everything as it was. */
  const refusedWithout = async (attempt: () => Promise<Parameters<typeof refused>[0]>) => {
    await follower.settled()
    const before = await dumpOf(context)
    const problem = refused(await attempt())
    if ((await dumpOf(context)) !== before) throw new Error('What was refused changed something')
    return problem
  }

  const close = async () => {
    await follower.stop()
    await context.close()
  }

  return {
    context,
    ask,
    follower,
    circleId,
    ada,
    ben,
    eve,
    dan,
    zoe,
    close,
    schedule,
    seasoned,
    month,
    rotation,
    nameOf,
    who,
    cell,
    seenIn,
    act,
    offer,
    answer,
    dayOfMeeting,
    rolesInLog,
    hold,
    refusedWithout,
  }
}

const room = async () => {
  const context = { ...(await temporaryContext()), documents: temporaryDocuments() }
  const people = await temporaryPeople(context, ['Ada', 'Ben', 'Eve', 'Dan', 'Zoe'])
  const ask = temporaryApp(context, people, (app) => {
    circleRoutes(app, context, {
      pastMeetings: async () => [],
      isMeeting: async () => false,
      nextFacilitator: async () => null,
      closeToGuests: async () => undefined,
      writeStory: () => Promise.reject(new Error('No story is told here')),
    })
    rotationRoutes(app, context, rotaMeetings)
    pageRoutes(app, context)
    meetingRoutes(app, context)
  })
  return { context, people, ask }
}
