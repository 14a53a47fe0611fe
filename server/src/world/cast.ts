import { randomBytes } from 'node:crypto'
import type { Account, Actor, Locale } from '@rondo/shared/account/model.ts'
import { DAY, type Instant } from '@rondo/shared/kernel/time.ts'
import { foundWorkspace, joinWorkspace } from '../account/index.ts'
import { transact } from '../platform/db/database.ts'
import { people } from './story/people.ts'
import type { PersonKey } from './story/story.ts'
import { at, done, type WorldContext } from './world-context.ts'

export type Cast = Record<PersonKey, Account>

export const actorOf = ({ id, role }: Account): Actor => ({ memberId: id, role })

/** Lets the people of the story join, one a day. The visitor sits in the first one's seat, with their own clock and language. */
export const gather = async (
  context: WorldContext,
  since: Instant,
  visitor: { timeZone: string; locale: Locale },
): Promise<Cast> => {
  // Nobody knows these passwords: people of the demo are entered by the set-up alone.
  const passwordHash = await context.passwords.hash(randomBytes(24).toString('base64url'))
  const cast: Partial<Cast> = {}
  for (const [index, { key, name, timeZone }] of people.entries()) {
    const then = at(context, since + index * DAY)
    const isVisitor = index === 0
    const person = {
      name,
      email: `${key}@example.org`,
      passwordHash,
      timeZone: isVisitor ? visitor.timeZone : timeZone,
      locale: isVisitor ? visitor.locale : ('en' as const),
    }
    cast[key] = await done(
      transact(context.db, (tx) =>
        isVisitor ? foundWorkspace(then, tx, 'Rondo demo', person) : joinWorkspace(then, tx, person),
      ),
    )
  }
  return cast as Cast
}
