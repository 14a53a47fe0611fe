import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type DraftSegment, moved } from './planned-segments.ts'
import { plannedMinutes } from './progress.ts'
import { SegmentRow } from './segment-row.tsx'

interface SegmentFieldsProps {
  readonly drafts: readonly DraftSegment[]
  /** Whether it was tried to send the form: then what is wrong is said. */
  readonly tried: boolean
  readonly onChange: (drafts: DraftSegment[]) => void
}

/** The segments in order: renamed, timed, moved by buttons and keys, removed, added. */
export function SegmentFields({ drafts, tried, onChange }: SegmentFieldsProps) {
  const { t } = useTranslation()
  const list = useRef<HTMLOListElement>(null)
  const [said, setSaid] = useState('')
  const titleOf = (draft: DraftSegment) => draft.title || t('meeting.someSegment')

  const move = (draft: DraftSegment, from: number, to: number) => {
    if (to < 0 || to >= drafts.length) return
    onChange(moved(drafts, from, to))
    setSaid(t('meeting.schedule.moved', { title: titleOf(draft), number: to + 1, count: drafts.length }))
  }
  const remove = (draft: DraftSegment) => {
    onChange(drafts.filter((one) => one !== draft))
    setSaid(t('meeting.schedule.removed', { title: titleOf(draft) }))
    list.current?.focus()
  }
  const add = () =>
    onChange([...drafts, { key: crypto.randomUUID(), title: '', minutes: 10, prompt: '', carryOver: false }])
  return (
    <fieldset className="schedule-segments" data-segments>
      <legend>{t('meeting.schedule.segments')}</legend>
      <p className="schedule-total num" aria-live="polite">
        {t('meeting.schedule.total', { count: plannedMinutes(drafts) })}
      </p>
      <ol ref={list} tabIndex={-1}>
        {drafts.map((draft, index) => (
          <SegmentRow
            key={draft.key}
            draft={draft}
            index={index}
            count={drafts.length}
            tried={tried}
            onChange={(changed) => onChange(drafts.map((one) => (one === draft ? changed : one)))}
            onMove={(by) => move(draft, index, index + by)}
            onRemove={() => remove(draft)}
          />
        ))}
      </ol>
      {drafts.length === 0 ? <p className="schedule-wrong">{t('meeting.schedule.atLeastOne')}</p> : null}
      <div className="schedule-add">
        <Button leftSection={<IconPlus size={18} stroke={1.5} aria-hidden="true" />} onClick={add}>
          {t('meeting.schedule.add')}
        </Button>
        <span className="text-small faint">{t('meeting.schedule.keys')}</span>
      </div>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </fieldset>
  )
}
