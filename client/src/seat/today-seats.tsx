import type { ToAnswer } from '@rondo/shared/seat/model.ts'
import { IconClockHour4 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../ui/link/button-link.tsx'
import { TimeText } from '../ui/time/time-text.tsx'
import { CatchUpCard, hasNews } from './catch-up-card.tsx'
import { useMySeats } from './queries.ts'
import './seat.css'

/** On Today: what I may answer in my own time, and what I missed. Nothing where nothing waits. */
export function TodaySeats() {
  const { data } = useMySeats()
  // A meeting of which there is nothing to know says so on its own page, to whoever looks.
  const catchUps = data?.catchUps.filter(hasNews) ?? []
  if (data === undefined || data.toAnswer.length + catchUps.length === 0) return null
  return (
    <div className="today-seats">
      {data.toAnswer.map((one) => (
        <AnswerCard key={one.meetingId} one={one} />
      ))}
      {catchUps.map((one) => (
        <CatchUpCard key={one.meetingId} missed={one} withMeeting />
      ))}
    </div>
  )
}

/** "Answer in your own time", with how long there is and what is left. */
function AnswerCard({ one }: { readonly one: ToAnswer }) {
  const { t } = useTranslation()
  const { meetingId, title, circleName, closesAt, timeZone, left } = one
  return (
    <section className="own-time-card" aria-label={t('seat.of', { title })}>
      <IconClockHour4 size={22} stroke={1.5} aria-hidden="true" />
      <div>
        <h2>{t('seat.of', { title })}</h2>
        <p className="text-small soft">
          {circleName}. {t('seat.until')} <TimeText at={closesAt} zone={timeZone} />.{' '}
          {left.length === 0 ? t('seat.allGiven') : t('seat.left', { count: left.length })}
        </p>
      </div>
      <ButtonLink to="/meetings/$meetingId" params={{ meetingId }}>
        {t(left.length === 0 ? 'seat.look' : 'seat.answer')}
      </ButtonLink>
    </section>
  )
}
