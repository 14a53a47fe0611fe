import type { Cue, Speaker } from '@rondo/shared/recording/model.ts'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { placeWords } from './moment.ts'

interface CueListProps {
  readonly cues: readonly Cue[]
  readonly speakers: readonly Speaker[]
  /** The number of the cue that is heard; -1 for none. */
  readonly running: number
  readonly onCue: (ms: number) => void
}

/** Everything that was said, in order. The one that is heard is lit and stays in sight, unless somebody reads elsewhere. */
export function CueList({ cues, speakers, running, onCue }: CueListProps) {
  const { t } = useTranslation()
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const box = list.current
    const cue = box?.children.item(running)
    if (!box || !(cue instanceof HTMLElement) || box.matches(':hover, :focus-within')) return
    box.scrollTop = cue.offsetTop - box.offsetTop - box.clientHeight / 3
  }, [running])
  const names = useMemo(() => new Map(speakers.map(({ number, name }) => [number, name])), [speakers])
  return (
    <ol ref={list} className="cues" aria-label={t('recording.cues')}>
      {cues.map((cue, at) => {
        const name = cue.speaker === null ? undefined : names.get(cue.speaker)
        const isSame = at > 0 && cues[at - 1]?.speaker === cue.speaker
        return (
          <li key={cue.position}>
            <button
              type="button"
              className="cue"
              {...(at === running ? { 'aria-current': 'true' as const } : {})}
              onClick={() => onCue(cue.start)}
            >
              <span className="cue-time num">{placeWords(cue.start)}</span>
              <span className="cue-words">
                {name === undefined ? null : (
                  <b className={isSame ? 'visually-hidden' : ''}>
                    {name}
                    {': '}
                  </b>
                )}
                {cue.text}
              </span>
            </button>
          </li>
        )
      })}
    </ol>
  )
}
