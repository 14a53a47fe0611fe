import { Button, TextInput } from '@mantine/core'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Recording } from '@rondo/shared/recording/model.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { placeTyped, placeWords } from './moment.ts'
import { useChangeRecording } from './queries.ts'

interface BeginsProps {
  readonly recording: Recording
  readonly startedAt: Instant
  readonly mayChange: boolean
}

/** When the recording begins, so that captures and cues find each other: with the meeting, or so long after or before it. */
export function Begins({ recording, startedAt, mayChange }: BeginsProps) {
  const { t } = useTranslation()
  const [text, setText] = useState<string>()
  const change = useChangeRecording()
  const shift = (recording.startsAt ?? startedAt) - startedAt
  const words =
    shift === 0
      ? t('recording.beginsWith')
      : t(shift > 0 ? 'recording.beginsAfter' : 'recording.beginsBefore', {
          time: placeWords(Math.abs(shift)),
        })
  if (text === undefined)
    return (
      <p className="recording-begins">
        {words}{' '}
        {mayChange ? (
          <button
            type="button"
            className="text-link"
            onClick={() => setText(`${shift < 0 ? '-' : ''}${placeWords(Math.abs(shift))}`)}
          >
            {t('recording.change')}
          </button>
        ) : null}
      </p>
    )
  const typed = placeTyped(text)
  const save = async () => {
    if (typed === null) return
    const body = { startsAt: typed === 0 ? null : startedAt + typed, from: recording.startsAt }
    await change.mutateAsync({ params: { recordingId: recording.id }, body })
    setText(undefined)
  }
  return (
    <form
      className="recording-form"
      onSubmit={(event) => {
        event.preventDefault()
        save().catch(() => undefined)
      }}
    >
      <TextInput
        data-autofocus
        label={t('recording.begins')}
        description={t('recording.beginsHow')}
        value={text}
        error={typed === null ? t('recording.beginsWrong') : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" loading={change.isPending} disabled={typed === null}>
        {t('recording.save')}
      </Button>
      <Button variant="subtle" onClick={() => setText(undefined)}>
        {t('recording.cancel')}
      </Button>
      {change.error === null ? null : <RefusalNotice error={change.error} />}
    </form>
  )
}
