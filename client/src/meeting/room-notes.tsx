import { Button } from '@mantine/core'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { partOf } from '@rondo/shared/meeting/parts.ts'
import { memo, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useGuest } from '../account/index.ts'
import { useWhyReadOnly } from '../circle/index.ts'
import type { DocumentEditorHandle } from '../editor/index.ts'
import { InviteGuest } from '../guest/index.ts'
import { DocumentPane } from '../page/index.ts'
import { Recordings, type useUpload } from '../recording/index.ts'
import type { DocumentHandle } from '../sync/index.ts'
import { TimeText } from '../ui/time/time-text.tsx'
import { PageMenu } from '../version/index.ts'
import { BeforeStart, PlanActions } from './before-start.tsx'
import { CancelledNotice } from './cancelled.tsx'
import type { Caught } from './caught.ts'
import { currentSegment } from './leading.ts'
import { MeetingTitle } from './meeting-title.tsx'
import { PartBand } from './parts/part-band.tsx'
import type { Room } from './room.ts'
import { SeatParts } from './seat-parts.tsx'
import { useMeetingSurroundings } from './use-meeting-surroundings.tsx'

interface RoomNotesProps {
  readonly room: Room
  readonly handle: DocumentHandle
  readonly editor: RefObject<DocumentEditorHandle | null>
  /** How many captures wait behind the button; undefined where they are on screen. */
  readonly captures: number | undefined
  readonly onCaptures: () => void
  readonly caught: readonly Caught[]
  readonly here: ReadonlySet<MemberId>
  readonly onSegment: (id: string) => void
  readonly upload: ReturnType<typeof useUpload>
}

/** The notes in the middle: title, time, and the document everybody writes in. */
export const RoomNotes = memo(function RoomNotes(props: RoomNotesProps) {
  const { room, handle, editor, captures, onCaptures, caught, here, onSegment, upload } = props
  const { t } = useTranslation()
  const { meeting, state } = room
  const isGuest = useGuest() !== undefined
  const runs = meeting.mayWrite && !isGuest
  const surroundings = useMeetingSurroundings(room, handle)
  const whyReadOnly = useWhyReadOnly(meeting.circleId, t('meeting.readOnly'))
  return (
    <article className="room-text">
      <header>
        <div className="reader-title">
          {isGuest ? <h1 tabIndex={-1}>{meeting.title}</h1> : <MeetingTitle meeting={meeting} />}
          {isGuest ? null : <PageMenu pageId={meeting.pageId} mayWrite={meeting.mayWrite} />}
        </div>
        <div className="room-when">
          <p className="text-small faint">
            {t('meeting.number', { number: meeting.number })}
            {', '}
            <TimeText at={state.startsAt} zone={meeting.timeZone} />
          </p>
          {state.phase === 'scheduled' && runs ? <PlanActions room={room} /> : null}
          {state.phase !== 'cancelled' && runs ? (
            <InviteGuest meeting={meeting} online={room.online} />
          ) : null}
          {captures === undefined ? null : (
            <Button size="compact-sm" onClick={onCaptures}>
              {t('meeting.list.open', { count: captures })}
            </Button>
          )}
        </div>
        {state.phase === 'scheduled' && !isGuest ? <BeforeStart room={room} /> : null}
        <CancelledNotice room={room} />
      </header>
      <SeatParts room={room} doc={handle.doc} />
      <PartBand room={room} caught={caught} here={here} onSegment={onSegment} doc={handle.doc} />
      <DocumentPane
        ref={editor}
        pageId={meeting.pageId}
        handle={handle}
        surroundings={surroundings}
        showCarets={partOf(state, currentSegment(state))?.kind !== 'quiet'}
        mayWrite={meeting.mayWrite}
        readOnlyWords={whyReadOnly}
        label={t('meeting.notesTab')}
      />
      {'startedAt' in state && !isGuest ? (
        <Recordings meeting={meeting} startedAt={state.startedAt} upload={upload} onMoment={onSegment} />
      ) : null}
    </article>
  )
})
