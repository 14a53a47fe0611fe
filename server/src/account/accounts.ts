import type {
  changeAccount as changeAccountContract,
  readSession as readSessionContract,
} from '@rondo/shared/account/contract.ts'
import type { Account, Member } from '@rondo/shared/account/model.ts'
import type { OutputOf, ParsedOf } from '@rondo/shared/kernel/contract.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { accept, type Result, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { Context } from '../journal/context.ts'
import { type Reader, transact } from '../platform/db/database.ts'
import type { Principal } from '../platform/http/http-app.ts'
import type { AccountContext } from './account-context.ts'
import { allMembers, findMember, findWorkspace, toAccount, toMember, updateMember } from './store.ts'

/** Where somebody stands who opens the product. */
export const readSession = async (
  { db, clock, setUpCode, guests }: AccountContext,
  actor: Principal | null,
  cookieHeader: string | undefined,
): Promise<Result<OutputOf<typeof readSessionContract>>> => {
  const serverTime = clock.now()
  const workspace = await findWorkspace(db.read)
  if (workspace === undefined)
    return accept({ state: 'not-set-up', needsCode: setUpCode !== null, serverTime })
  const row = actor === null ? undefined : await findMember(db.read, actor.memberId)
  if (row !== undefined) return accept({ state: 'signed-in', workspace, account: toAccount(row), serverTime })
  const guest = await guests.stayOf(cookieHeader)
  return guest === null
    ? accept({ state: 'signed-out', workspace, serverTime })
    : accept({ state: 'guest', workspace, guest, serverTime })
}

export const changeAccount = (
  { db, journal }: Context,
  { memberId }: Principal,
  change: ParsedOf<typeof changeAccountContract>['body'],
): Promise<Result<Account>> =>
  transact(db, async (tx) => {
    const { name, timeZone, locale, colourScheme } = change
    const given = Object.entries({ name, timeZone, locale, colourScheme }).filter(
      ([, value]) => value !== undefined,
    )
    await updateMember(tx, memberId, Object.fromEntries(given))
    const row = await findMember(tx, memberId)
    if (row === undefined) return refuse('not-found', 'There is no such account.')
    const changed = { name: 'member.changed', payload: { memberId } } as const
    await journal.append(tx, [{ ...changed, audience: { everyone: true }, by: memberId }])
    return accept(toAccount(row))
  })

export const listMembers = async (reader: Reader): Promise<Result<{ members: Member[] }>> =>
  accept({ members: (await allMembers(reader)).map(toMember) })

export const readMember = async (reader: Reader, id: MemberId): Promise<Result<Member>> => {
  const row = await findMember(reader, id)
  return row === undefined ? refuse('not-found', 'There is no such member.') : accept(toMember(row))
}

/** The member as others see them; undefined when there is none. */
export const memberOf = async (reader: Reader, id: MemberId): Promise<Member | undefined> => {
  const row = await findMember(reader, id)
  return row === undefined ? undefined : toMember(row)
}
