import type { Circle } from '@rondo/shared/circle/model.ts'
import { useMemo } from 'react'
import { useMembers } from '../account/index.ts'
import { useReader } from '../ui/reader/reader.ts'
import type { Mentionable } from './matching.ts'

/** Who can be called into a thread: the circle first, then, where everybody may read, everybody; never oneself. */
export const useMentionable = (circle: Circle | undefined): readonly Mentionable[] => {
  const members = useMembers()
  const me = useReader().id
  return useMemo(() => {
    if (circle === undefined) return []
    const seated = circle.seats.flatMap(({ memberId }) => members.get(memberId) ?? [])
    const others =
      circle.visibility === 'open' ? [...members.values()].filter((one) => !seated.includes(one)) : []
    return [...seated, ...others].filter(({ id }) => id !== me)
  }, [circle, members, me])
}
