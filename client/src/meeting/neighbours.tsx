import type { Meeting } from '@rondo/shared/meeting/model.ts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useReader } from '../ui/reader/reader.ts'
import { dayWords } from '../ui/time/time-words.ts'

/** The meetings before and after in the circle. */
export function Neighbours({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useTranslation()
  const reader = useReader()
  const { previous, next } = meeting
  return (
    <nav className="neighbours" aria-label={t('meeting.notes.neighbours')}>
      {previous === null ? (
        <span />
      ) : (
        <Link to="/meetings/$meetingId" params={{ meetingId: previous.id }} rel="prev">
          <span>{t('meeting.notes.previous', { number: previous.number })}</span>
          <b>{previous.title}</b>
        </Link>
      )}
      {next === null ? (
        <p className="faint">{t('meeting.notes.noNext')}</p>
      ) : (
        <Link to="/meetings/$meetingId" params={{ meetingId: next.id }} rel="next">
          <span>
            {t('meeting.notes.next', { number: next.number, day: dayWords(next.startsAt, reader) })}
          </span>
          <b>{next.title}</b>
        </Link>
      )}
    </nav>
  )
}
