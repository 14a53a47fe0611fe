import { Select, type SelectProps } from '@mantine/core'
import { PHASES } from '@rondo/shared/format/part.ts'
import { useTranslation } from 'react-i18next'
import type { PartChoice } from './part-words.ts'

interface PartSelectProps extends Omit<SelectProps, 'data' | 'value' | 'onChange'> {
  /** What can be chosen beside the parts. */
  readonly plain: readonly PartChoice[]
  readonly value: PartChoice
  readonly onChange: (choice: string) => void
}

const WHOLE: readonly PartChoice[] = ['presentation', 'talk', 'round', 'quiet', 'feedback', 'vote', 'close']
const TOGETHER: readonly PartChoice[] = ['pairs', 'swap', 'study']
const OBSERVED: readonly PartChoice[] = ['lane', 'debrief']

/** Chooses what the room does in a segment. */
export function PartSelect({ plain, value, onChange, ...more }: PartSelectProps) {
  const { t } = useTranslation()
  const options = (choices: readonly PartChoice[]) =>
    choices.map((one) => ({ value: one, label: t(`format.part.${one}`) }))
  return (
    <Select
      size="sm"
      allowDeselect={false}
      {...more}
      data={[
        ...options(plain),
        { group: t('format.part.whole'), items: options(WHOLE) },
        {
          group: t('format.part.critique'),
          items: options(PHASES.map((phase) => `phase-${phase}` as const)),
        },
        { group: t('format.part.together'), items: options(TOGETHER) },
        { group: t('format.part.observed'), items: options(OBSERVED) },
      ]}
      value={value}
      onChange={(choice) => onChange(choice ?? 'none')}
    />
  )
}
