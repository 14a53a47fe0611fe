import type { Circle } from '@rondo/shared/circle/model.ts'
import type { MeetingSummary } from '@rondo/shared/meeting/model.ts'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMeetings } from '../meeting/index.ts'
import { serverNow } from '../platform/clock.ts'
import { SearchSpoken } from '../recording/index.ts'
import { KindIcon } from '../ui/kind/kind.tsx'
import { Section } from '../ui/section/section.tsx'
import { DayText } from '../ui/time/time-text.tsx'
import { MeetingRoles } from './meeting-roles.tsx'
import { past } from './next-meeting.ts'
import { NotYet } from './not-yet.tsx'

const AT_FIRST = 4

/** The pages that the meetings wrote themselves, latest on top. */
export function ShowNotes({ circle }: { readonly circle: Circle }) {
  const { t } = useTranslation()
  const asked = useMeetings(circle.id)
  const meetings = asked.data?.meetings
  const [all, setAll] = useState(false)
  const notes = past(meetings ?? [], serverNow())
  const more =
    notes.length > AT_FIRST ? (
      <button type="button" className="text-link" aria-expanded={all} onClick={() => setAll(!all)}>
        {all ? t('circle.fewer') : t('circle.allOf', { count: notes.length })}
      </button>
    ) : undefined
  return (
    <Section title={t('circle.notes.title')} {...(more === undefined ? {} : { aside: more })}>
      {meetings === undefined ? <NotYet asked={asked} rows={3} /> : null}
      {meetings !== undefined && notes.length === 0 ? (
        <p className="circle-none">{t('circle.notes.none')}</p>
      ) : null}
      {notes.some(({ phase }) => phase === 'wrapped') ? <SearchSpoken circleId={circle.id} /> : null}
      <ul className="rows notes-rows">
        {(all ? notes : notes.slice(0, AT_FIRST)).map((meeting) => (
          <li key={meeting.id}>
            <NotesRow meeting={meeting} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function NotesRow({ meeting }: { readonly meeting: MeetingSummary }) {
  const { t } = useTranslation()
  return (
    <Link to="/meetings/$meetingId" params={{ meetingId: meeting.id }} className="notes-row">
      <span className="notes-number" title={t('circle.notes.number', { number: meeting.number })}>
        {meeting.number}
      </span>
      <span className="notes-what">
        <b>{meeting.title}</b>
        <small>
          <DayText at={meeting.startsAt} />. <Became meeting={meeting} />
        </small>
      </span>
      {meeting.phase === 'wrapped' ? <Counts counts={meeting.counts} /> : null}
    </Link>
  )
}

/** Who did what in it, or why there are no notes. */
function Became({ meeting }: { readonly meeting: MeetingSummary }) {
  const { t } = useTranslation()
  if (meeting.phase === 'wrapped') return <MeetingRoles meeting={meeting} />
  if (meeting.cancelReason === null) return t('circle.notes.notStarted')
  return t('circle.notes.cancelled', { reason: meeting.cancelReason })
}

function Counts({ counts }: Pick<MeetingSummary, 'counts'>) {
  const { t } = useTranslation()
  return (
    <span className="notes-counts num">
      {(['decision', 'next', 'question'] as const).map((kind) => (
        <span
          key={kind}
          className={`kind-${kind} notes-count`}
          title={t(`circle.counts.${kind}`, { count: counts[kind] })}
        >
          <KindIcon kind={kind} size={15} />
          <span aria-hidden="true">{counts[kind]}</span>
          <span className="visually-hidden">{t(`circle.counts.${kind}`, { count: counts[kind] })}</span>
        </span>
      ))}
    </span>
  )
}
