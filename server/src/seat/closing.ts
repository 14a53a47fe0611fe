/**
 * Closes the window of a meeting: what was answered goes into the page, a version of it is kept, and the page is final.
 *
 * 1. Nothing is taken any more from the moment the closing is begun, so what is written then is all there is.
 * 2. Each answer carries an id into the page, and is written only where that does not stand yet: a server that ended
 *    anywhere on the way does the rest after its start, and nothing twice.
 * 3. One server at a time writes: it holds the closing for two minutes, which the others wait for.
 * 4. That the page is final is noted in the transaction that marks the job as done.
 */
import type { MeetingId } from '@rondo/shared/kernel/id.ts'
import { type Instant, MINUTE } from '@rondo/shared/kernel/time.ts'
import { foldMeeting } from '@rondo/shared/meeting/fold.ts'
import { windowIsOver, windowOf } from '@rondo/shared/meeting/window.ts'
import { findMember } from '../account/index.ts'
import { seatsOf } from '../circle/index.ts'
import { eventsOf, findMeeting, rotaMeetings } from '../meeting/index.ts'
import { findPageOfMeeting } from '../page/index.ts'
import { type Tx, transact } from '../platform/db/database.ts'
import type { Handler } from '../platform/jobs/jobs.ts'
import { followRota, recordServed } from '../rotation/index.ts'
import { keepVersion } from '../version/index.ts'
import { digestOfText } from './digest.ts'
import type { Place } from './place.ts'
import { presentInOwnTime } from './rules.ts'
import type { SeatContext } from './seat-context.ts'
import { type AnswerRow, answersOf, findClosing, finishClosing, holdClosing } from './store.ts'
import { writeAnswer } from './write-answers.ts'

export const CLOSE = 'seat.close'

const HELD_FOR = 2 * MINUTE

/** While a meeting is live beyond its window, and where a clock was set back. */
const LOOK_AGAIN = MINUTE

/** What is to be closed, or when to look again; null where there is nothing to close. */
type Begun = { place: Scene; answers: AnswerRow[]; closesAt: Instant } | { againAt: Instant } | null
type Scene = Pick<Place, 'meeting' | 'state'>

export const closeHandler = (context: SeatContext): Handler<Tx> => {
  const holder = context.ids.next<'holder'>()
  return {
    prepare: async ({ key }) => {
      const begun = await begin(context, holder, key as MeetingId)
      if (begun === null) return async () => null
      if ('againAt' in begun) return async () => begun.againAt
      const digest = await writeAll(context, begun.place, begun.answers)
      return async (tx) => {
        await end(context, tx, begun, digest)
        return null
      }
    },
  }
}

const begin = (context: SeatContext, holder: string, id: MeetingId): Promise<Begun> =>
  transact(context.db, async (tx) => {
    const meeting = await findMeeting(tx, id)
    const closing = await findClosing(tx, id)
    if (meeting === undefined || (closing !== undefined && closing.finalAt !== null)) return null
    const state = foldMeeting(await eventsOf(tx, id))
    const window = windowOf(state)
    if (window === null) return null
    const now = context.clock.now()
    if (!windowIsOver(state, now)) return { againAt: Math.max(window.closesAt, now + LOOK_AGAIN) }
    const answers = await answersOf(tx, id)
    // Where nobody came and nobody answered there was no meeting.
    if (state.phase === 'scheduled' && answers.length === 0) return null
    if (closing !== undefined && closing.holder !== holder && closing.until > now)
      return { againAt: closing.until }
    await holdClosing(tx, id, { holder, until: now + HELD_FOR })
    return { place: { meeting, state }, answers, closesAt: window.closesAt }
  })

/** Each in the name of whoever gave it, oldest first; answers what the page says then, in a few letters. */
const writeAll = async (
  context: SeatContext,
  { meeting }: Scene,
  answers: readonly AnswerRow[],
): Promise<string | null> => {
  for (const answer of answers)
    await context.documents.write(meeting.documentId, answer.memberId, (doc) => writeAnswer(doc, answer))
  const page = await findPageOfMeeting(context.db.read, meeting.id)
  if (page !== undefined)
    await keepVersion(context, page, { reason: 'final', name: await nameOf(context, meeting) })
  return (await context.documents.read(meeting.documentId, digestOfText))?.value ?? null
}

const NAMES = { en: 'Final', de: 'Endgültig', pseudo: 'Final' } as const

/** What the version is called, in the language of a host. */
const nameOf = async ({ db }: SeatContext, { circleId }: Place['meeting']): Promise<string> => {
  const host = (await seatsOf(db.read, circleId)).find(({ isHost }) => isHost)
  const member = host && (await findMember(db.read, host.memberId))
  return NAMES[member?.locale ?? 'en']
}

const end = async (
  context: SeatContext,
  tx: Tx,
  { place: { meeting, state }, answers, closesAt }: { place: Scene; answers: AnswerRow[]; closesAt: Instant },
  digest: string | null,
): Promise<void> => {
  const { id: meetingId, circleId } = meeting
  await finishClosing(tx, meetingId, { finalAt: closesAt, digest })
  const attended = presentInOwnTime(
    state,
    answers.map(({ memberId }) => memberId),
  )
  if (attended.length > 0) {
    await recordServed(tx, { circleId, meetingId, services: [], attended })
    const host = (await seatsOf(tx, circleId)).find(({ isHost }) => isHost)
    if (host !== undefined) await followRota(context, tx, rotaMeetings, circleId, host.memberId)
  }
  await context.journal.append(tx, [
    { name: 'seat.changed', payload: { circleId, meetingId }, audience: { circleId }, by: null },
  ])
}
