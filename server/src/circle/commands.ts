import type { Actor } from '@rondo/shared/account/model.ts'
import { may } from '@rondo/shared/circle/may.ts'
import { type Circle, purpose as purposeSchema } from '@rondo/shared/circle/model.ts'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { Context } from '../journal/context.ts'
import { type Tx, transact } from '../platform/db/database.ts'
import { ABSENT, permit } from './access.ts'
import { nameOf } from './members.ts'
import type { CircleNeighbours } from './neighbours.ts'
import { circleFor } from './queries.ts'
import { takeSeat } from './seat-commands.ts'
import { type CircleRow, findCircle, insertCircle, updateCircle } from './store.ts'
import { deleteWaiting } from './waiting-store.ts'

type Described = Pick<CircleRow, 'name' | 'purpose' | 'visibility' | 'timeZone'>
type Changeable = Described & Pick<CircleRow, 'seatLimit'>
type Founded = Described & Partial<Pick<CircleRow, 'seatLimit' | 'status'>>

/** Makes a circle, active unless it is asked for as a draft; whoever makes it is its first host. */
export const createCircle = (context: Context, actor: Actor, input: Founded): Promise<Result<Circle>> => {
  if (!may(actor, 'create', { kind: 'workspace' }))
    return Promise.resolve(refuse('forbidden', 'You may not create circles here.'))
  return transact(context.db, async (tx) => {
    const id = await foundCircle(context, tx, actor, input)
    await takeSeat(context, tx, { circleId: id, memberId: actor.memberId, by: actor.memberId, isHost: true })
    return circleFor(tx, actor, id)
  })
}

/** Writes the row of a circle in which nobody sits yet, and says so. */
export const foundCircle = async (
  context: Context,
  tx: Tx,
  { memberId: by }: Actor,
  { name, purpose, visibility, timeZone, seatLimit = null, status = 'active' }: Founded,
): Promise<CircleId> => {
  const id = context.ids.next<'circle'>()
  const described = { name, purpose, visibility, timeZone, seatLimit, status }
  const createdAt = context.clock.now()
  await insertCircle(tx, { id, ...described, createdAt, agreedVersion: null, changedBy: by })
  await context.journal.append(tx, [
    { name: 'circle.created', payload: { circleId: id }, audience: { circleId: id }, by },
  ])
  return id
}

type Change = { [Field in keyof Changeable]?: Changeable[Field] | undefined }

/** `from` says what the asker saw in the fields that they change. */
export const changeCircle = (
  context: Context,
  neighbours: CircleNeighbours,
  actor: Actor,
  id: CircleId,
  { from = {}, ...change }: Change & { from?: Change | undefined },
): Promise<Result<Circle>> =>
  transact(context.db, async (tx) => {
    const permitted = await permit(tx, actor, 'manage', id)
    if (!permitted.ok) return permitted
    const before = await findCircle(tx, id)
    if (before === undefined) return { ok: false as const, refusal: ABSENT }
    const decided = await decide(tx, before, from, change)
    if (decided !== null) return decided
    const news = Object.fromEntries(
      FIELDS.filter((field) => change[field] !== undefined && change[field] !== before[field]).map(
        (field) => [field, change[field]],
      ),
    )
    if (Object.keys(news).length > 0) await store(context, neighbours, tx, actor, id, news)
    return circleFor(tx, actor, id)
  })

const FIELDS = ['name', 'purpose', 'visibility', 'timeZone', 'seatLimit'] as const

const decide = async (
  tx: Tx,
  before: CircleRow,
  from: Change,
  { purpose }: Change,
): Promise<ReturnType<typeof refuse> | null> => {
  if (FIELDS.some((field) => from[field] !== undefined && from[field] !== before[field])) {
    const winner = await nameOf(tx, before.changedBy ?? undefined)
    return refuse(
      'conflict',
      `${winner} changed this circle meanwhile. Look at what it says now, then save again.`,
      {
        reason: 'circle.changed-meanwhile',
      },
    )
  }
  if (purpose === undefined || before.status === 'draft' || purposeSchema.safeParse(purpose).success)
    return null
  return refuse('invalid', 'A circle has a purpose of 1 to 160 characters.', {
    reason: 'circle.purpose-missing',
    errors: [{ field: 'purpose', detail: 'must have 1 to 160 characters' }],
  })
}

/** Whoever waits at a door that closes learns nothing more, so they wait no longer; and no guest is let in. */
const store = async (
  { journal }: Context,
  neighbours: CircleNeighbours,
  tx: Tx,
  { memberId: by }: Actor,
  id: CircleId,
  news: Partial<Changeable>,
): Promise<void> => {
  await updateCircle(tx, id, { ...news, changedBy: by })
  if (news.visibility === 'confidential') {
    await deleteWaiting(tx, id)
    await neighbours.closeToGuests(tx, id, by)
  }
  await journal.append(tx, [
    { name: 'circle.changed', payload: { circleId: id }, audience: { circleId: id }, by },
  ])
}
