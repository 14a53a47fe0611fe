import { Button, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReader } from '../ui/reader/reader.ts'
import { dateWords } from '../ui/time/time-words.ts'
import type { CadenceValues } from './form-values.ts'

/** Days on which there is no meeting although the rule says so, such as holidays. */
export function ExceptionFields({ form }: { readonly form: UseFormReturnType<CadenceValues> }) {
  const { t } = useTranslation()
  const { locale } = useReader()
  const [day, setDay] = useState('')
  const { exceptions } = form.values
  const set = (next: string[]) => form.setFieldValue('exceptions', next)
  const add = () => {
    if (day !== '') set([...new Set([...exceptions, day])].toSorted())
    setDay('')
  }
  return (
    <fieldset className="cadence-exceptions">
      <legend>{t('cadence.form.exceptions')}</legend>
      <ul className="cadence-chips">
        {exceptions.map((one) => (
          <li key={one}>
            <Button
              size="compact-sm"
              aria-label={t('cadence.form.removeException', { day: dateWords(one, locale) })}
              onClick={() => set(exceptions.filter((other) => other !== one))}
            >
              {dateWords(one, locale)} ×
            </Button>
          </li>
        ))}
      </ul>
      <div className="cadence-time">
        <TextInput
          type="date"
          aria-label={t('cadence.form.exception')}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <Button size="compact-sm" onClick={add} disabled={day === ''}>
          {t('cadence.form.addException')}
        </Button>
      </div>
    </fieldset>
  )
}
