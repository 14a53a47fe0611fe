import { Radio } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ShownFormat } from './shown-formats.ts'
import './format-choice.css'

interface FormatChoiceProps {
  readonly formats: readonly ShownFormat[]
  readonly value: ShownFormat['id']
  readonly onChange: (format: ShownFormat) => void
}

/** The shape of the meeting; choosing one lays out its segments. The circle's own stand first. */
export function FormatChoice({ formats, value, onChange }: FormatChoiceProps) {
  const { t } = useTranslation()
  const choose = (text: string) => {
    const chosen = formats.find(({ id }) => id === text)
    if (chosen !== undefined) onChange(chosen)
  }
  const own = formats.filter((format) => format.own !== undefined)
  const presets = formats.filter((format) => format.own === undefined)
  return (
    <Radio.Group label={t('format.choice')} value={value} onChange={choose}>
      {own.length === 0 ? null : <p className="format-choice-kind">{t('format.own')}</p>}
      <Choices formats={own} />
      {own.length === 0 ? null : <p className="format-choice-kind">{t('format.presets')}</p>}
      <Choices formats={presets} />
    </Radio.Group>
  )
}

function Choices({ formats }: Pick<FormatChoiceProps, 'formats'>) {
  if (formats.length === 0) return null
  return (
    <div className="format-choices">
      {formats.map(({ id, name, about }) => (
        <Radio key={id} value={id} label={name} description={about} />
      ))}
    </div>
  )
}
