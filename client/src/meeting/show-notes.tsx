import { useMediaQuery } from '@mantine/hooks'
import type { Circle } from '@rondo/shared/circle/model.ts'
import type { MeetingState } from '@rondo/shared/meeting/fold.ts'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useWhyReadOnly } from '../circle/index.ts'
import type { DocumentEditorHandle } from '../editor/index.ts'
import { useFormatName } from '../format/index.ts'
import { DocumentPane, Reader, usePage } from '../page/index.ts'
import { Recordings, useIsRecorded, type useUpload } from '../recording/index.ts'
import type { DocumentHandle } from '../sync/index.ts'
import { TextLink } from '../ui/link/text-link.tsx'
import { PageMenu } from '../version/index.ts'
import { AtAGlance } from './at-a-glance.tsx'
import type { Caught } from './caught.ts'
import { CopySummary } from './copy-summary.tsx'
import { MeetingSpan } from './meeting-span.tsx'
import { MeetingTitle } from './meeting-title.tsx'
import { Neighbours } from './neighbours.tsx'
import { NotesSide } from './notes-side.tsx'
import { OfflineBand } from './offline-band.tsx'
import { PhaseGlance } from './parts/phase-glance.tsx'
import { VoteGlance } from './parts/vote-glance.tsx'
import type { Room } from './room.ts'
import { SeatParts } from './seat-parts.tsx'
import { useMeetingSurroundings } from './use-meeting-surroundings.tsx'
import { useMoments } from './use-moments.ts'
import { WhoWasThere } from './who-was-there.tsx'
import './show-notes.css'

/** Words that people read in a minute. */
const READING_SPEED = 220

interface ShowNotesProps {
  readonly room: Room
  readonly state: Extract<MeetingState, { phase: 'wrapped' }>
  readonly circle: Circle
  readonly handle: DocumentHandle
  readonly caught: readonly Caught[]
  readonly editor: RefObject<DocumentEditorHandle | null>
  readonly upload: ReturnType<typeof useUpload>
}

const now = { getInitialValueInEffect: false }

/** The page of a meeting that is over: it reads like an article, and is the same document everybody wrote in. */
export function ShowNotes({ room, state, circle, handle, caught, editor, upload }: ShowNotesProps) {
  const { t } = useTranslation()
  const { meeting } = room
  const words = usePage(meeting.pageId).data?.words ?? 0
  const surroundings = useMeetingSurroundings(room, handle)
  const { moments, wanted, notes } = useMoments(room, state, caught)
  const format = useFormatName(meeting)
  const whyReadOnly = useWhyReadOnly(meeting.circleId, t('meeting.notes.readOnly'))
  const isRecorded = useIsRecorded(meeting.id)
  const isWide = useMediaQuery('(min-width: 1181px)', undefined, now)
  const goTo = (id: string) => editor.current?.scrollToBlock(id)
  const recordings = (
    <Recordings
      meeting={meeting}
      startedAt={state.startedAt}
      upload={upload}
      moments={moments}
      wanted={wanted}
      onMoment={goTo}
    />
  )
  return (
    <>
      {room.online ? null : <OfflineBand changes={0} onTry={() => handle.retry()} />}
      <Reader
        className={isRecorded ? 'show-notes show-notes-recorded' : 'show-notes'}
        sideLabel={t('meeting.notes.side')}
        side={
          <>
            {isRecorded && isWide ? recordings : null}
            <NotesSide room={room} state={state} onSegment={goTo} />
            {isRecorded ? null : recordings}
          </>
        }
      >
        <header className="reader-head">
          <p className="show-notes-kick">
            <TextLink to="/circles/$circleId" params={{ circleId: circle.id }}>
              {circle.name}
            </TextLink>
            {', '}
            {t('meeting.numberSmall', { number: meeting.number })}
          </p>
          <div className="reader-title">
            <MeetingTitle meeting={meeting} large />
            <PageMenu pageId={meeting.pageId} mayWrite={meeting.mayWrite} />
          </div>
          <p className="show-notes-meta">
            <MeetingSpan from={state.startedAt} to={state.wrappedAt} zone={meeting.timeZone} />
            <span>
              {t('meeting.notes.reading', { count: Math.max(1, Math.round(words / READING_SPEED)) })}
            </span>
            {format === null ? null : <span>{t('meeting.format', { name: format })}</span>}
          </p>
          <WhoWasThere meeting={meeting} state={state} />
        </header>
        <SeatParts room={room} doc={handle.doc} />
        <AtAGlance
          caught={caught}
          noNextStep={state.noNextStep}
          doc={handle.doc}
          mayTick={meeting.mayWrite}
          onCapture={goTo}
          action={<CopySummary meeting={meeting} state={state} circle={circle} caught={caught} />}
        />
        <PhaseGlance caught={caught} state={state} onCapture={goTo} />
        <VoteGlance room={room} caught={caught} onCapture={goTo} />
        {isRecorded && !isWide ? recordings : null}
        <div ref={notes} className="notes-of-recordings">
          <DocumentPane
            ref={editor}
            pageId={meeting.pageId}
            handle={handle}
            surroundings={surroundings}
            mayWrite={meeting.mayWrite}
            readOnlyWords={whyReadOnly}
            label={t('meeting.notes.text')}
          />
        </div>
        <Neighbours meeting={meeting} />
      </Reader>
    </>
  )
}
