import type { Fact, FactPayload } from '@rondo/shared/journal/facts.ts'
import type { MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { NotificationKind } from '@rondo/shared/notify/model.ts'
import type { Swap } from '@rondo/shared/rotation/model.ts'
import { findMeeting } from '../meeting/index.ts'
import type { Tx } from '../platform/db/database.ts'
import { findSwap, giveOf, takeOf } from '../rotation/index.ts'
import type { NotifyContext } from './notify-context.ts'
import { NEWS_FOR } from './rules.ts'
import { tell } from './tell.ts'

type SwapKind = Extract<NotificationKind, `swap-${string}`>

/** What a swap must be for a notification to be still so. */
export const SWAP_STATE: Record<SwapKind, Swap['state']> = {
  'swap-offered': 'open',
  'swap-accepted': 'accepted',
  'swap-declined': 'declined',
  'swap-undone': 'undone',
  'swap-withdrawn': 'withdrawn',
  'swap-lapsed': 'lapsed',
}

/** What the one of the two is told who did not do it themselves. */
const KIND_OF: Record<Swap['state'], SwapKind> = {
  open: 'swap-offered',
  accepted: 'swap-accepted',
  declined: 'swap-declined',
  undone: 'swap-undone',
  lapsed: 'swap-lapsed',
  withdrawn: 'swap-withdrawn',
}

type Happened<Name extends Fact['name']> = {
  readonly at: Instant
  readonly by: MemberId | null
  readonly payload: FactPayload<Name>
}

/** Tells whoever is asked to swap, and afterwards whoever asked, what became of it. */
export const tellOfSwap = async (
  context: NotifyContext,
  tx: Tx,
  { at, by: actor, payload }: Happened<'rotation.swap-changed'>,
): Promise<void> => {
  const { circleId, swapId, by, to, state } = payload
  const kind = KIND_OF[state]
  const swap = await findSwap(tx, circleId, swapId)
  if (swap === undefined) return
  const isForAsked = state === 'open' || state === 'withdrawn' || (state === 'undone' && actor === by)
  const [told, other] = isForAsked ? [to, by] : [by, to]
  // Undone by the one who was asked, the asker has the own turn back; else it is about the turn that was asked for.
  const { meetingId } = state === 'undone' && !isForAsked ? giveOf(swap) : takeOf(swap)
  const startsAt = await aheadAt(context, tx, meetingId, at)
  if (told === actor || startsAt === null) return
  const about = { kind, circleId, meetingId, startsAt, swapId, by: other }
  await tell(context, tx, [told], { key: `${kind} ${swapId}`, about })
}

/** Tells somebody to whom a host gave a turn. */
export const tellOfAssignment = async (
  context: NotifyContext,
  tx: Tx,
  { at, payload }: Happened<'rotation.turn-decided'>,
): Promise<void> => {
  const { circleId, meetingId, role, memberId, decision, by } = payload
  if (decision !== 'assigned' || memberId === null || memberId === by) return
  const startsAt = await aheadAt(context, tx, meetingId, at)
  if (startsAt === null) return
  const about = { kind: 'assigned', circleId, meetingId, startsAt, role, by } as const
  await tell(context, tx, [memberId], { key: `assigned ${meetingId} ${role} ${at}`, about })
}

/** When a meeting begins that is still to come; null where that, or what happened at `at`, is no news any more. */
const aheadAt = async (
  { clock }: NotifyContext,
  tx: Tx,
  meetingId: MeetingId,
  at: Instant,
): Promise<Instant | null> => {
  const meeting = await findMeeting(tx, meetingId)
  const isNews = clock.now() - at <= NEWS_FOR && meeting?.phase === 'scheduled'
  return isNews ? meeting.startsAt : null
}
