import type { Actor } from '@rondo/shared/account/model.ts'
import type { GuestLink } from '@rondo/shared/guest/model.ts'
import type { CircleId, GuestLinkId, MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import { accept, type Refusal, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import { hashSecret, newSecret } from '../account/index.ts'
import { permitInMeeting } from '../circle/index.ts'
import type { Context } from '../journal/context.ts'
import { findMeeting } from '../meeting/index.ts'
import { type Reader, type Tx, transact } from '../platform/db/database.ts'
import { mayMakeLink } from './rules.ts'
import { doorOf, endLink, endLinksOf, insertLink, linksOf } from './store.ts'

/** What guests need beside what every room has. */
export interface GuestContext extends Context {
  readonly publicUrl: string
}

type Meeting = NonNullable<Awaited<ReturnType<typeof findMeeting>>>

const ABSENT: Refusal = { code: 'not-found', detail: 'There is no such meeting.' }

/** The meeting, where the actor writes in it: they may let somebody in. */
export const hostedMeeting = async (
  reader: Reader,
  actor: Actor,
  id: MeetingId,
): Promise<Result<Meeting>> => {
  const meeting = await findMeeting(reader, id)
  const permitted = await permitInMeeting(reader, actor, 'write', meeting, ABSENT)
  if (!permitted.ok) return permitted
  return meeting === undefined ? { ok: false, refusal: ABSENT } : accept(meeting)
}

/** Makes a link whose secret is told this once; only its hash is kept. */
export const makeLink = (
  context: GuestContext,
  actor: Actor,
  meetingId: MeetingId,
): Promise<Result<{ link: GuestLink; url: string }>> =>
  transact(context.db, async (tx) => {
    const found = await hostedMeeting(tx, actor, meetingId)
    if (!found.ok) return found
    const now = context.clock.now()
    const open = (await linksOf(tx, meetingId)).filter(({ revokedAt }) => revokedAt === null)
    const decided = mayMakeLink(await doorOf(tx, meetingId), open.length, now)
    if (!decided.ok) return decided
    const secret = newSecret()
    const link = {
      id: context.ids.next<'guest-link'>(),
      madeBy: actor.memberId,
      madeAt: now,
      revokedAt: null,
    }
    await insertLink(tx, { ...link, meetingId, tokenHash: hashSecret(secret), revokedBy: null })
    await tellChanged(context, tx, found.value, actor.memberId)
    return accept({ link: { ...link, guests: 0 }, url: `${context.publicUrl}/guests/${secret}` })
  })

/** Ends a link. Whoever ends one that was ended already has what they wanted. */
export const revokeLink = (
  context: GuestContext,
  actor: Actor,
  meetingId: MeetingId,
  id: GuestLinkId,
): Promise<Result<null>> =>
  transact(context.db, async (tx) => {
    const found = await hostedMeeting(tx, actor, meetingId)
    if (!found.ok) return found
    const done = await endLink(tx, { id, meetingId }, { at: context.clock.now(), by: actor.memberId })
    if (done === 'absent') return refuse('not-found', 'This meeting has no such link.')
    if (done === 'ended') await tellChanged(context, tx, found.value, actor.memberId)
    return accept(null)
  })

/** Ends every link of a circle, which becomes confidential. */
export const closeToGuests =
  (context: Pick<Context, 'clock'>) =>
  (tx: Tx, circleId: CircleId, by: MemberId): Promise<void> =>
    endLinksOf(tx, circleId, { at: context.clock.now(), by })

export const tellChanged = (
  { journal }: Pick<Context, 'journal'>,
  tx: Tx,
  { id: meetingId, circleId }: { id: MeetingId; circleId: CircleId },
  by: MemberId,
): Promise<void> =>
  journal.append(tx, [
    { name: 'guests.changed', payload: { circleId, meetingId }, audience: { circleId }, by },
  ])
