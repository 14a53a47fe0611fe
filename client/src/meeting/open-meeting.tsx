import type { Circle } from '@rondo/shared/circle/model.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { Meeting } from '@rondo/shared/meeting/model.ts'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useGuest } from '../account/index.ts'
import { useCarriedOver } from '../capture/index.ts'
import type { DocumentEditorHandle } from '../editor/index.ts'
import { SharedFrame, useAway, useBlockInAddress, useReading } from '../page/index.ts'
import { useUpload } from '../recording/index.ts'
import { type DocumentHandle, usePeopleHere } from '../sync/index.ts'
import { useReader } from '../ui/reader/reader.ts'
import { agendaItems } from './agenda-items.ts'
import { useRun } from './commands.ts'
import { currentSegment } from './leading.ts'
import { NotHere } from './not-here.tsx'
import { useLanes } from './parts/use-lanes.ts'
import type { Room } from './room.ts'
import { RoomView } from './room-view.tsx'
import { ShowNotes } from './show-notes.tsx'
import { useCaught } from './use-caught.ts'
import { useJoin } from './use-join.ts'
import { useLog } from './use-log.ts'
import { useStillWriting } from './use-still-writing.ts'

/** What both views of an open meeting are given. */
export interface OpenMeetingProps {
  readonly meeting: Meeting
  readonly circle: Circle
  readonly handle: DocumentHandle
}

/** Brings together the log, the document and the people, and shows the view of the phase. */
export function OpenMeeting({ meeting, circle, handle }: OpenMeetingProps) {
  const { t } = useTranslation()
  const reader = useReader()
  const { events, state, record } = useLog(meeting)
  const run = useRun(meeting.id, record)
  const segments = useReading(handle.doc, agendaItems)
  const everything = useCaught(meeting, handle)
  const away = useAway(handle)
  const editor = useRef<DocumentEditorHandle>(null)
  const upload = useUpload()
  const me = reader.id as MemberId
  const onlooker = useMemo(
    () => ({
      me,
      seated: new Set(circle.seats.map((seat) => seat.memberId)),
      isHost: circle.seats.some((seat) => seat.isHost && seat.memberId === me),
    }),
    [me, circle.seats],
  )
  const others = usePeopleHere(handle)
  const here = useMemo(() => new Set([me, ...others.map(({ id }) => id as MemberId)]), [me, others])
  const [isStillWriting, readNotes] = useStillWriting(state.phase === 'wrapped')
  // A guest goes on in the room: the show-notes lead to places that they do not see.
  const isGuest = useGuest() !== undefined
  const isRead = state.phase === 'wrapped' && !isStillWriting && !isGuest
  const frame = {
    title: meeting.title,
    crumbs: [
      { label: circle.name, to: `/circles/${circle.id}` },
      { label: t('meeting.number', { number: meeting.number }) },
    ],
    seats: circle.seats.length,
    wide: !isRead,
  }
  useJoin({ meeting, state, me, online: !away, record })
  const { isLoading } = useCarriedOver(meeting.id)
  useBlockInAddress(handle, editor, { otherwise: currentSegment(state) ?? '', isSettled: !isLoading })
  const { hidden, items, caught } = useLanes({ state, me, segments, caught: everything })
  const caughtNext = caught.some((one) => one.kind === 'next')
  // The same as long as nothing in it changes: each of its parts is drawn anew with it.
  const room = useMemo(
    (): Room | undefined =>
      state.phase === 'unscheduled'
        ? undefined
        : { meeting, events, state, items, onlooker, online: !away, run, caughtNext, readNotes, hidden },
    [meeting, events, state, items, onlooker, away, run, caughtNext, readNotes, hidden],
  )
  if (room === undefined) return <NotHere />
  return (
    <>
      <SharedFrame frame={frame} handle={handle} mayWrite={meeting.mayWrite} />
      {isRead ? (
        <ShowNotes
          room={room}
          state={state}
          circle={circle}
          handle={handle}
          caught={caught}
          editor={editor}
          upload={upload}
        />
      ) : (
        <RoomView room={room} handle={handle} caught={caught} here={here} editor={editor} upload={upload} />
      )}
    </>
  )
}
