import { Button, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { cityOf } from '../ui/time/time-words.ts'
import type { CadenceValues } from './form-values.ts'

const MOST = 6

interface TimeFieldsProps {
  readonly form: UseFormReturnType<CadenceValues>
  readonly zone: string
}

/** The time of day on the circle's clocks; several take turns, so that the same people are not always up at night. */
export function TimeFields({ form, zone }: TimeFieldsProps) {
  const { t } = useTranslation()
  const { times } = form.values
  const set = (next: string[]) => form.setFieldValue('times', next)
  const wrong = Object.keys(form.errors).some((field) => field.startsWith('times'))
  return (
    <fieldset className="cadence-times">
      <legend>{t('cadence.form.times', { count: times.length, city: cityOf(zone) })}</legend>
      {times.map((time, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a time is known by its place among those that take turns
        <div key={index} className="cadence-time">
          <TextInput
            type="time"
            aria-label={t('cadence.form.time', { number: index + 1, city: cityOf(zone) })}
            value={time}
            error={wrong && time === ''}
            onChange={(event) => set(times.with(index, event.currentTarget.value))}
          />
          {times.length > 1 ? (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t('cadence.form.removeTime', { time })}
              onClick={() => set(times.toSpliced(index, 1))}
            >
              {t('cadence.form.remove')}
            </Button>
          ) : null}
        </div>
      ))}
      {wrong ? (
        <p className="cadence-wrong" role="alert">
          {t('cadence.form.timeWrong')}
        </p>
      ) : null}
      {times.length < MOST ? (
        <Button size="compact-sm" onClick={() => set([...times, times.at(-1) ?? '12:00'])}>
          {t('cadence.form.addTime')}
        </Button>
      ) : null}
      {times.length > 1 ? <p className="text-small soft">{t('cadence.form.turns')}</p> : null}
    </fieldset>
  )
}
