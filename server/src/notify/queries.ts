import type { Actor } from '@rondo/shared/account/model.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result } from '@rondo/shared/kernel/refusal.ts'
import { type Choice, type Notification, TOPICS } from '@rondo/shared/notify/model.ts'
import { findMember } from '../account/index.ts'
import type { Reader } from '../platform/db/database.ts'
import type { NotifyContext } from './notify-context.ts'
import { type Seen, see } from './see.ts'
import { choicesOf, countUnread, latestShown } from './store.ts'

const LATEST = 100

export const listNotifications = async (
  { db }: NotifyContext,
  { memberId }: Actor,
): Promise<Result<{ notifications: Notification[]; unread: number }>> => {
  const seen = await see(db.read, await latestShown(db.read, memberId, LATEST))
  return accept({ notifications: seen.map(notificationOf), unread: await countUnread(db.read, memberId) })
}

const notificationOf = ({ row, about, circle, title, roles }: Seen): Notification => ({
  id: row.id,
  at: row.shownAt ?? row.dueAt,
  readAt: row.readAt,
  about,
  circleName: circle.name,
  timeZone: circle.timeZone,
  title,
  roles,
})

interface Choices {
  choices: Choice[]
  mailTo: string | null
}

export const listChoices = async (context: NotifyContext, { memberId }: Actor): Promise<Result<Choices>> =>
  accept(await choicesFor(context, context.db.read, memberId))

/** Every topic, told everywhere unless chosen otherwise. */
export const choicesFor = async (
  { post }: NotifyContext,
  reader: Reader,
  memberId: MemberId,
): Promise<Choices> => {
  const chosen = await choicesOf(reader, memberId)
  const choices = TOPICS.map((topic) => chosen.get(topic) ?? { topic, here: true, mail: true })
  const member = await findMember(reader, memberId)
  return { choices, mailTo: post === null ? null : (member?.email ?? null) }
}
