import type { MeetingId, MemberId, SegmentId } from '@rondo/shared/kernel/id.ts'
import {
  enterSegment,
  handOverRole,
  joinMeeting,
  matchPeople,
  readMeeting,
  setStudy,
  setWindow,
  startMeeting,
  takeLane,
  wrapMeeting,
} from '@rondo/shared/meeting/contract.ts'
import type { MeetingEvent, SeatWindow, StudyChange } from '@rondo/shared/meeting/events.ts'
import type { Role } from '@rondo/shared/rotation/model.ts'
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { keyOf } from '../platform/ask.ts'
import { call } from '../platform/http.ts'
import { type FloorCommand, sendToFloor } from './floor/commands.ts'
import { type PaceCommand, sendPace } from './pace/commands.ts'

/** What somebody does to a meeting; `from` is what they saw when they did it. */
export type RoomCommand =
  | { readonly do: 'start' }
  | { readonly do: 'join' }
  | { readonly do: 'segment'; readonly from: SegmentId | null; readonly to: SegmentId }
  | {
      readonly do: 'hand-over'
      readonly role: Role
      readonly from: MemberId | null
      readonly to: MemberId
    }
  | { readonly do: 'match'; readonly from: number | null; readonly people: readonly MemberId[] }
  | { readonly do: 'study'; readonly from: number; readonly change: StudyChange }
  | {
      readonly do: 'lane'
      readonly segmentId: SegmentId
      readonly from: MemberId | null
      readonly to: MemberId | null
    }
  | { readonly do: 'window'; readonly from: SeatWindow; readonly to: SeatWindow }
  | { readonly do: 'wrap'; readonly noNextStep: boolean }
  | FloorCommand
  | PaceCommand

type Recorded = { readonly events: MeetingEvent[] }

/** A command on its way to the server, with what became of the last one. */
export type Run = Pick<
  UseMutationResult<Recorded, Error, RoomCommand>,
  'mutate' | 'reset' | 'isPending' | 'error' | 'variables'
>

function send(meetingId: MeetingId, command: RoomCommand): Promise<Recorded> {
  const params = { meetingId }
  switch (command.do) {
    case 'start':
      return call(startMeeting, { params })
    case 'join':
      return call(joinMeeting, { params })
    case 'segment':
      return call(enterSegment, { params, body: { from: command.from, to: command.to } })
    case 'hand-over':
      return call(handOverRole, {
        params,
        body: { role: command.role, from: command.from, to: command.to },
      })
    case 'match':
      return call(matchPeople, { params, body: { from: command.from, people: [...command.people] } })
    case 'study':
      return call(setStudy, { params, body: { from: command.from, change: command.change } })
    case 'lane': {
      const { segmentId, from, to } = command
      return call(takeLane, { params, body: { segmentId, from, to } })
    }
    case 'extend':
    case 'pause':
    case 'move':
    case 'part':
    case 'vote':
      return sendPace(meetingId, command)
    case 'window':
      return call(setWindow, { params, body: { from: command.from, to: command.to } })
    case 'wrap':
      return call(wrapMeeting, { params, body: { noNextStep: command.noNextStep } })
    default:
      return sendToFloor(meetingId, command)
  }
}

/**
 * Does things to a meeting and takes the answered events; a refusal has the log asked for again. The same as long as nothing
 * becomes of a command.
 */
export function useRun(meetingId: MeetingId, record: (events: readonly MeetingEvent[]) => void): Run {
  const client = useQueryClient()
  const { mutate, reset, isPending, error, variables } = useMutation({
    mutationFn: (command: RoomCommand) => send(meetingId, command),
    onSuccess: ({ events }) => record(events),
    onError: () => client.invalidateQueries({ queryKey: keyOf(readMeeting, { params: { meetingId } }) }),
  })
  return useMemo(
    () => ({ mutate, reset, isPending, error, variables }),
    [mutate, reset, isPending, error, variables],
  )
}
