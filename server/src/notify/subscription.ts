import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { memberId as idOfMember, type MemberId } from '@rondo/shared/kernel/id.ts'
import { type Topic, topic as topicName } from '@rondo/shared/notify/model.ts'
import { type Db, transact } from '../platform/db/database.ts'
import { findMailKey, insertMailKey } from './store.ts'

/** Whose mails about what; null is all of them. */
export interface Subscription {
  memberId: MemberId
  topic: Topic | null
}

/** The key that links of mails are signed with; made when it is first wanted. */
export const mailKey = async (db: Db): Promise<string> => {
  const known = await findMailKey(db.read)
  if (known !== undefined) return known
  await transact(db, (tx) => insertMailKey(tx, randomBytes(32).toString('hex')))
  return (await findMailKey(db.read)) ?? ''
}

const ALL = 'all'

/** What a link carries: who and what, signed. It ends mails and can do nothing else, so it does not expire. */
export const tokenOf = (key: string, { memberId, topic }: Subscription): string => {
  const said = `${memberId}.${topic ?? ALL}`
  return `${said}.${signatureOf(key, said)}`
}

/** Null for what we did not sign. */
export const readToken = (key: string, token: string): Subscription | null => {
  const [member = '', about = '', signature = ''] = token.split('.')
  const expected = Buffer.from(signatureOf(key, `${member}.${about}`))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const memberId = idOfMember.safeParse(member)
  const topic = about === ALL ? null : topicName.safeParse(about).data
  return memberId.success && topic !== undefined ? { memberId: memberId.data, topic } : null
}

const signatureOf = (key: string, said: string): string =>
  createHmac('sha256', key).update(said).digest('base64url')
