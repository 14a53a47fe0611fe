import type { Actor } from '@rondo/shared/account/model.ts'
import { may } from '@rondo/shared/circle/may.ts'
import type { planSeries, rankSlots } from '@rondo/shared/hours/contract.ts'
import type { Attendee, Series, Slot } from '@rondo/shared/hours/model.ts'
import type { ParsedOf } from '@rondo/shared/kernel/contract.ts'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import { isZone } from '@rondo/shared/kernel/time.ts'
import { permit, seatsOf } from '../circle/index.ts'
import type { Context } from '../journal/context.ts'
import type { Reader } from '../platform/db/database.ts'
import { planSeriesElsewhere, rankSlotsElsewhere } from './fair-elsewhere.ts'
import { circleZone, hoursOf, type KnownHours, zonesOf } from './store.ts'

export const readOwnHours = async ({ db }: Context, { memberId }: Actor): Promise<Result<KnownHours>> =>
  accept((await hoursOf(db.read, [memberId]))(memberId))

export const listHours = async (
  { db }: Context,
  actor: Actor,
  circleId: CircleId,
): Promise<Result<{ attendees: Attendee[] }>> => {
  const table = await tableOf(db.read, actor, circleId)
  return table.ok ? accept({ attendees: table.value.attendees }) : table
}

export const rankSlotsFor = async (
  { db, clock }: Context,
  actor: Actor,
  circleId: CircleId,
  wanted: ParsedOf<typeof rankSlots>['query'],
): Promise<Result<{ slots: Slot[] }>> => {
  const table = await tableOf(db.read, actor, circleId)
  if (!table.ok) return table
  return rankSlotsElsewhere({ ...table.value, ...wanted, notBefore: clock.now() })
}

export const planSeriesFor = async (
  { db }: Context,
  actor: Actor,
  circleId: CircleId,
  wanted: ParsedOf<typeof planSeries>['query'],
): Promise<Result<Series>> => {
  const table = await tableOf(db.read, actor, circleId)
  return table.ok ? planSeriesElsewhere({ ...table.value, ...wanted }) : table
}

/** The people of a circle with their zones and hours, and the circle's zone: for the circle's own people only. */
const tableOf = async (
  reader: Reader,
  actor: Actor,
  circleId: CircleId,
): Promise<Result<{ attendees: Attendee[]; zone: string }>> => {
  const permitted = await permit(reader, actor, 'read', circleId)
  if (!permitted.ok) return permitted
  if (!may(actor, 'write', permitted.value))
    return refuse('forbidden', 'Only the people of a circle see when the others work.', {
      reason: 'hours.not-in-circle',
    })
  const zone = await circleZone(reader, circleId)
  const memberIds = (await seatsOf(reader, circleId)).map(({ memberId }) => memberId)
  const zones = await zonesOf(reader, memberIds)
  const known = await hoursOf(reader, memberIds)
  const attendees = memberIds.map((memberId) => ({
    memberId,
    timeZone: zones.get(memberId) ?? zone,
    ...known(memberId),
  }))
  const unknown = [zone, ...zones.values()].find((name) => !isZone(name))
  return unknown === undefined ? accept({ attendees, zone }) : unknownZone(unknown)
}

/** Possible only where a zone was stored by a server that knew more zones than this one. */
const unknownZone = (zone: string) =>
  refuse('conflict', `This server does not know the time zone ${zone}. Choose another in the settings.`, {
    reason: 'hours.unknown-zone',
  })
