import type { Actor } from '@rondo/shared/account/model.ts'
import type { MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result } from '@rondo/shared/kernel/refusal.ts'
import type { Evenness } from '@rondo/shared/meeting/evenness.ts'
import { foldMeeting } from '@rondo/shared/meeting/fold.ts'
import { NOWHERE, permit, seatsOf } from '../../circle/index.ts'
import type { Context } from '../../journal/context.ts'
import type { DocumentContext } from '../../page/index.ts'
import type { Reader } from '../../platform/db/database.ts'
import { notFacilitator } from '../ground/rules.ts'
import { ABSENT } from '../queries.ts'
import { eventsOf, findMeeting, type ZonedMeeting } from '../store.ts'
import { evennessOf } from './evenness.ts'
import { quietOne } from './quiet.ts'
import { turnsLately } from './store.ts'

/** The meeting, for those whom its circle is for. */
const belonging = async (reader: Reader, actor: Actor, id: MeetingId): Promise<Result<ZonedMeeting>> => {
  const meeting = await findMeeting(reader, id)
  const permitted = await permit(reader, actor, 'belong', meeting?.circleId ?? NOWHERE, ABSENT)
  if (!permitted.ok) return permitted
  return meeting === undefined ? { ok: false, refusal: ABSENT } : accept(meeting)
}

interface ShownFloor {
  evenness: Evenness | null
  own: { here: number; lately: number }
}

export const readFloor = async (
  { db }: Context,
  actor: Actor,
  id: MeetingId,
): Promise<Result<ShownFloor>> => {
  const found = await belonging(db.read, actor, id)
  if (!found.ok) return found
  const { turns, here, attended } = await turnsLately(db.read, found.value)
  const people = (await seatsOf(db.read, found.value.circleId))
    .map(({ memberId }) => memberId)
    .filter((memberId) => attended.has(memberId))
  const own = { here: here.get(actor.memberId) ?? 0, lately: turns.get(actor.memberId) ?? 0 }
  return accept({ evenness: evennessOf(people.map((memberId) => turns.get(memberId) ?? 0)), own })
}

/** Whether somebody facilitates a meeting that is live: by the role, or beside whoever holds it. */
export const facilitated = async (reader: Reader, id: MeetingId, actor: Actor): Promise<boolean> =>
  facilitates(foldMeeting(await eventsOf(reader, id)), actor)

const facilitates = (state: ReturnType<typeof foldMeeting>, { memberId }: Actor): boolean =>
  state.phase === 'live' && (state.roles.facilitator === memberId || state.coFacilitator === memberId)

export const suggestQuiet = async (
  { db, documents }: DocumentContext,
  actor: Actor,
  id: MeetingId,
  without: readonly MemberId[] = [],
): Promise<Result<{ memberId: MemberId | null }>> => {
  const found = await belonging(db.read, actor, id)
  if (!found.ok) return found
  const state = foldMeeting(await eventsOf(db.read, id))
  if (state.phase !== 'live' || !facilitates(state, actor)) return notFacilitator()
  const { turns, here: now } = await turnsLately(db.read, found.value)
  const present = new Set<string>(documents.people(found.value.documentId).map((person) => person.id))
  const here = (await seatsOf(db.read, found.value.circleId))
    .map(({ memberId }) => memberId)
    .filter((memberId) => present.has(memberId))
  return accept({ memberId: quietOne(state, { here, now, lately: turns, without }) })
}
