import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { Seat } from '@rondo/shared/seat/model.ts'
import { useEffect } from 'react'
import { useSeat } from '../seat/index.ts'
import { useReader } from '../ui/reader/reader.ts'
import type { Room } from './room.ts'

/** The asynchronous seat of this meeting; whoever comes into the room may read more of it, so it is asked for again then. */
export function useSeatHere({ meeting, state }: Pick<Room, 'meeting' | 'state'>): Seat | undefined {
  const me = useReader().id as MemberId
  const { data, refetch } = useSeat(meeting.id)
  const came = 'attended' in state && state.attended.some((one) => one.memberId === me)
  const isKnown = data !== undefined
  useEffect(() => {
    if (came && isKnown) void refetch()
  }, [came, isKnown, refetch])
  return data
}
