import type { SegmentId } from '@rondo/shared/kernel/id.ts'
import { agendaOf } from '@rondo/shared/meeting/agenda.ts'
import type { MeetingState } from '@rondo/shared/meeting/fold.ts'
import { useTranslation } from 'react-i18next'
import { LinkedFrom, usePage } from '../page/index.ts'
import { FinalWords } from '../seat/index.ts'
import { LeadsNext } from './leads-next.tsx'
import type { Room } from './room.ts'
import { marginTime } from './timing.ts'

interface NotesSideProps {
  readonly room: Room
  readonly state: Extract<MeetingState, { phase: 'wrapped' }>
  readonly onSegment: (id: SegmentId) => void
}

/** Beside the notes: their segments with the time each began, and the pages that link here. */
export function NotesSide({ room, state, onSegment }: NotesSideProps) {
  const { t } = useTranslation()
  const page = usePage(room.meeting.pageId).data
  const lines = agendaOf(room.items, state, state.wrappedAt)
  return (
    <>
      {lines.length === 0 ? null : (
        <section>
          <h2>{t('meeting.notes.outline')}</h2>
          <ol className="notes-outline">
            {lines.map((line) => (
              <li key={line.id}>
                <button type="button" onClick={() => onSegment(line.id)}>
                  <span className="num">
                    {line.firstEntered === null ? '' : marginTime(line.firstEntered)}
                  </span>
                  <span>{line.title || t('meeting.someSegment')}</span>
                </button>
              </li>
            ))}
          </ol>
        </section>
      )}
      {page === undefined ? null : <LinkedFrom pages={page.backlinks} />}
      <section className="notes-about">
        <h2>{t('meeting.notes.about')}</h2>
        <FinalWords meetingId={room.meeting.id} zone={room.meeting.timeZone} text={page?.updatedAt} />
        <LeadsNext meeting={room.meeting} />
      </section>
    </>
  )
}
