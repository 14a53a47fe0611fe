import { Button } from '@mantine/core'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Meeting } from '@rondo/shared/meeting/model.ts'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Section } from '../ui/section/section.tsx'
import { AddDialog } from './add-dialog.tsx'
import type { Moment } from './moment.ts'
import { useRecordings } from './queries.ts'
import { RecordingView } from './recording-view.tsx'
import { Underway } from './underway.tsx'
import type { useUpload } from './use-upload.ts'
import './recording.css'

export interface RecordingsProps {
  readonly meeting: Meeting
  readonly startedAt: Instant
  /** Held by whoever outlives this view, so that a meeting can be wrapped while a file is on its way. */
  readonly upload: ReturnType<typeof useUpload>
  /** What was caught and begun, and when. */
  readonly moments?: readonly Moment[]
  /** A moment that was chosen in the notes: the recording goes there. */
  readonly wanted?: Moment | undefined
  /** Shows the notes of a moment. */
  readonly onMoment: (id: string) => void
}

/** The recordings of a meeting, each with what was said in it; nothing where there are none and none can be added. */
export function Recordings(props: RecordingsProps) {
  const { meeting, startedAt, upload, moments = [], wanted, onMoment } = props
  const { t } = useTranslation()
  const asked = useRecordings(meeting.id).data
  const [adding, setAdding] = useState(false)
  if (asked === undefined) return null
  const { recordings, uploads, mayAdd, mostBytes } = asked
  if (recordings.length === 0 && !mayAdd) return null
  const add = mayAdd ? (
    <Button
      size="compact-sm"
      leftSection={<IconPlus size={16} stroke={1.5} aria-hidden="true" />}
      onClick={() => setAdding(true)}
    >
      {t('recording.add')}
    </Button>
  ) : undefined
  return (
    <div className="recordings">
      <Section
        title={t('recording.title', { count: Math.max(1, recordings.length) })}
        {...(add === undefined ? {} : { aside: add })}
      >
        {recordings.length === 0 && uploads.length === 0 ? (
          <p className="recording-none">{t('recording.none')}</p>
        ) : null}
        {recordings.map((recording) => (
          <RecordingView
            key={recording.id}
            recording={recording}
            meeting={meeting}
            startedAt={startedAt}
            moments={moments}
            wanted={wanted}
            onMoment={onMoment}
            mayChange={mayAdd}
          />
        ))}
        <Underway uploads={uploads} upload={upload} />
        <AddDialog
          meetingId={meeting.id}
          mostBytes={mostBytes}
          opened={adding}
          onClose={() => setAdding(false)}
          onUpload={upload.send}
        />
      </Section>
    </div>
  )
}
