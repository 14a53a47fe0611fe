import { NumberInput, Select } from '@mantine/core'
import { PHASES } from '@rondo/shared/format/part.ts'
import { useTranslation } from 'react-i18next'
import { choiceOf, type PartChoice, partFor } from './part-words.ts'
import type { DraftSegment } from './planned-segments.ts'

interface PartFieldsProps {
  readonly draft: DraftSegment
  readonly number: number
  readonly onChange: (draft: DraftSegment) => void
}

const PLAIN: readonly PartChoice[] = ['none', 'carryOver']
const TALKING: readonly PartChoice[] = ['presentation', 'talk', 'round', 'quiet', 'feedback', 'vote', 'close']
const TOGETHER: readonly PartChoice[] = ['pairs', 'swap', 'study']
const OBSERVED: readonly PartChoice[] = ['lane', 'debrief']

/** What the room does while the segment is the current one. */
export function PartFields({ draft, number, onChange }: PartFieldsProps) {
  const { t } = useTranslation()
  const options = (choices: readonly PartChoice[]) =>
    choices.map((value) => ({ value, label: t(`format.part.${value}`) }))
  const { part } = draft
  return (
    <div className="part-fields">
      <Select
        className="part-choice"
        size="sm"
        aria-label={t('format.part.label', { number })}
        allowDeselect={false}
        data={[
          ...options(PLAIN),
          { group: t('format.part.whole'), items: options(TALKING) },
          {
            group: t('format.part.critique'),
            items: options(PHASES.map((phase) => `phase-${phase}` as const)),
          },
          { group: t('format.part.together'), items: options(TOGETHER) },
          { group: t('format.part.observed'), items: options(OBSERVED) },
        ]}
        value={choiceOf(draft)}
        onChange={(choice) =>
          onChange({ ...draft, part: partFor(choice ?? 'none'), carryOver: choice === 'carryOver' })
        }
      />
      {part?.kind === 'study' ? (
        <>
          <Length
            label={t('format.part.focusOf', { number })}
            suffix={t('format.part.focusMinutes')}
            max={180}
            value={part.focus}
            onChange={(focus) => onChange({ ...draft, part: { ...part, focus } })}
          />
          <Length
            label={t('format.part.pauseOf', { number })}
            suffix={t('format.part.pauseMinutes')}
            max={60}
            value={part.pause}
            onChange={(pause) => onChange({ ...draft, part: { ...part, pause } })}
          />
        </>
      ) : null}
    </div>
  )
}

interface LengthProps {
  readonly label: string
  readonly suffix: string
  readonly max: number
  readonly value: number
  readonly onChange: (minutes: number) => void
}

function Length({ label, suffix, max, value, onChange }: LengthProps) {
  return (
    <NumberInput
      className="part-length"
      size="sm"
      aria-label={label}
      min={1}
      max={max}
      step={5}
      clampBehavior="strict"
      allowDecimal={false}
      allowNegative={false}
      suffix={` ${suffix}`}
      value={value}
      onChange={(minutes) => onChange(Math.max(1, Number(minutes) || 1))}
    />
  )
}
