import { NumberInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PartSelect } from './part-select.tsx'
import { choiceOf, partFor } from './part-words.ts'
import type { DraftSegment } from './planned-segments.ts'

interface PartFieldsProps {
  readonly draft: DraftSegment
  readonly number: number
  readonly onChange: (draft: DraftSegment) => void
}

/** What the room does while the segment is the current one. */
export function PartFields({ draft, number, onChange }: PartFieldsProps) {
  const { t } = useTranslation()
  const { part } = draft
  return (
    <div className="part-fields">
      <PartSelect
        className="part-choice"
        aria-label={t('format.part.label', { number })}
        plain={['none', 'carryOver']}
        value={choiceOf(draft)}
        onChange={(choice) =>
          onChange({ ...draft, part: partFor(choice), carryOver: choice === 'carryOver' })
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
