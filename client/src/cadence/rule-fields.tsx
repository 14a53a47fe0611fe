import { Chip, NativeSelect, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { WEEKDAYS, type Weekday } from '@rondo/shared/cadence/rule.ts'
import { useTranslation } from 'react-i18next'
import { useReader } from '../ui/reader/reader.ts'
import type { CadenceValues } from './form-values.ts'
import { MOST_WEEKS, NTHS, type RuleDraft, weekdayOf } from './rule-draft.ts'
import { weekdayName } from './rule-words.ts'

/** How often, on which weekday, from which day on and until when. */
export function RuleFields({ form }: { readonly form: UseFormReturnType<CadenceValues> }) {
  const { t } = useTranslation()
  const { draft, startsOn } = form.values
  const change = (part: Partial<RuleDraft>) => form.setFieldValue('draft', { ...draft, ...part })
  const rhythm = draft.kind === 'weeks' ? `weeks ${draft.every}` : draft.kind
  const choose = (value: string) => {
    const [kind, every] = value.split(' ')
    if (kind === 'weeks') change({ kind, every: Number(every) })
    if (kind === 'month') change({ kind, weekdays: [draft.weekdays[0] ?? weekdayOf(startsOn)] })
    if (kind === 'own') change({ kind })
  }
  const weeks = Array.from({ length: MOST_WEEKS }, (_, index) => index + 1)
  return (
    <>
      <NativeSelect
        label={t('cadence.form.rhythm')}
        value={rhythm}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[
          ...weeks
            .filter((every) => every < 5 || every === draft.every)
            .map((every) => ({ value: `weeks ${every}`, label: t('cadence.form.weeks', { count: every }) })),
          { value: 'month', label: t('cadence.form.month') },
          ...(draft.own === '' ? [] : [{ value: 'own', label: draft.own }]),
        ]}
      />
      {draft.kind === 'weeks' ? <Weekdays form={form} change={change} /> : null}
      {draft.kind === 'month' ? <NthWeekday draft={draft} change={change} /> : null}
      <div className="cadence-pair">
        <TextInput type="date" label={t('cadence.form.startsOn')} {...form.getInputProps('startsOn')} />
        {draft.kind === 'own' ? null : (
          <TextInput
            type="date"
            label={t('cadence.form.until')}
            description={t('cadence.form.untilAbout')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={draft.until}
            onChange={(event) => change({ until: event.currentTarget.value })}
          />
        )}
      </div>
    </>
  )
}

interface PartProps {
  readonly change: (part: Partial<RuleDraft>) => void
}

function Weekdays({ form, change }: PartProps & { readonly form: UseFormReturnType<CadenceValues> }) {
  const { t } = useTranslation()
  const { locale } = useReader()
  const choose = (chosen: string[]) =>
    change({ weekdays: WEEKDAYS.filter((day: Weekday) => chosen.includes(day)) })
  return (
    <fieldset className="cadence-weekdays">
      <legend>{t('cadence.form.weekdays')}</legend>
      <Chip.Group multiple value={[...form.values.draft.weekdays]} onChange={choose}>
        <div className="cadence-chips">
          {WEEKDAYS.map((day) => (
            <Chip key={day} value={day} aria-label={weekdayName(day, locale)}>
              {weekdayName(day, locale, 'short')}
            </Chip>
          ))}
        </div>
      </Chip.Group>
      {form.errors['draft'] === undefined ? null : (
        <p className="cadence-wrong" role="alert">
          {form.errors['draft']}
        </p>
      )}
    </fieldset>
  )
}

function NthWeekday({ draft, change }: PartProps & { readonly draft: RuleDraft }) {
  const { t } = useTranslation()
  const { locale } = useReader()
  const nth = (value: string) => NTHS.find((one) => one === value) ?? '1'
  const weekday = (value: string) => WEEKDAYS.filter((day) => day === value)
  return (
    <div className="cadence-pair">
      <NativeSelect
        label={t('cadence.form.nth')}
        value={draft.nth}
        onChange={(event) => change({ nth: nth(event.currentTarget.value) })}
        data={NTHS.map((value) => ({ value, label: t(`cadence.nth.${value === '-1' ? 'last' : value}`) }))}
      />
      <NativeSelect
        label={t('cadence.form.weekday')}
        value={draft.weekdays[0] ?? 'MO'}
        onChange={(event) => change({ weekdays: weekday(event.currentTarget.value) })}
        data={WEEKDAYS.map((value) => ({ value, label: weekdayName(value, locale) }))}
      />
    </div>
  )
}
