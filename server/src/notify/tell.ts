import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { About } from '@rondo/shared/notify/model.ts'
import type { Tx } from '../platform/db/database.ts'
import type { NotifyContext } from './notify-context.ts'
import { mailAtOf, nextMailAt } from './rules.ts'
import { insertNotification, lastMailAt, mailWaitingOf, openOf } from './store.ts'

export const SHOW = 'notify.show'
export const MAIL = 'notify.mail'

interface News {
  /** Names what it is about: nobody is told of one key twice. */
  key: string
  about: About
  /** When it is to be told; now unless given. */
  dueAt?: Instant
}

/** Notes that these people are to be told. Whether they may be is asked when they are. */
export const tell = async (
  context: NotifyContext,
  tx: Tx,
  members: readonly MemberId[],
  { key, about, dueAt = context.clock.now() }: News,
): Promise<void> => {
  const mailAt = context.post === null ? null : mailAtOf(about, dueAt)
  for (const memberId of members) {
    const isNew = await insertNotification(tx, {
      id: context.ids.next<'notification'>(),
      memberId,
      key,
      kind: about.kind,
      circleId: about.circleId,
      about: JSON.stringify(about),
      dueAt,
      shownAt: null,
      readAt: null,
      isOpen: 1,
      mailAt,
    })
    if (isNew) await planTelling(context, tx, memberId)
  }
}

/** Plans for a member the next showing and the next mail, from what is noted for them. */
const planTelling = async ({ jobs }: NotifyContext, tx: Tx, memberId: MemberId): Promise<void> => {
  const [first] = await openOf(tx, memberId)
  if (first !== undefined) await jobs.plan(tx, { kind: SHOW, key: memberId, dueAt: first.dueAt })
  const [mail] = await mailWaitingOf(tx, memberId)
  const mailAt = nextMailAt(mail?.mailAt ?? null, await lastMailAt(tx, memberId))
  if (mailAt !== null) await jobs.plan(tx, { kind: MAIL, key: memberId, dueAt: mailAt })
}
