import type { MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { MeetingEvent } from '@rondo/shared/meeting/events.ts'
import {
  closeRound,
  giveWord,
  lowerHand,
  nameCoFacilitator,
  openRound,
  passTurn,
  raiseHand,
} from '@rondo/shared/meeting/floor-contract.ts'
import { call } from '../../platform/http.ts'

/** What somebody does about who has the word; `from` is what they saw when they did it. */
export type FloorCommand =
  | { readonly do: 'raise-hand' }
  | { readonly do: 'lower-hand'; readonly memberId: MemberId }
  | { readonly do: 'give-word'; readonly from: number; readonly to: MemberId | null }
  | { readonly do: 'open-round'; readonly seconds: number | null }
  | { readonly do: 'pass-turn'; readonly from: number; readonly had: boolean }
  | { readonly do: 'close-round'; readonly from: number }
  | { readonly do: 'co-facilitator'; readonly from: MemberId | null; readonly to: MemberId | null }

export function sendToFloor(
  meetingId: MeetingId,
  command: FloorCommand,
): Promise<{ readonly events: MeetingEvent[] }> {
  const params = { meetingId }
  switch (command.do) {
    case 'raise-hand':
      return call(raiseHand, { params, body: {} })
    case 'lower-hand':
      return call(lowerHand, { params, body: { memberId: command.memberId } })
    case 'give-word':
      return call(giveWord, { params, body: { from: command.from, to: command.to } })
    case 'open-round':
      return call(openRound, { params, body: { seconds: command.seconds } })
    case 'pass-turn':
      return call(passTurn, { params, body: { from: command.from, had: command.had } })
    case 'close-round':
      return call(closeRound, { params, body: { from: command.from } })
    case 'co-facilitator':
      return call(nameCoFacilitator, { params, body: { from: command.from, to: command.to } })
  }
}
