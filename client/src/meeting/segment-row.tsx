import { ActionIcon, NumberInput, TextInput } from '@mantine/core'
import { plannedSegment } from '@rondo/shared/meeting/model.ts'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftSegment } from './planned-segments.ts'

interface SegmentRowProps {
  readonly draft: DraftSegment
  readonly index: number
  readonly count: number
  readonly tried: boolean
  readonly onChange: (draft: DraftSegment) => void
  readonly onMove: (by: 1 | -1) => void
  readonly onRemove: () => void
}

const titleSchema = plannedSegment.shape.title
const sign = { size: 18, stroke: 1.5, 'aria-hidden': true } as const

/** One segment of the plan. */
export function SegmentRow(props: SegmentRowProps) {
  const { draft, index, tried, onChange, onMove } = props
  const { t } = useTranslation()
  const number = index + 1
  const wrong = tried && !titleSchema.safeParse(draft.title).success
  /** Alt with an arrow moves the segment while one writes in it; the buttons do the same. */
  const keys = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    onMove(event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <li className="segment-row" aria-label={t('meeting.schedule.segmentName', { number })}>
      <span className="segment-number num" aria-hidden="true">
        {number}
      </span>
      <div className="segment-words">
        <TextInput
          aria-label={t('meeting.schedule.segmentTitle', { number })}
          placeholder={t('meeting.schedule.newSegment')}
          error={wrong ? t('meeting.schedule.segmentWrong') : undefined}
          maxLength={120}
          value={draft.title}
          onKeyDown={keys}
          onChange={(event) => onChange({ ...draft, title: event.currentTarget.value })}
        />
        <TextInput
          className="segment-prompt"
          variant="unstyled"
          aria-label={t('meeting.schedule.prompt', { number })}
          placeholder={t('meeting.schedule.promptPlaceholder')}
          maxLength={400}
          value={draft.prompt}
          onKeyDown={keys}
          onChange={(event) => onChange({ ...draft, prompt: event.currentTarget.value })}
        />
        {draft.carryOver ? <p className="segment-carries">{t('meeting.schedule.carriesOver')}</p> : null}
      </div>
      <NumberInput
        className="segment-minutes"
        aria-label={t('meeting.schedule.minutes', { number })}
        min={0}
        max={600}
        step={5}
        clampBehavior="strict"
        allowDecimal={false}
        allowNegative={false}
        suffix={` ${t('meeting.schedule.minutesShort')}`}
        value={draft.minutes}
        onChange={(value) => onChange({ ...draft, minutes: Number(value) || 0 })}
      />
      <RowButtons {...props} />
    </li>
  )
}

function RowButtons({ draft, index, count, onMove, onRemove }: SegmentRowProps) {
  const { t } = useTranslation()
  const title = draft.title || t('meeting.someSegment')
  const quiet = { variant: 'subtle', color: 'var(--c-ink-2)', size: 32 } as const
  return (
    <div className="segment-buttons">
      <ActionIcon
        {...quiet}
        aria-label={t('meeting.schedule.up', { title })}
        disabled={index === 0}
        onClick={() => onMove(-1)}
      >
        <IconArrowUp {...sign} />
      </ActionIcon>
      <ActionIcon
        {...quiet}
        aria-label={t('meeting.schedule.down', { title })}
        disabled={index === count - 1}
        onClick={() => onMove(1)}
      >
        <IconArrowDown {...sign} />
      </ActionIcon>
      <ActionIcon {...quiet} aria-label={t('meeting.schedule.remove', { title })} onClick={onRemove}>
        <IconX {...sign} />
      </ActionIcon>
    </div>
  )
}
