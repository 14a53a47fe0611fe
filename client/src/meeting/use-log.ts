import type { MeetingEvent } from '@rondo/shared/meeting/events.ts'
import { foldMeeting, type MeetingState } from '@rondo/shared/meeting/fold.ts'
import type { Meeting } from '@rondo/shared/meeting/model.ts'
import { useCallback, useMemo, useState } from 'react'
import { useFacts } from '../platform/use-live.ts'
import { mergeEvents } from './log.ts'

/** A meeting's log as far as this device knows it, and what it says. */
export interface Log {
  readonly events: readonly MeetingEvent[]
  readonly state: MeetingState
  /** Takes events that an answer of the server carried. */
  readonly record: (events: readonly MeetingEvent[]) => void
}

/** Folds what was fetched together with what has been heard since, in whatever order it came. */
export function useLog(meeting: Meeting): Log {
  const [heard, setHeard] = useState<readonly MeetingEvent[]>([])
  const record = useCallback(
    (events: readonly MeetingEvent[]) => setHeard((known) => [...known, ...events]),
    [],
  )
  useFacts((fact) => {
    if (fact.name === 'meeting.event-recorded' && fact.payload.meetingId === meeting.id) {
      record([fact.payload.event])
    }
  })
  return useMemo(() => {
    const { events } = mergeEvents(meeting.events, heard)
    return { events, state: foldMeeting(events), record }
  }, [meeting.events, heard, record])
}
