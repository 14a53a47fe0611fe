import { listMembers, readSession } from '@rondo/shared/account/contract.ts'
import type { Account, Member } from '@rondo/shared/account/model.ts'
import type { GuestStay } from '@rondo/shared/guest/model.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { asking, useAsk } from '../platform/ask.ts'

/** Who is asking, and whether the workspace is set up at all. */
export const useSession = () => useAsk(readSession)

/** The signed-in account; undefined while nobody is signed in or it is not known yet. */
export const useMe = (): Account | undefined => {
  const session = useSession().data
  return session?.state === 'signed-in' ? session.account : undefined
}

/** The guest that this browser is, let in or not any more; undefined for everybody else. */
export const useGuest = (): GuestStay | undefined => {
  const session = useSession().data
  return session?.state === 'guest' ? session.guest : undefined
}

/** Whoever sits in front of the screen and is let in: a member, or a guest. */
export type Self = Pick<Account, 'id' | 'name' | 'colour' | 'timeZone' | 'locale'>

export const useSelf = (): Self | undefined => {
  const session = useSession().data
  return useMemo(() => {
    if (session?.state === 'signed-in') return session.account
    return session?.state === 'guest' && session.guest.ended === null ? session.guest : undefined
  }, [session])
}

/** Everybody in the workspace by id; empty until it is known. */
export const useMembers = (): ReadonlyMap<MemberId, Member> => {
  const me = useMe()
  const { data } = useQuery({ ...asking(listMembers), enabled: me !== undefined })
  return useMemo(() => new Map(data?.members.map((member) => [member.id, member])), [data])
}
