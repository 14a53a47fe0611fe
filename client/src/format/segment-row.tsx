import { NumberInput, TextInput } from '@mantine/core'
import { plannedSegment } from '@rondo/shared/format/model.ts'
import { IconGripVertical } from '@tabler/icons-react'
import type { ComponentProps, KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { PartFields } from './part-fields.tsx'
import { usePartWords } from './part-words.ts'
import type { DraftSegment } from './planned-segments.ts'
import { RowButtons } from './row-buttons.tsx'

interface SegmentRowProps {
  readonly draft: DraftSegment
  readonly index: number
  readonly count: number
  readonly tried: boolean
  readonly withParts: boolean
  readonly isDragged: boolean
  readonly grip: ComponentProps<'span'>
  readonly onChange: (draft: DraftSegment) => void
  readonly onMove: (by: 1 | -1) => void
  readonly onRemove: () => void
}

const titleSchema = plannedSegment.shape.title

/** One segment of the plan. */
export function SegmentRow(props: SegmentRowProps) {
  const { draft, index, tried, withParts, isDragged, grip, onChange, onMove } = props
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
    <li className="segment-row" data-dragged={isDragged} aria-label={t('format.segments.name', { number })}>
      {/* For a pointer only: the buttons and keys do what it does. */}
      <span className="segment-number num" aria-hidden="true" {...grip}>
        <IconGripVertical size={16} stroke={1.5} />
        {number}
      </span>
      <div className="segment-words">
        <TextInput
          aria-label={t('format.segments.titleOf', { number })}
          placeholder={t('format.segments.new')}
          error={wrong ? t('format.segments.wrong') : undefined}
          maxLength={120}
          value={draft.title}
          onKeyDown={keys}
          onChange={(event) => onChange({ ...draft, title: event.currentTarget.value })}
        />
        <TextInput
          className="segment-prompt"
          variant="unstyled"
          aria-label={t('format.segments.prompt', { number })}
          placeholder={t('format.segments.promptPlaceholder')}
          maxLength={400}
          value={draft.prompt}
          onKeyDown={keys}
          onChange={(event) => onChange({ ...draft, prompt: event.currentTarget.value })}
        />
        {withParts ? (
          <PartFields draft={draft} number={number} onChange={onChange} />
        ) : (
          <PartLine draft={draft} />
        )}
      </div>
      <NumberInput
        className="segment-minutes"
        aria-label={t('format.segments.minutes', { number })}
        min={0}
        max={600}
        step={5}
        clampBehavior="strict"
        allowDecimal={false}
        allowNegative={false}
        suffix={` ${t('format.segments.minutesShort')}`}
        value={draft.minutes}
        onChange={(value) => onChange({ ...draft, minutes: Number(value) || 0 })}
      />
      <RowButtons {...props} />
    </li>
  )
}

/** What the room does in the segment, in words. */
function PartLine({ draft }: { readonly draft: DraftSegment }) {
  const words = usePartWords()
  const said = words(draft)
  return said === undefined ? null : <p className="segment-part">{said}</p>
}
