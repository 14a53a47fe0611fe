import type { MeetingId } from '@rondo/shared/kernel/id.ts'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useReader } from '../ui/reader/reader.ts'
import { TimeText } from '../ui/time/time-text.tsx'
import { useSeat } from './queries.ts'

interface FinalWordsProps {
  readonly meetingId: MeetingId
  /** The circle's. */
  readonly zone: string
  /** Changes with what the page says. */
  readonly text: unknown
}

/** "Final since Sat 28 Nov, 17:00 Berlin", whether it was changed since, and if it was worth it. */
export function FinalWords({ meetingId, zone, text }: FinalWordsProps) {
  const { t } = useTranslation()
  const { data: seat, refetch } = useSeat(meetingId)
  const isKnown = seat !== undefined
  useEffect(() => {
    if (text !== undefined && isKnown) void refetch()
  }, [text, isKnown, refetch])
  const { locale } = useReader()
  if (seat?.window == null) return null
  const { final, worth, window } = seat
  const mark = new Intl.NumberFormat(locale === 'pseudo' ? 'en' : locale)
  return (
    <>
      {final === null ? (
        <p>
          {t('seat.final.until')} <TimeText at={window.closesAt} zone={zone} />.
        </p>
      ) : (
        <p>
          {t('seat.final.since')} <TimeText at={final.at} zone={zone} />.{' '}
          {final.isChanged ? t('seat.final.changed') : null}
        </p>
      )}
      {worth === null ? null : (
        <p>{t('seat.worth.was', { average: mark.format(worth.average), count: worth.atLeast })}</p>
      )}
    </>
  )
}
