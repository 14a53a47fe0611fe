import { useDebouncedValue } from '@mantine/hooks'
import type { CircleId, RecordingId } from '@rondo/shared/kernel/id.ts'
import { searchTranscripts } from '@rondo/shared/recording/contract.ts'
import type { Spoken } from '@rondo/shared/recording/model.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { asking } from '../platform/ask.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { placeWords } from './moment.ts'

interface SpokenListProps {
  readonly query: { readonly words: string; readonly circleId?: CircleId; readonly recordingId?: RecordingId }
  readonly onSpoken: (spoken: Spoken) => void
  /** Says of which meeting it is. */
  readonly named?: boolean
}

/** Where the searched words were said; what was found is marked. */
export function SpokenList({ query, onSpoken, named = false }: SpokenListProps) {
  const { t } = useTranslation()
  const [asked] = useDebouncedValue(query, 200)
  const found = useQuery({
    ...asking(searchTranscripts, { query: { ...asked, words: asked.words.trim().slice(0, 200) } }),
    placeholderData: keepPreviousData,
    enabled: asked.words.trim() !== '',
  })
  if (found.error !== null) return <RefusalNotice error={found.error} />
  const { spoken, more } = found.data ?? { spoken: [], more: false }
  return (
    <div className="spoken">
      <p className="text-small faint" role="status">
        {found.data === undefined ? '' : t('recording.found', { count: spoken.length })}
        {more ? ` ${t('recording.foundMore')}` : ''}
      </p>
      <ol className="cues">
        {spoken.map((one) => (
          <li key={`${one.recordingId} ${one.position}`}>
            <button type="button" className="cue" onClick={() => onSpoken(one)}>
              <span className="cue-time num">{placeWords(one.start)}</span>
              <span className="cue-words">
                {named ? <small>{one.meetingTitle} </small> : null}
                {one.speaker === null ? null : <b>{one.speaker}: </b>}
                {one.parts.map(({ text, isHit }, at) =>
                  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change their places.
                  isHit ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
                )}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}
