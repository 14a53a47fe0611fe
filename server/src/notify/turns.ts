import type { Fact, FactPayload } from '@rondo/shared/journal/facts.ts'
import type { CircleId, MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import { holderOf, type MeetingEvent } from '@rondo/shared/meeting/events.ts'
import type { NotificationKind } from '@rondo/shared/notify/model.ts'
import { role, type Swap } from '@rondo/shared/rotation/model.ts'
import { findMeeting } from '../meeting/index.ts'
import type { Tx } from '../platform/db/database.ts'
import { findSwap, giveOf, takeOf, turnsOf } from '../rotation/index.ts'
import type { NotifyContext } from './notify-context.ts'
import { NEWS_FOR, REMINDED_BEFORE } from './rules.ts'
import { stateBefore } from './state-before.ts'
import { tell } from './tell.ts'

type RolesPlanned = Extract<MeetingEvent, { type: 'roles-planned' }>
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
  const { circleId, meetingId, memberId, decision, by } = payload
  if (decision !== 'assigned' || memberId === null || memberId === by) return
  const startsAt = await aheadAt(context, tx, meetingId, at)
  if (startsAt === null) return
  const about = { kind: 'assigned', circleId, meetingId, startsAt, role: payload.role, by } as const
  await tell(context, tx, [memberId], { key: `assigned ${meetingId} ${payload.role} ${at}`, about })
}

/** Tells those to whom the rota gives a turn when the reminder, which names one's roles, has been given already. */
export const tellOfLateTurns = async (
  context: NotifyContext,
  tx: Tx,
  { circleId, meetingId, event }: { circleId: CircleId; meetingId: MeetingId; event: RolesPlanned },
): Promise<void> => {
  const startsAt = await aheadAt(context, tx, meetingId, event.at)
  if (startsAt === null || startsAt - event.at > REMINDED_BEFORE) return
  const state = await stateBefore(tx, meetingId, event)
  const before = 'roles' in state ? state.roles : undefined
  const decided = (await turnsOf(tx, [meetingId])).filter(({ memberId }) => memberId !== null)
  for (const [name, holder] of Object.entries(event.roles)) {
    const named = role.safeParse(name).data
    const isNew = named !== undefined && holder !== null && (before && holderOf(before, named)) !== holder
    // What somebody decided themselves, or a host for them, is told otherwise.
    if (
      !isNew ||
      holder === event.by ||
      decided.some((turn) => turn.role === named && turn.memberId === holder)
    )
      continue
    const about = { kind: 'turn-came', circleId, meetingId, startsAt, role: named } as const
    await tell(context, tx, [holder], { key: `turn-came ${meetingId} ${named} ${event.seq}`, about })
  }
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
