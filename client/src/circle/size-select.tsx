import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface SizeSelectProps {
  readonly value: number | null
  readonly onChange: (limit: number | null) => void
}

const SIZES = [3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 30]
/** A learning circle is four to six people. */
const LEARNING = 6

/** How many seats the circle wants: a soft limit, of which six is the one that is proposed. */
export function SizeSelect({ value, onChange }: SizeSelectProps) {
  const { t } = useTranslation()
  const sizes = value === null || SIZES.includes(value) ? SIZES : [...SIZES, value].toSorted((a, b) => a - b)
  return (
    <Select
      label={t('circle.size.label')}
      description={t('circle.size.about')}
      allowDeselect={false}
      data={[
        { value: '', label: t('circle.size.any') },
        ...sizes.map((size) => ({
          value: `${size}`,
          label: t(size === LEARNING ? 'circle.size.learning' : 'circle.size.most', { count: size }),
        })),
      ]}
      value={value === null ? '' : `${value}`}
      onChange={(chosen) => onChange(chosen === null || chosen === '' ? null : Number(chosen))}
    />
  )
}
