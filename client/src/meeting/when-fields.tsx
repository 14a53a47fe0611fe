import { TextInput } from '@mantine/core'
import type { GetInputPropsReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { serverNow } from '../platform/clock.ts'
import { useReader } from '../ui/reader/reader.ts'
import { cityOf, timeWords } from '../ui/time/time-words.ts'
import { instantIn, type LocalTime } from './zone-time.ts'

interface WhenFieldsProps {
  /** The circle's zone: the one in which the time is agreed. */
  readonly zone: string
  readonly value: LocalTime
  readonly day: GetInputPropsReturnType
  readonly time: GetInputPropsReturnType
}

/** Day and time in the circle's zone; beside it what the reader's own clock will show. */
export function WhenFields({ zone, value, day, time }: WhenFieldsProps) {
  const { t } = useTranslation()
  const reader = useReader()
  const at = instantIn(zone, value)
  const yours = at === undefined ? null : timeWords(at, zone, reader).yours
  return (
    <div className="schedule-when">
      <TextInput type="date" label={t('meeting.schedule.day')} {...day} />
      <TextInput type="time" label={t('meeting.schedule.time', { city: cityOf(zone) })} {...time} />
      <p className="schedule-when-words" aria-live="polite">
        {yours === null ? null : <span>{t('meeting.schedule.yours', { time: yours })}</span>}
        {at !== undefined && at < serverNow() ? <span>{t('meeting.schedule.whenPast')}</span> : null}
      </p>
    </div>
  )
}
