import type { MeetingId } from '@rondo/shared/kernel/id.ts'
import {
  giveAnswer,
  giveWorth,
  putAwayCatchUp,
  readMySeats,
  readSeat,
  withdrawAnswer,
} from '@rondo/shared/seat/contract.ts'
import { useAsk, useTell } from '../platform/ask.ts'

/** The asynchronous seat of a meeting, as far as it is the reader's to see. */
export const useSeat = (meetingId: MeetingId) => useAsk(readSeat, { params: { meetingId } })

/** What waits for me: meetings to answer in my own time, and what I missed. */
export const useMySeats = () => useAsk(readMySeats)

const STALE = [readSeat, readMySeats]

export const useGiveAnswer = () => useTell(giveAnswer, STALE)

export const useWithdrawAnswer = () => useTell(withdrawAnswer, STALE)

export const useGiveWorth = () => useTell(giveWorth, [readSeat])

export const usePutAway = () => useTell(putAwayCatchUp, [readMySeats])
