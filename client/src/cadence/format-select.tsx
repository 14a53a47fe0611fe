import { NativeSelect } from '@mantine/core'
import type { CadencePlan } from '@rondo/shared/cadence/model.ts'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { useTranslation } from 'react-i18next'
import { useShownFormats } from '../format/index.ts'

interface FormatSelectProps {
  readonly circleId: CircleId
  readonly value: CadencePlan['format']
  readonly onChange: (format: CadencePlan['format']) => void
}

/** What the meetings are made from; each gets a copy of the format as it is then. */
export function FormatSelect({ circleId, value, onChange }: FormatSelectProps) {
  const { t } = useTranslation()
  const formats = useShownFormats(circleId)
  const about = formats.find(({ id }) => id === value)?.about
  return (
    <NativeSelect
      label={t('format.choice')}
      description={about}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value}
      onChange={(event) => {
        const chosen = formats.find(({ id }) => id === event.currentTarget.value)
        if (chosen !== undefined) onChange(chosen.id)
      }}
      data={formats.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
