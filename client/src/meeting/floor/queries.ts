import type { MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import { readFloor, suggestQuiet } from '@rondo/shared/meeting/floor-contract.ts'
import { inviteToSpeak } from '@rondo/shared/notify/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { asking, useTell } from '../../platform/ask.ts'

/** How even turns are, and the reader's own; for whoever belongs to the circle. */
export const useFloor = (meetingId: MeetingId, enabled: boolean) =>
  useQuery({ ...asking(readFloor, { params: { meetingId } }), enabled })

/** Whom the reader might invite; asked again as turns are taken. */
export const useQuiet = (meetingId: MeetingId, without: readonly MemberId[], enabled: boolean) =>
  useQuery({
    ...asking(suggestQuiet, {
      params: { meetingId },
      query: without.length === 0 ? {} : { without: without.join() },
    }),
    enabled,
  })

export const useInviteToSpeak = () => useTell(inviteToSpeak, [suggestQuiet])
