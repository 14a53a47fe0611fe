import type { AwayId, CircleId, MemberId } from '@rondo/shared/kernel/id.ts'
import { listMeetings, listMyMeetings } from '@rondo/shared/meeting/contract.ts'
import {
  acceptSwap,
  acceptTurn,
  addAway,
  addRole,
  assignTurn,
  declineSwap,
  declineTurn,
  offerSwap,
  optIn,
  optOut,
  readRotation,
  releaseTurn,
  removeAway,
  removeRole,
  sayNotYet,
  skipTurn,
  undoSwap,
  volunteerForTurn,
  withdrawSwap,
} from '@rondo/shared/rotation/contract.ts'
import type { Role, SeenCell, Swap } from '@rondo/shared/rotation/model.ts'
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../platform/http.ts'
import type { DatedCell } from './cells.ts'

const TURN = {
  accept: acceptTurn,
  decline: declineTurn,
  skip: skipTurn,
  volunteer: volunteerForTurn,
  release: releaseTurn,
} as const
const SWAP = { accept: acceptSwap, decline: declineSwap, withdraw: withdrawSwap, undo: undoSwap } as const

export type TurnVerb = keyof typeof TURN
export type SwapVerb = keyof typeof SWAP

/** What somebody does to the rota; cells and offers go along as they were seen. */
export type RotaCommand =
  | { readonly do: TurnVerb; readonly on: DatedCell }
  | { readonly do: 'assign'; readonly on: DatedCell; readonly to: MemberId }
  | { readonly do: 'offer'; readonly give: DatedCell; readonly take: DatedCell }
  | {
      readonly do: 'swap'
      readonly verb: SwapVerb
      readonly swap: Pick<Swap, 'id' | 'version' | 'by' | 'to'>
    }
  | { readonly do: 'away'; readonly from: string; readonly to: string; readonly everywhere: boolean }
  | { readonly do: 'back'; readonly awayId: AwayId }
  | { readonly do: 'not-yet' | 'opt-out' | 'opt-in' | 'remove-role'; readonly role: Role }
  | { readonly do: 'add-role'; readonly role: { readonly role: Role } | { readonly name: string } }

/** A command on its way to the server, with what became of the last one. */
export type RotaRun = UseMutationResult<unknown, Error, RotaCommand>

const seenOf = ({ cell }: DatedCell): SeenCell => ({ memberId: cell.memberId, version: cell.version })
const placeOf = ({ meeting, cell }: DatedCell) => ({ meetingId: meeting.meetingId, role: cell.role })

const send = (circleId: CircleId, command: RotaCommand): Promise<unknown> => {
  switch (command.do) {
    case 'assign':
      return call(assignTurn, {
        params: placeOf(command.on),
        body: { seen: seenOf(command.on), memberId: command.to },
      })
    case 'offer':
      return call(offerSwap, { params: { circleId }, body: offerOf(command) })
    case 'swap':
      return call(SWAP[command.verb], {
        params: { circleId, swapId: command.swap.id },
        body: { version: command.swap.version },
      })
    case 'away': {
      const { from, to, everywhere } = command
      return call(addAway, { params: { circleId }, body: { from, to, everywhere } })
    }
    case 'back':
      return call(removeAway, { params: { circleId, awayId: command.awayId } })
    case 'not-yet':
      return call(sayNotYet, { params: { circleId, role: command.role }, body: {} })
    case 'opt-out':
      return call(optOut, { params: { circleId, role: command.role } })
    case 'opt-in':
      return call(optIn, { params: { circleId, role: command.role } })
    case 'add-role':
      return call(addRole, { params: { circleId }, body: command.role })
    case 'remove-role':
      return call(removeRole, { params: { circleId, role: command.role } })
    default:
      return call(TURN[command.do], { params: placeOf(command.on), body: { seen: seenOf(command.on) } })
  }
}

const offerOf = ({ give, take }: { give: DatedCell; take: DatedCell }) => ({
  give: { ...placeOf(give), seen: seenOf(give) },
  take: { ...placeOf(take), seen: seenOf(take) },
})

/** Does things to the rota of a circle. Done or refused, what is on screen is asked for again. */
export const useRotaRun = (circleId: CircleId): RotaRun => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (command: RotaCommand) => send(circleId, command),
    onSettled: () =>
      Promise.all(
        [
          [readRotation.path, { params: { circleId } }],
          [listMeetings.path, { params: { circleId } }],
          [listMyMeetings.path],
        ].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  })
}
