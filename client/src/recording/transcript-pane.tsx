import { Button, FileButton, TextInput } from '@mantine/core'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import { MOST_TEXT, MOST_TEXT_BYTES } from '@rondo/shared/recording/limits.ts'
import type { Recording } from '@rondo/shared/recording/model.ts'
import { cueAt } from '@rondo/shared/recording/moments.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readTextFile } from '../platform/read-text-file.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { ACCEPTED_TRANSCRIPTS } from './accepted.ts'
import { CueList } from './cue-list.tsx'
import { Notices } from './notices.tsx'
import { usePutTranscript, useTranscript } from './queries.ts'
import { Speakers } from './speakers.tsx'
import { SpokenList } from './spoken-list.tsx'

interface TranscriptPaneProps {
  readonly recording: Recording
  readonly circleId: CircleId
  /** Where the player is. */
  readonly place: number
  readonly isPlayable: boolean
  readonly mayChange: boolean
  readonly onCue: (ms: number) => void
}

/** What was said, to be read, searched and clicked; and the file that says so, to be added or replaced. */
export function TranscriptPane(props: TranscriptPaneProps) {
  const { recording, circleId, place, mayChange, onCue } = props
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const transcript = useTranscript(recording.id).data
  if (transcript === undefined) return null
  const { cues, speakers, notices, version } = transcript
  return (
    <section className="transcript" aria-label={t('recording.transcript')}>
      {version === 0 ? null : (
        <>
          <TextInput
            type="search"
            aria-label={t('recording.search')}
            placeholder={t('recording.search')}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          {words.trim() === '' ? (
            <CueList cues={cues} speakers={speakers} running={cueAt(cues, place)} onCue={onCue} />
          ) : (
            <SpokenList query={{ words, recordingId: recording.id }} onSpoken={({ start }) => onCue(start)} />
          )}
          <Notices notices={notices} />
        </>
      )}
      {mayChange ? (
        <div className="transcript-acts">
          <AddTranscript recording={recording} version={version} />
          {speakers.length === 0 ? null : (
            <Speakers recordingId={recording.id} circleId={circleId} speakers={speakers} />
          )}
        </div>
      ) : null}
    </section>
  )
}

function AddTranscript({ recording, version }: { recording: Recording; version: number }) {
  const { t } = useTranslation()
  const put = usePutTranscript()
  const [wrong, setWrong] = useState<'transcriptLong' | 'transcriptNoText'>()
  const take = async (file: File | null) => {
    if (file === null) return
    const text = file.size > MOST_TEXT_BYTES ? null : await readTextFile(file)
    const isLong = text === null || (text !== undefined && text.length > MOST_TEXT)
    setWrong(isLong ? 'transcriptLong' : text === undefined ? 'transcriptNoText' : undefined)
    if (isLong || text === undefined) return
    put.mutate({ params: { recordingId: recording.id }, body: { text, from: version } })
  }
  return (
    <>
      <FileButton onChange={(file) => void take(file)} accept={ACCEPTED_TRANSCRIPTS}>
        {(props) => (
          <Button size="compact-sm" loading={put.isPending} {...props}>
            {t(version === 0 ? 'recording.addTranscript' : 'recording.replaceTranscript')}
          </Button>
        )}
      </FileButton>
      {wrong === undefined ? null : <p role="alert">{t(`recording.${wrong}`)}</p>}
      {put.error === null ? null : <RefusalNotice error={put.error} />}
    </>
  )
}
