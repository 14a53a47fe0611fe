import type { Actor } from '@rondo/shared/account/model.ts'
import type { MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import { type Instant, MINUTE } from '@rondo/shared/kernel/time.ts'
import { NOWHERE, permit, seatsOf } from '../circle/index.ts'
import { facilitated, findMeeting } from '../meeting/index.ts'
import { type Reader, transact } from '../platform/db/database.ts'
import type { NotifyContext } from './notify-context.ts'
import { timesOfInvitations } from './store.ts'
import { tell } from './tell.ts'

const SPAN = 10 * MINUTE
/** So many invitations one person sends within the span. */
const MOST_IN_SPAN = 4

const ABSENT = { code: 'not-found', detail: 'There is no such meeting.' } as const

/** Invites a member to speak, in the actor's own words; it is told to that member and stands nowhere else. */
export const inviteToSpeak = (
  context: NotifyContext,
  actor: Actor,
  meetingId: MeetingId,
  { to, text }: { to: MemberId; text: string },
): Promise<Result<null>> =>
  transact(context.db, async (tx) => {
    const meeting = await findMeeting(tx, meetingId)
    const permitted = await permit(tx, actor, 'write', meeting?.circleId ?? NOWHERE, ABSENT)
    if (!permitted.ok) return permitted
    if (meeting === undefined) return { ok: false, refusal: ABSENT }
    const { circleId, startsAt } = meeting
    if (!(await facilitated(tx, meetingId, actor))) {
      return refuse('forbidden', 'Whoever facilitates a meeting that is live invites people to speak.', {
        reason: 'meeting.not-facilitator',
      })
    }
    const seated = (await seatsOf(tx, circleId)).some(({ memberId }) => memberId === to)
    if (!seated || to === actor.memberId) {
      return refuse('invalid', 'Some fields are not right.', {
        errors: [{ field: 'to', detail: 'must be somebody else of this circle' }],
      })
    }
    const key = `invited ${meetingId} ${actor.memberId}`
    const now = context.clock.now()
    const wait = await waitFor(tx, key, to, now)
    if (wait > 0) {
      return refuse('too-many', 'You have invited people a moment ago. Leave them some time.', {
        reason: 'notify.invited-already',
        retryAfter: Math.ceil(wait / 1000),
      })
    }
    const about = { kind: 'invited', circleId, meetingId, startsAt, by: actor.memberId, text } as const
    await tell(context, tx, [to], { key: `${key} ${now}`, about })
    return accept(null)
  })

/** Milliseconds until the next invitation by the same person: to the same one, or to anybody. */
const waitFor = async (reader: Reader, key: string, to: MemberId, now: Instant): Promise<number> => {
  const sent = await timesOfInvitations(reader, key, now - SPAN)
  const oldest = sent[sent.length - MOST_IN_SPAN]?.at ?? null
  const latest = sent.findLast(({ memberId }) => memberId === to)?.at ?? null
  return Math.max(0, ...[oldest, latest].map((at) => (at === null ? 0 : at + SPAN - now)))
}
