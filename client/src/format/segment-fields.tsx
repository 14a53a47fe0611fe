import { Button } from '@mantine/core'
import { MOST_SEGMENTS } from '@rondo/shared/format/model.ts'
import { IconPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReorder } from '../ui/reorder/use-reorder.ts'
import { type DraftSegment, moved, newSegment } from './planned-segments.ts'
import { SegmentRow } from './segment-row.tsx'
import { minutesOf } from './shown-formats.ts'
import './segments.css'

interface SegmentFieldsProps {
  readonly drafts: readonly DraftSegment[]
  /** Whether it was tried to send the form: then what is wrong is said. */
  readonly tried: boolean
  readonly onChange: (drafts: DraftSegment[]) => void
  /** Whether what the room does in a segment can be chosen, and not only seen. */
  readonly withParts?: boolean
}

/** The segments in order: renamed, timed, moved by dragging, buttons and keys, removed, added. */
export function SegmentFields({ drafts, tried, onChange, withParts = false }: SegmentFieldsProps) {
  const { t } = useTranslation()
  const list = useRef<HTMLOListElement>(null)
  const [said, setSaid] = useState('')
  const titleOf = (draft: DraftSegment) => draft.title || t('format.segments.nameless')

  const move = (from: number, to: number) => {
    const draft = drafts[from]
    if (draft === undefined || to < 0 || to >= drafts.length) return
    onChange(moved(drafts, from, to))
    setSaid(t('format.segments.moved', { title: titleOf(draft), number: to + 1, count: drafts.length }))
  }
  const remove = (draft: DraftSegment) => {
    onChange(drafts.filter((one) => one !== draft))
    setSaid(t('format.segments.removed', { title: titleOf(draft) }))
    list.current?.focus()
  }
  const reorder = useReorder(
    list,
    drafts.map(({ key }) => key),
    move,
  )
  return (
    <fieldset className="segments" data-segments>
      <legend>{t('format.segments.title')}</legend>
      <p className="segments-total num" aria-live="polite">
        {t('format.segments.total', { count: minutesOf(drafts) })}
      </p>
      <ol ref={list} tabIndex={-1}>
        {drafts.map((draft, index) => (
          <SegmentRow
            key={draft.key}
            draft={draft}
            index={index}
            count={drafts.length}
            tried={tried}
            withParts={withParts}
            isDragged={reorder.dragged === draft.key}
            grip={reorder.grip(draft.key)}
            onChange={(changed) => onChange(drafts.map((one) => (one === draft ? changed : one)))}
            onMove={(by) => move(index, index + by)}
            onRemove={() => remove(draft)}
          />
        ))}
      </ol>
      {drafts.length === 0 ? <p className="segments-wrong">{t('format.segments.atLeastOne')}</p> : null}
      <div className="segments-add">
        <Button
          leftSection={<IconPlus size={18} stroke={1.5} aria-hidden="true" />}
          disabled={drafts.length >= MOST_SEGMENTS}
          onClick={() => onChange([...drafts, newSegment()])}
        >
          {t('format.segments.add')}
        </Button>
        <span className="text-small faint">{t('format.segments.keys')}</span>
      </div>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </fieldset>
  )
}
