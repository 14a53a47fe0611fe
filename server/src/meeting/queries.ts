import type { Actor } from '@rondo/shared/account/model.ts'
import { may } from '@rondo/shared/circle/may.ts'
import type { CircleId, MeetingId } from '@rondo/shared/kernel/id.ts'
import { accept, type Refusal, type Result } from '@rondo/shared/kernel/refusal.ts'
import { HOUR, type Instant } from '@rondo/shared/kernel/time.ts'
import type { Meeting, MeetingSummary } from '@rondo/shared/meeting/model.ts'
import { countsOf } from '../capture/index.ts'
import { permit, permitInMeeting } from '../circle/index.ts'
import type { Context } from '../journal/context.ts'
import type { Reader } from '../platform/db/database.ts'
import type { Upcoming } from '../rotation/index.ts'
import { hearsTheWord } from './floor/hearing.ts'
import { veiled } from './floor/veil.ts'
import {
  cancelReasonsOf,
  eventsOf,
  findMeeting,
  meetingsOf,
  meetingsToCome,
  neighboursOf,
  rolesOf,
  rsvpsOf,
  type ZonedMeeting,
} from './store.ts'

export const ABSENT: Refusal = { code: 'not-found', detail: 'There is no such meeting.' }

type Meetings = Promise<Result<{ meetings: MeetingSummary[] }>>

export const listMeetings = async ({ db }: Context, actor: Actor, circleId: CircleId): Meetings => {
  const permitted = await permit(db.read, actor, 'read', circleId)
  if (!permitted.ok) return permitted
  return accept({ meetings: await summaries(db.read, await meetingsOf(db.read, circleId)) })
}

export const listMyMeetings = async ({ db, clock }: Context, { memberId }: Actor): Meetings => {
  const toCome = await meetingsToCome(db.read, { memberId })
  return accept({ meetings: await summaries(db.read, nextOfEach(toCome, clock.now())) })
}

/** A series makes meetings for weeks ahead; whoever looks at their own day needs the next ones. */
const NEXT = 4

/** One that nobody started is waited for this long. */
const PATIENCE = 12 * HOUR

const nextOfEach = (rows: readonly ZonedMeeting[], now: Instant): ZonedMeeting[] => {
  const seen = new Map<CircleId, number>()
  return rows.filter(({ circleId, phase, startsAt }) => {
    if (phase === 'live') return true
    if (startsAt <= now - PATIENCE) return false
    const before = seen.get(circleId) ?? 0
    seen.set(circleId, before + 1)
    return before < NEXT
  })
}

const summaries = async (reader: Reader, rows: readonly ZonedMeeting[]): Promise<MeetingSummary[]> => {
  const ids = rows.map(({ id }) => id)
  const rsvps = await rsvpsOf(reader, ids)
  const counts = await countsOf(reader, ids)
  const reasons = await cancelReasonsOf(reader, rows)
  return rows.map((row) => {
    const { id, circleId, number, title, phase, startsAt, timeZone, plannedMinutes, pageId } = row
    return {
      id,
      circleId,
      number,
      title,
      phase,
      cancelReason: reasons.get(id) ?? null,
      startsAt,
      timeZone,
      plannedMinutes,
      pageId,
      roles: rolesOf(row),
      rsvps: rsvps.get(id) ?? [],
      counts: countedOf(counts.get(id)),
    }
  })
}

const countedOf = ({ decision = 0, next = 0, question = 0 }: Partial<MeetingSummary['counts']> = {}) => ({
  decision,
  next,
  question,
})

export const readMeeting = ({ db }: Context, actor: Actor, id: MeetingId): Promise<Result<Meeting>> =>
  meetingFor(db.read, actor, id)

/** The meeting as the actor sees it; not found when they may not. */
export const meetingFor = async (reader: Reader, actor: Actor, id: MeetingId): Promise<Result<Meeting>> => {
  const row = await findMeeting(reader, id)
  const permitted = await permitInMeeting(reader, actor, 'read', row, ABSENT)
  if (!permitted.ok) return permitted
  if (row === undefined) return { ok: false, refusal: ABSENT }
  const { circleId, number, title, format, formatName, timeZone, plannedMinutes, pageId, documentId } = row
  const log = await eventsOf(reader, id)
  return accept({
    id,
    circleId,
    number,
    title,
    format,
    formatName,
    timeZone,
    plannedMinutes,
    pageId,
    documentId,
    events: hearsTheWord(actor, row.phase, permitted.value) ? log : veiled(log),
    ...(actor.role === 'guest' ? NOTHING_AROUND : await around(reader, row)),
    mayWrite: may(actor, 'take-part', permitted.value),
  })
}

/** A guest learns nothing of other meetings, nor who of the circle said that they come. */
const NOTHING_AROUND = { rsvps: [], previous: null, next: null }

const around = async (
  reader: Reader,
  row: ZonedMeeting,
): Promise<Pick<Meeting, 'rsvps' | 'previous' | 'next'>> => ({
  rsvps: (await rsvpsOf(reader, [row.id])).get(row.id) ?? [],
  ...(await neighboursOf(reader, row)),
})

/** What the rota asks of meetings. */
export const upcomingMeetings = async (reader: Reader, circleId: CircleId): Promise<Upcoming[]> => {
  const rows = await meetingsToCome(reader, { circleId })
  return rows.map((row) => ({
    meetingId: row.id,
    startsAt: row.startsAt,
    timeZone: row.timeZone,
    isLive: row.phase === 'live',
    wanted: row.wantedRoles === null ? null : JSON.parse(row.wantedRoles),
    roles: rolesOf(row),
  }))
}
