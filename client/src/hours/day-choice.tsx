import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useReader } from '../ui/reader/reader.ts'
import { WEEK, weekdayName } from './hours-words.ts'

interface DayChoiceProps {
  readonly value: readonly number[]
  readonly onChange: (days: number[]) => void
  readonly error: ReactNode
}

/** The days of a week, each on or off. */
export function DayChoice({ value, onChange, error }: DayChoiceProps) {
  const { t } = useTranslation()
  const { locale } = useReader()
  const errorId = useId()
  const choose = (day: number, on: boolean) =>
    onChange(WEEK.filter((one) => (one === day ? on : value.includes(one))))
  return (
    <fieldset className="day-choice" {...(error ? { 'aria-describedby': errorId } : {})}>
      <legend>{t('hours.own.days')}</legend>
      {WEEK.map((day) => (
        <label key={day}>
          <input
            type="checkbox"
            checked={value.includes(day)}
            onChange={(event) => choose(day, event.currentTarget.checked)}
            aria-label={weekdayName(day, locale, 'long')}
          />
          <span aria-hidden="true">{weekdayName(day, locale)}</span>
        </label>
      ))}
      <p id={errorId} className="day-choice-wrong">
        {error}
      </p>
    </fieldset>
  )
}
