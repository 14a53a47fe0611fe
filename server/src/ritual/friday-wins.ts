import type { CircleId, DocumentId, MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import { HOUR, type Instant } from '@rondo/shared/kernel/time.ts'
import type { PartOfSegment } from '@rondo/shared/meeting/events.ts'
import { findMember } from '../account/index.ts'
import { findCaptures } from '../capture/index.ts'
import { seatsOf } from '../circle/index.ts'
import { formatFor } from '../format/index.ts'
import { createAgenda, recordMeeting } from '../meeting/index.ts'
import { tell } from '../notify/index.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import type { Handler, Job, Run } from '../platform/jobs/jobs.ts'
import type { RitualContext } from './ritual-context.ts'
import { nextHour, WINS_OF, weekOf } from './rules.ts'
import { circleWith, insertWinsOpened, meetingAbout, ritualNamed, setBy, wereWinsOpened } from './store.ts'
import { draftWins } from './wins-text.ts'

export const WINS = 'ritual.wins'

/** Plans the next opening, or takes it back where the ritual is off. */
export const planWins = async ({ jobs, clock }: RitualContext, tx: Tx, circleId: CircleId): Promise<void> => {
  const circle = await circleWith(tx, circleId)
  const { isOn, hour } = await ritualNamed(tx, circleId, 'friday-wins')
  if (circle?.status !== 'active' || !isOn || hour === null)
    return jobs.withdraw(tx, { kind: WINS, key: circleId })
  await jobs.plan(tx, { kind: WINS, key: circleId, dueAt: nextHour(hour, circle.timeZone, clock.now()) })
}

/** Opens a circle's wins of the week: a meeting with a draft of what was caught, and everybody is told. */
export const winsHandler = (context: RitualContext): Handler<Tx> => ({
  prepare: async (job) => {
    const { read } = context.db
    const scene = await sceneOf(read, job)
    if (scene === null) return async () => null
    const again: Run<Tx> = async () => nextHour(scene.hour, scene.timeZone, context.clock.now())
    if (await wereWinsOpened(read, scene.circleId, scene.week)) return again
    const place = await prepareDraft(context, scene, job.dueAt)
    return async (tx) => {
      await open(context, tx, scene, place)
      return again(tx, job)
    }
  },
})

interface Scene {
  circleId: CircleId
  timeZone: string
  week: string
  hour: { weekday: number; time: string }
  /** In whose name the meeting is made: who turned the ritual on, or a host. */
  by: MemberId
}

/** Null where the ritual is off, the circle is not active, or nobody is there. */
const sceneOf = async (reader: Reader, { key, dueAt }: Job): Promise<Scene | null> => {
  const circleId = key as CircleId
  const circle = await circleWith(reader, circleId)
  const { isOn, hour } = await ritualNamed(reader, circleId, 'friday-wins')
  if (circle?.status !== 'active' || !isOn || hour === null) return null
  const seats = await seatsOf(reader, circleId)
  const set = await setBy(reader, circleId, 'friday-wins')
  const by = (seats.find(({ memberId }) => memberId === set) ?? seats.find(({ isHost }) => isHost))?.memberId
  if (by === undefined) return null
  return { circleId, timeZone: circle.timeZone, week: weekOf(dueAt, circle.timeZone), hour, by }
}

/** The page of the wins: that of a meeting which the circle has planned itself, or a new one. */
type Place =
  | { meetingId: MeetingId; startsAt: Instant }
  | { documentId: DocumentId; parts: readonly PartOfSegment[]; startsAt: Instant; plan: Plan }

type Plan = Parameters<typeof recordMeeting>[2]['plan']

const prepareDraft = async (context: RitualContext, scene: Scene, dueAt: Instant): Promise<Place> => {
  const { db, documents, clock } = context
  const now = clock.now()
  const wins = await winsOf(db.read, scene, dueAt)
  const planned = await meetingAbout(db.read, scene.circleId, 'friday-wins', dueAt)
  if (planned !== undefined) {
    await documents.write(planned.documentId, 'server', (doc) => draftWins(doc, wins))
    return { meetingId: planned.id, startsAt: planned.startsAt }
  }
  const locale = (await findMember(db.read, scene.by))?.locale ?? 'en'
  const format = await formatFor(db.read, scene.circleId, 'friday-wins', locale)
  if (format === undefined) throw new Error('Friday wins have no format')
  const { documentId, parts } = await createAgenda(context, format)
  await documents.write(documentId, 'server', (doc) => draftWins(doc, wins))
  // Caught up after downtime it opens when it opens.
  const startsAt = now - dueAt > HOUR ? now : dueAt
  const { name: title, segments, page, roles } = format
  const plan = { title, format: 'friday-wins' as const, startsAt, segments, page, roles }
  return { documentId, parts, startsAt, plan }
}

const MOST_WINS = 200

/** What was caught as a win in the circle's pages within the week. */
const winsOf = async (reader: Reader, { circleId, by }: Scene, until: Instant) => {
  const caught = await findCaptures(reader, by, { circleId, kind: 'win' }, MOST_WINS)
  return caught.filter(({ at }) => at > until - WINS_OF && at <= until).toReversed()
}

const open = async (context: RitualContext, tx: Tx, scene: Scene, place: Place): Promise<void> => {
  const { circleId, week, by } = scene
  if (await wereWinsOpened(tx, circleId, week)) return
  const meetingId = 'meetingId' in place ? place.meetingId : context.ids.next<'meeting'>()
  if (!('meetingId' in place)) {
    const { documentId, parts, plan } = place
    await recordMeeting(context, tx, { id: meetingId, circleId, documentId, parts, by, plan })
  }
  await insertWinsOpened(tx, { circleId, week, meetingId, openedAt: context.clock.now() })
  const members = (await seatsOf(tx, circleId)).map(({ memberId }) => memberId)
  const about = { kind: 'wins-open', circleId, meetingId, startsAt: place.startsAt } as const
  await tell(context, tx, members, { key: `wins ${circleId} ${week}`, about })
}
