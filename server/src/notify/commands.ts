import type { Actor } from '@rondo/shared/account/model.ts'
import type { MemberId, NotificationId } from '@rondo/shared/kernel/id.ts'
import { accept, type Refusal, type Result } from '@rondo/shared/kernel/refusal.ts'
import { type Choice, TOPICS, type Topic } from '@rondo/shared/notify/model.ts'
import { findMember, findWorkspace } from '../account/index.ts'
import { type Reader, type Tx, transact } from '../platform/db/database.ts'
import type { NotifyContext } from './notify-context.ts'
import { choicesFor } from './queries.ts'
import { choicesOf, markRead, upsertChoice } from './store.ts'
import { mailKey, readToken, type Subscription } from './subscription.ts'

export const readNotifications = (
  { db, clock, journal }: NotifyContext,
  { memberId }: Actor,
  ids: readonly NotificationId[],
): Promise<Result<null>> =>
  transact(db, async (tx) => {
    if (await markRead(tx, memberId, ids, clock.now())) {
      const audience = { members: [memberId] }
      await journal.append(tx, [{ name: 'notifications.changed', payload: {}, audience, by: memberId }])
    }
    return accept(null)
  })

export const choose = (
  context: NotifyContext,
  { memberId }: Actor,
  wish: { topic: Topic; here?: boolean | undefined; mail?: boolean | undefined },
): Promise<Result<Awaited<ReturnType<typeof choicesFor>>>> =>
  transact(context.db, async (tx) => {
    await change(tx, memberId, wish)
    return accept(await choicesFor(context, tx, memberId))
  })

const change = async (
  tx: Tx,
  memberId: MemberId,
  { topic, here, mail }: { topic: Topic; here?: boolean | undefined; mail?: boolean | undefined },
): Promise<void> => {
  const was: Choice = (await choicesOf(tx, memberId)).get(topic) ?? { topic, here: true, mail: true }
  await upsertChoice(tx, memberId, { topic, here: here ?? was.here, mail: mail ?? was.mail })
}

interface Standing {
  topic: Topic | null
  workspaceName: string
  isOn: boolean
}

const UNKNOWN: Refusal = {
  code: 'not-found',
  detail: 'This link is not complete. Copy it whole from the mail, or choose in your settings.',
  reason: 'notify.unknown-link',
}

export const readSubscription = async (context: NotifyContext, token: string): Promise<Result<Standing>> => {
  const { db } = context
  const subscription = await subscriptionOf(context, db.read, token)
  return subscription === null
    ? { ok: false, refusal: UNKNOWN }
    : accept(await standingOf(db.read, subscription))
}

/** Ends mails for whoever holds the link that came with one; asking twice changes nothing more. */
export const unsubscribe = async (context: NotifyContext, token: string): Promise<Result<Standing>> => {
  const subscription = await subscriptionOf(context, context.db.read, token)
  if (subscription === null) return { ok: false, refusal: UNKNOWN }
  return transact(context.db, async (tx) => {
    for (const topic of topicsOf(subscription))
      await change(tx, subscription.memberId, { topic, mail: false })
    return accept(await standingOf(tx, subscription))
  })
}

const subscriptionOf = async (
  { db }: NotifyContext,
  reader: Reader,
  token: string,
): Promise<Subscription | null> => {
  const read = readToken(await mailKey(db), token)
  return read !== null && (await findMember(reader, read.memberId)) !== undefined ? read : null
}

const topicsOf = ({ topic }: Subscription): readonly Topic[] => (topic === null ? TOPICS : [topic])

const standingOf = async (reader: Reader, subscription: Subscription): Promise<Standing> => {
  const chosen = await choicesOf(reader, subscription.memberId)
  const isOn = topicsOf(subscription).some((topic) => chosen.get(topic)?.mail ?? true)
  return {
    topic: subscription.topic,
    workspaceName: (await findWorkspace(reader))?.name ?? 'Rondo',
    isOn,
  }
}
