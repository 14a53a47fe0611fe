import type { Member } from '@rondo/shared/account/model.ts'
import { listGuests, listPeopleInMeeting } from '@rondo/shared/guest/contract.ts'
import type { PersonInMeeting } from '@rondo/shared/guest/model.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { asking } from '../platform/ask.ts'
import { useGuest, useMe, useMembers } from './queries.ts'

/** Somebody as their name is shown; the clock only of members. */
export type Person = PersonInMeeting & Partial<Pick<Member, 'timeZone'>>

const NOBODY = '00000000-0000-4000-8000-000000000000'

/**
 * Everybody whom the reader may know by name: for a member the members and the guests of their meetings, for a guest those
 * whose names stand in the meeting.
 */
export const usePeople = (): ReadonlyMap<MemberId, Person> => {
  const members = useMembers()
  const isMember = useMe() !== undefined
  const guest = useGuest()
  const guests = useQuery({ ...asking(listGuests), enabled: isMember }).data?.guests
  const params = { meetingId: guest?.meetingId ?? NOBODY }
  const isLetIn = guest !== undefined && guest.ended === null
  const here = useQuery({ ...asking(listPeopleInMeeting, { params }), enabled: isLetIn }).data?.people
  return useMemo(() => {
    const people = new Map<MemberId, Person>()
    for (const one of here ?? guests ?? []) people.set(one.id, one)
    for (const one of members.values()) people.set(one.id, { ...one, isGuest: false })
    return people
  }, [members, guests, here])
}
