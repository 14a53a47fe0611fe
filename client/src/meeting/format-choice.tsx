import { Radio } from '@mantine/core'
import { FORMAT_IDS, type Format, type FormatId } from '@rondo/shared/meeting/formats.ts'
import { useTranslation } from 'react-i18next'

interface FormatChoiceProps {
  readonly formats: readonly Format[]
  readonly value: FormatId
  readonly onChange: (id: FormatId) => void
}

/** The shape of the meeting; choosing one lays out its segments. */
export function FormatChoice({ formats, value, onChange }: FormatChoiceProps) {
  const { t } = useTranslation()
  const choose = (text: string) => {
    const id = FORMAT_IDS.find((one) => one === text)
    if (id !== undefined) onChange(id)
  }
  return (
    <Radio.Group label={t('meeting.schedule.format')} value={value} onChange={choose}>
      <div className="schedule-formats">
        {formats.map((format) => (
          <Radio key={format.id} value={format.id} label={format.name} description={format.about} />
        ))}
      </div>
    </Radio.Group>
  )
}
