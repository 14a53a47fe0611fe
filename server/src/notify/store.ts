import type { CircleId, MailId, MemberId, NotificationId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { About, Choice, Topic } from '@rondo/shared/notify/model.ts'
import { inReadableCircle } from '../circle/index.ts'
import type { Reader, Tx } from '../platform/db/database.ts'
import type { NotifyTables } from '../platform/db/tables/notify.ts'

export type NotificationRow = NotifyTables['notification']
export type MailRow = NotifyTables['mail']

export const aboutOf = ({ about }: Pick<NotificationRow, 'about'>): About => JSON.parse(about)

/** Answers whether it is new: of each key a member has one. */
export const insertNotification = async (tx: Tx, row: NotificationRow): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('notification')
    .values(row)
    .onConflict((conflict) => conflict.columns(['memberId', 'key']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Whether one of these people has been told this, or is about to be. */
export const isToldToAny = async (
  reader: Reader,
  members: readonly MemberId[],
  key: string,
): Promise<boolean> => {
  const known = await reader
    .selectFrom('notification')
    .select('id')
    .where('memberId', 'in', members)
    .where('key', '=', key)
    .executeTakeFirst()
  return known !== undefined
}

/** Takes back what nobody has been told yet, of everybody or of one. */
export const deleteUntold = async (tx: Tx, key: string, memberId?: MemberId): Promise<void> => {
  const named = tx.deleteFrom('notification').where('key', '=', key)
  const whose = memberId === undefined ? named : named.where('memberId', '=', memberId)
  await whose.where('shownAt', 'is', null).where('isOpen', '=', 1).execute()
}

export const deleteNotification = async (tx: Tx, id: NotificationId): Promise<void> => {
  await tx.deleteFrom('notification').where('id', '=', id).execute()
}

/** What is open for a member, soonest first. */
export const openOf = (reader: Reader, memberId: MemberId): Promise<NotificationRow[]> =>
  reader
    .selectFrom('notification')
    .selectAll()
    .where('memberId', '=', memberId)
    .where('isOpen', '=', 1)
    .orderBy('dueAt')
    .orderBy('id')
    .execute()

/** What waits for a mail, soonest first. */
export const mailWaitingOf = (reader: Reader, memberId: MemberId): Promise<NotificationRow[]> =>
  reader
    .selectFrom('notification')
    .selectAll()
    .where('memberId', '=', memberId)
    .where('mailAt', 'is not', null)
    .orderBy('mailAt')
    .orderBy('id')
    .execute()

export const settleShown = async (tx: Tx, id: NotificationId, shownAt: Instant | null): Promise<void> => {
  await tx.updateTable('notification').set({ isOpen: 0, shownAt }).where('id', '=', id).execute()
}

export const settleMail = async (tx: Tx, ids: readonly NotificationId[]): Promise<void> => {
  if (ids.length > 0)
    await tx.updateTable('notification').set({ mailAt: null }).where('id', 'in', ids).execute()
}

export const byIds = (reader: Reader, ids: readonly NotificationId[]): Promise<NotificationRow[]> =>
  reader
    .selectFrom('notification')
    .selectAll()
    .where('id', 'in', ids)
    .orderBy('dueAt')
    .orderBy('id')
    .execute()

/** What a member was told and may still read. */
const shownTo = (reader: Reader, memberId: MemberId) =>
  reader
    .selectFrom('notification')
    .where('notification.memberId', '=', memberId)
    .where('notification.shownAt', 'is not', null)
    .where(inReadableCircle('notification.circleId', memberId))

export const latestShown = (reader: Reader, memberId: MemberId, limit: number): Promise<NotificationRow[]> =>
  shownTo(reader, memberId)
    .selectAll('notification')
    .orderBy('notification.shownAt', 'desc')
    .orderBy('notification.dueAt', 'desc')
    .orderBy('notification.id')
    .limit(limit)
    .execute()

export const countUnread = async (reader: Reader, memberId: MemberId): Promise<number> => {
  const { count } = await shownTo(reader, memberId)
    .where('notification.readAt', 'is', null)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Answers whether one of them was unread. */
export const markRead = async (
  tx: Tx,
  memberId: MemberId,
  ids: readonly NotificationId[],
  readAt: Instant,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('notification')
    .set({ readAt })
    .where('memberId', '=', memberId)
    .where('id', 'in', ids)
    .where('shownAt', 'is not', null)
    .where('readAt', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export const choicesOf = async (reader: Reader, memberId: MemberId): Promise<Map<Topic, Choice>> => {
  const rows = await reader
    .selectFrom('notificationChoice')
    .selectAll()
    .where('memberId', '=', memberId)
    .execute()
  return new Map(rows.map(({ topic, here, mail }) => [topic, { topic, here: here === 1, mail: mail === 1 }]))
}

export const upsertChoice = async (tx: Tx, memberId: MemberId, choice: Choice): Promise<void> => {
  const set = { here: choice.here ? 1 : 0, mail: choice.mail ? 1 : 0 } as const
  await tx
    .insertInto('notificationChoice')
    .values({ memberId, topic: choice.topic, ...set })
    .onConflict((conflict) => conflict.columns(['memberId', 'topic']).doUpdateSet(set))
    .execute()
}

export const lastMailAt = async (reader: Reader, memberId: MemberId): Promise<Instant | null> => {
  const last = await reader
    .selectFrom('mail')
    .select('createdAt')
    .where('memberId', '=', memberId)
    .orderBy('createdAt', 'desc')
    .executeTakeFirst()
  return last?.createdAt ?? null
}

export const insertMail = async (tx: Tx, row: MailRow): Promise<void> => {
  await tx.insertInto('mail').values(row).execute()
}

export const findMail = (reader: Reader, id: MailId): Promise<MailRow | undefined> =>
  reader.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirst()

export const changeMail = async (
  tx: Tx,
  id: MailId,
  change: Partial<Pick<MailRow, 'state' | 'tries'>>,
): Promise<void> => {
  await tx.updateTable('mail').set(change).where('id', '=', id).execute()
}

/** What was being handed over when the server ended may have arrived: it is not handed over again. */
export const doubtCutOff = async (tx: Tx): Promise<void> => {
  await tx.updateTable('mail').set({ state: 'in-doubt' }).where('state', '=', 'sending').execute()
}

export const findMailKey = async (reader: Reader): Promise<string | undefined> =>
  (await reader.selectFrom('mailKey').select('secret').executeTakeFirst())?.secret

export const insertMailKey = async (tx: Tx, secret: string): Promise<void> => {
  await tx
    .insertInto('mailKey')
    .values({ id: 1, secret })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The circles and meetings that notifications are about, as far as they still are. */
export const circlesById = (reader: Reader, ids: readonly CircleId[]) =>
  reader
    .selectFrom('circle')
    .select(['id', 'name', 'timeZone', 'visibility'])
    .where('id', 'in', ids)
    .execute()

/** When somebody was told something whose key begins so, since an instant, oldest first. */
export const timesOfInvitations = async (
  reader: Reader,
  key: string,
  since: Instant,
): Promise<{ memberId: MemberId; at: Instant }[]> => {
  const rows = await reader
    .selectFrom('notification')
    .select(['memberId', 'dueAt'])
    .where('key', '>=', `${key} `)
    .where('key', '<', `${key}!`)
    .where('kind', '=', 'invited')
    .where('dueAt', '>', since)
    .orderBy('dueAt')
    .execute()
  return rows.map(({ memberId, dueAt }) => ({ memberId, at: dueAt }))
}
