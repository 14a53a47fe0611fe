import { Button } from '@mantine/core'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import { fileAddress } from '@rondo/shared/media/model.ts'
import type { Meeting } from '@rondo/shared/meeting/model.ts'
import { captionsAddress, type Recording } from '@rondo/shared/recording/model.ts'
import { beginningOf, nearest, placeOf } from '@rondo/shared/recording/moments.ts'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Begins } from './begins.tsx'
import { type Moment, placeWords } from './moment.ts'
import { RemoveRecording } from './remove-recording.tsx'
import { TranscriptPane } from './transcript-pane.tsx'

interface RecordingViewProps {
  readonly recording: Recording
  readonly meeting: Meeting
  readonly startedAt: Instant
  readonly moments: readonly Moment[]
  readonly wanted: Moment | undefined
  readonly onMoment: (id: string) => void
  readonly mayChange: boolean
}

/** One recording: the player or the link, its moments, and what was said. */
export function RecordingView(props: RecordingViewProps) {
  const { recording, meeting, startedAt, moments, wanted, onMoment, mayChange } = props
  const { t } = useTranslation()
  const media = useRef<HTMLVideoElement & HTMLAudioElement>(null)
  const [place, setPlace] = useState(0)
  const beginning = beginningOf(recording, startedAt)
  const goTo = (ms: number) => {
    setPlace(ms)
    if (media.current !== null) media.current.currentTime = ms / 1000
  }
  const gone = useRef<Moment>(undefined)
  useEffect(() => {
    // A beginning that is changed later leaves the player where it is.
    if (wanted === undefined || gone.current === wanted) return
    gone.current = wanted
    const ms = placeOf(wanted.at, beginning)
    setPlace(ms)
    if (media.current === null) return
    media.current.currentTime = ms / 1000
    media.current.scrollIntoView({ block: 'center' })
    media.current.focus({ preventScroll: true })
  }, [wanted, beginning])
  const showNotes = (ms: number) => {
    const found = nearest(moments, beginning + ms)
    if (found !== undefined) onMoment(found.id)
  }
  return (
    <article className="recording" aria-label={recording.label}>
      <div className="recording-head">
        <h3>{recording.label}</h3>
        {recording.mayRemove ? <RemoveRecording recording={recording} /> : null}
      </div>
      <Source recording={recording} ref={media} onPlace={setPlace} />
      <Begins recording={recording} startedAt={startedAt} mayChange={mayChange} />
      <TranscriptPane
        recording={recording}
        circleId={meeting.circleId}
        place={place}
        isPlayable={recording.file !== null}
        mayChange={mayChange}
        onCue={(ms) => {
          goTo(ms)
          showNotes(ms)
        }}
      />
      {recording.file === null || moments.length === 0 ? null : (
        <details className="recording-moments">
          <summary>{t('recording.moments')}</summary>
          <ol>
            {moments.map((moment) => (
              <li key={moment.id}>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  onClick={() => goTo(placeOf(moment.at, beginning))}
                >
                  <span className="num">{placeWords(placeOf(moment.at, beginning))}</span>{' '}
                  {moment.kind === undefined ? '' : `${t(`ui.kind.${moment.kind}`)}: `}
                  {moment.text}
                </Button>
              </li>
            ))}
          </ol>
        </details>
      )}
    </article>
  )
}

interface SourceProps {
  readonly recording: Recording
  readonly ref: React.RefObject<(HTMLVideoElement & HTMLAudioElement) | null>
  readonly onPlace: (ms: number) => void
}

/** What is kept elsewhere is a link: nothing foreign is ever loaded into the page. */
function Source({ recording, ref, onPlace }: SourceProps) {
  const { t, i18n } = useTranslation()
  const { file, url, label, transcriptVersion } = recording
  if (file === null)
    return (
      <p>
        <a className="text-link" href={url ?? ''} target="_blank" rel="noreferrer noopener">
          {t('recording.openLink', { host: URL.parse(url ?? '')?.hostname ?? '' })}
        </a>
      </p>
    )
  const Player = file.type.startsWith('video/') ? 'video' : 'audio'
  const hasCaptions = transcriptVersion > 0
  return (
    <>
      <Player
        ref={ref}
        className="recording-player"
        controls
        preload="metadata"
        aria-label={label}
        src={fileAddress(file.id)}
        onTimeUpdate={(event) => onPlace(Math.round(event.currentTarget.currentTime * 1000))}
      >
        {hasCaptions ? (
          <track
            default
            kind="captions"
            label={t('recording.captions')}
            srcLang={i18n.resolvedLanguage ?? 'en'}
            src={captionsAddress(recording.id, transcriptVersion)}
          />
        ) : null}
      </Player>
      {hasCaptions ? null : <p className="recording-no-captions">{t('recording.noCaptions')}</p>}
    </>
  )
}
