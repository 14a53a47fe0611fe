import type { SegmentPart } from '@rondo/shared/format/part.ts'
import type { CaptureId, MeetingId, SegmentId } from '@rondo/shared/kernel/id.ts'
import type { MeetingEvent } from '@rondo/shared/meeting/events.ts'
import {
  castVote,
  extendSegment,
  moveSegment,
  pauseMeeting,
  setPart,
} from '@rondo/shared/meeting/pace-contract.ts'
import { call } from '../../platform/http.ts'

/** What somebody does to the course of a meeting; `from` is what they saw when they did it. */
export type PaceCommand =
  | {
      readonly do: 'extend'
      readonly segmentId: SegmentId
      readonly from: number
      readonly minutes: number
    }
  | { readonly do: 'pause'; readonly from: number | null; readonly paused: boolean }
  | {
      readonly do: 'move'
      readonly segmentId: SegmentId
      readonly from: SegmentId | null
      readonly to: SegmentId | null
    }
  | {
      readonly do: 'part'
      readonly segmentId: SegmentId
      readonly from: SegmentPart | null
      readonly to: SegmentPart | null
    }
  | {
      readonly do: 'vote'
      readonly segmentId: SegmentId
      readonly from: readonly CaptureId[]
      readonly to: readonly CaptureId[]
    }

export function sendPace(meetingId: MeetingId, command: PaceCommand): Promise<{ events: MeetingEvent[] }> {
  const params = { meetingId }
  switch (command.do) {
    case 'extend': {
      const { segmentId, from, minutes } = command
      return call(extendSegment, { params, body: { segmentId, from, minutes } })
    }
    case 'pause':
      return call(pauseMeeting, { params, body: { from: command.from, paused: command.paused } })
    case 'move': {
      const { segmentId, from, to } = command
      return call(moveSegment, { params, body: { segmentId, from, to } })
    }
    case 'part': {
      const { segmentId, from, to } = command
      return call(setPart, { params, body: { segmentId, from, to } })
    }
    case 'vote': {
      const { segmentId, from, to } = command
      return call(castVote, { params, body: { segmentId, from: [...from], to: [...to] } })
    }
  }
}

/** The event by which somebody else was faster with the course of the meeting. */
export function fasterInPace(command: PaceCommand, log: readonly MeetingEvent[]): MeetingEvent | undefined {
  switch (command.do) {
    case 'extend':
      return log.findLast(({ type }) => type === 'segment-extended' || type === 'segment-entered')
    case 'pause':
      return log.findLast(({ type }) => type === 'paused' || type === 'resumed')
    case 'move':
      return log.findLast(({ type }) => type === 'agenda-ordered')
    case 'part':
      return log.findLast((event) => event.type === 'part-set' && event.segmentId === command.segmentId)
    case 'vote':
      return undefined
  }
}
