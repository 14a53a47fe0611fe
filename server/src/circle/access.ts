import type { Actor } from '@rondo/shared/account/model.ts'
import { type Action, may, type Thing } from '@rondo/shared/circle/may.ts'
import {
  type CircleId,
  circleId as idOfCircle,
  type MeetingId,
  type MemberId,
} from '@rondo/shared/kernel/id.ts'
import { accept, type Refusal, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../platform/db/database.ts'
import { findCircle, placeOf } from './store.ts'

/** A circle that never was, to be asked about where there is none: the answer must take as long as any other. */
export const NOWHERE: CircleId = idOfCircle.parse('00000000-0000-0000-0000-000000000000')

export const ABSENT: Refusal = { code: 'not-found', detail: 'There is no such circle.' }

/** What `may` is asked about for something in a circle, or in none; undefined when there is no such circle. */
export const thingOf = async (
  reader: Reader,
  memberId: MemberId,
  id: CircleId | null,
): Promise<Thing | undefined> => {
  if (id === null) return { kind: 'shared-page' }
  const circle = await findCircle(reader, id)
  const { standing, acceptedVersion } = await placeOf(reader, memberId, id)
  if (circle === undefined) return undefined
  const { visibility, status, agreedVersion } = circle
  const mustAccept = standing !== 'none' && agreedVersion !== null && acceptedVersion === null
  return { kind: 'circle', visibility, status, standing, mustAccept }
}

/**
 * Whether the actor may do this to something in a circle (null: to a shared page). What may not even be read is
 * refused with `absent`, the words in which the asker's feature refuses what does not exist: the two must not differ.
 */
export const permit = async (
  reader: Reader,
  actor: Actor,
  action: Action,
  circleId: CircleId | null,
  absent: Refusal = ABSENT,
): Promise<Result<Thing>> => {
  const thing = await thingOf(reader, actor.memberId, circleId)
  return judge(actor, action, thing, absent)
}

/**
 * Whether the actor may do this in a meeting: the one question that everything in its room asks, for a guest may be there, too.
 * Who asks about a meeting that there is not is answered as slowly as about any other.
 */
export const permitInMeeting = async (
  reader: Reader,
  actor: Actor,
  action: Action,
  meeting: { id: MeetingId; circleId: CircleId } | undefined,
  absent: Refusal,
): Promise<Result<Thing>> => {
  const thing = await thingOf(reader, actor.memberId, meeting?.circleId ?? NOWHERE)
  return judge(actor, action, asSeenBy(actor, meeting?.id, thing), absent)
}

/** What a meeting's circle is to the guest of that meeting. */
export const asSeenBy = (
  actor: Actor,
  meetingId: MeetingId | null | undefined,
  thing: Thing | undefined,
): Thing | undefined =>
  actor.role === 'guest' && actor.meetingId === meetingId && thing?.kind === 'circle'
    ? { ...thing, standing: 'guest' }
    : thing

const judge = (actor: Actor, action: Action, thing: Thing | undefined, absent: Refusal): Result<Thing> => {
  if (thing === undefined || !may(actor, 'read', thing)) return { ok: false, refusal: absent }
  return may(actor, action, thing) ? accept(thing) : whyNot(action, thing)
}

type Refused = ReturnType<typeof refuse>

const MEMBERS_ONLY: Refused = refuse('forbidden', 'Only members of the circle may do this.', {
  reason: 'circle.not-permitted',
})
const HOSTS_ONLY: Refused = refuse('forbidden', 'Only a host of the circle may do this.', {
  reason: 'circle.not-host',
})
const ARCHIVED: Refused = refuse(
  'forbidden',
  'This circle is archived: it can be read, and changed no more.',
  {
    reason: 'circle.archived',
  },
)
const CLOSING: Refused = refuse(
  'forbidden',
  'This circle is closing: nobody joins, and nothing new is agreed on.',
  {
    reason: 'circle.closing',
  },
)
const DRAFT: Refused = refuse('forbidden', 'This circle is still a draft. A host starts it first.', {
  reason: 'circle.draft',
})
const ACCEPT_FIRST: Refused = refuse('forbidden', 'Read and accept what this circle agreed on first.', {
  reason: 'circle.accept-first',
})

/** Why somebody who may read this may not do more, and what could be done about it. */
const whyNot = (action: Action, thing: Thing): Refused => {
  if (thing.kind !== 'circle' || thing.standing === 'guest') return MEMBERS_ONLY
  if (thing.status === 'archived') return ARCHIVED
  if (action === 'manage' && thing.standing !== 'host') return HOSTS_ONLY
  if (thing.standing === 'none')
    return action === 'join' && thing.status === 'closing' ? CLOSING : MEMBERS_ONLY
  if (thing.mustAccept) return ACCEPT_FIRST
  return thing.status === 'draft' ? DRAFT : CLOSING
}

/**
 * The `read` rule of `may` as a condition on a column that names a circle, or null for the whole workspace.
 * For lists: what may not be read is never selected. A test holds the two against each other.
 * `coalesce` keeps the planner from walking circle by circle when a list is wanted in the order of time.
 */
export const inReadableCircle = (column: string, memberId: MemberId): RawBuilder<boolean> => sql<boolean>`(
  ${sql.ref(column)} is null or coalesce(${sql.ref(column)}, '') in (
    select id from circle where visibility = 'open' and status <> 'draft' union all select circle_id from seat where member_id = ${memberId}
  )
)`

/** Whether a member may hear of something in a circle; asked when a fact is told, not when it happened. */
export const mayHear = async (
  reader: Reader,
  memberId: MemberId,
  circleId: CircleId,
  action: 'read' | 'belong' = 'read',
): Promise<boolean> => {
  const thing = await thingOf(reader, memberId, circleId)
  return thing !== undefined && may({ memberId, role: 'member' }, action, thing)
}
