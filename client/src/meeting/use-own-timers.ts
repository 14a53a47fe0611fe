import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { useSeat } from '../seat/index.ts'
import type { Room } from './room.ts'

/** Who answers in their own time: whoever said so, and whoever did. */
export function useOwnTimers({ meeting }: Pick<Room, 'meeting'>): MemberId[] {
  const present = useSeat(meeting.id).data?.present ?? []
  const said = meeting.rsvps.filter((one) => one.answer === 'own-time').map((one) => one.memberId)
  return [...new Set([...present, ...said])]
}
