import { Button, TextInput } from '@mantine/core'
import { changeOwnHours, type readOwnHours } from '@rondo/shared/hours/contract.ts'
import type { WorkingHours } from '@rondo/shared/hours/model.ts'
import type { OutputOf } from '@rondo/shared/kernel/contract.ts'
import { useTranslation } from 'react-i18next'
import { useEntry } from '../ui/form/use-entry.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { cityOf } from '../ui/time/time-words.ts'
import { DayChoice } from './day-choice.tsx'
import type { useChangeOwnHours } from './queries.ts'

interface OwnHoursFormProps {
  readonly zone: string
  readonly known: OutputOf<typeof readOwnHours>
  /** Outlives the form, which begins anew with what was saved. */
  readonly change: ReturnType<typeof useChangeOwnHours>
}

/** Working days and hours, in one's own zone. */
export function OwnHoursForm({ zone, known, change }: OwnHoursFormProps) {
  const { t } = useTranslation()
  const { form, submit, pending, problem } = useEntry<WorkingHours>({
    initial: known.hours,
    schema: changeOwnHours.body,
    words: {
      days: t('hours.own.daysWrong'),
      from: t('hours.own.fromWrong'),
      to: t('hours.own.toWrong'),
    },
    send: (hours) => change.mutateAsync({ body: hours }),
  })
  const days = form.getInputProps('days')
  const isSaved = change.isSuccess && JSON.stringify(form.values) === JSON.stringify(known.hours)
  return (
    <form className="settings-form own-hours" onSubmit={submit} noValidate>
      <p className="soft">
        {t('hours.own.about', { city: cityOf(zone) })} {known.isAssumed ? t('hours.own.assumed') : null}
      </p>
      <DayChoice value={form.values.days} onChange={(next) => days.onChange(next)} error={days.error} />
      <div className="own-hours-times">
        <TextInput type="time" label={t('hours.own.from')} {...form.getInputProps('from')} />
        <TextInput type="time" label={t('hours.own.to')} {...form.getInputProps('to')} />
      </div>
      {problem === null ? null : <RefusalNotice error={problem} />}
      <div className="settings-act">
        <Button type="submit" loading={pending}>
          {t('hours.own.save')}
        </Button>
        <p className="settings-done" role="status">
          {isSaved ? t('hours.own.saved') : ''}
        </p>
      </div>
    </form>
  )
}
