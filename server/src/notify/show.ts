import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import { topicOf } from '@rondo/shared/notify/model.ts'
import type { Tx } from '../platform/db/database.ts'
import type { Handler } from '../platform/jobs/jobs.ts'
import { isToBeTold } from './judge.ts'
import type { NotifyContext } from './notify-context.ts'
import { choicesOf, deleteNotification, openOf, settleShown } from './store.ts'

/** Shows a member what is due, and answers when the next is. */
export const showHandler = (context: NotifyContext): Handler<Tx> => ({
  run: (tx, { key }) => showDue(context, tx, key as MemberId),
})

const showDue = async (
  { clock, journal }: NotifyContext,
  tx: Tx,
  memberId: MemberId,
): Promise<Instant | null> => {
  const now = clock.now()
  const open = await openOf(tx, memberId)
  const choices = await choicesOf(tx, memberId)
  let shown = false
  for (const row of open.filter(({ dueAt }) => dueAt <= now)) {
    if (!(await isToBeTold(tx, row, now))) {
      await deleteNotification(tx, row.id)
      continue
    }
    const isWanted = choices.get(topicOf(row.kind))?.here ?? true
    await settleShown(tx, row.id, isWanted ? now : null)
    shown ||= isWanted
  }
  if (shown) {
    const audience = { members: [memberId] }
    await journal.append(tx, [{ name: 'notifications.changed', payload: {}, audience, by: null }])
  }
  return open.find(({ dueAt }) => dueAt > now)?.dueAt ?? null
}
