import { Button } from '@mantine/core'
import { listCarriedOver, settleUndiscussed } from '@rondo/shared/capture/contract.ts'
import type { UndiscussedSegment } from '@rondo/shared/capture/model.ts'
import type { Meeting } from '@rondo/shared/meeting/model.ts'
import { IconTimeline } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useTell } from '../platform/ask.ts'
import { TextLink } from '../ui/link/text-link.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'

interface UndiscussedProps {
  readonly meeting: Meeting
  readonly segments: readonly UndiscussedSegment[]
}

/** Segments that the meeting before did not come to: into this agenda, or let go. */
export function Undiscussed({ meeting, segments }: UndiscussedProps) {
  const { t } = useTranslation()
  const settle = useTell(settleUndiscussed, [listCarriedOver])
  const titleId = useId()
  if (segments.length === 0 && settle.error === null) return null
  const say = (segment: UndiscussedSegment, how: 'add' | 'let-go') =>
    settle.mutate({ params: { meetingId: meeting.id, segmentId: segment.segmentId }, body: { how } })
  return (
    <div className="undiscussed">
      <p id={titleId}>{t('meeting.carry.undiscussed')}</p>
      <ul className="rows from-last-time" aria-labelledby={titleId}>
        {segments.map((segment) => (
          <li key={segment.segmentId} className="undiscussed-row">
            <IconTimeline size={18} stroke={1.5} aria-hidden="true" />
            <span>
              {segment.title}{' '}
              <span className="capture-source">
                <TextLink
                  to="/meetings/$meetingId"
                  params={{ meetingId: segment.meetingId }}
                  hash={segment.segmentId}
                >
                  {t('capture.fromMeeting', { number: segment.meetingNumber })}
                </TextLink>
              </span>
            </span>
            {meeting.mayWrite ? (
              <span className="undiscussed-acts">
                <Button
                  size="compact-sm"
                  disabled={settle.isPending}
                  aria-label={t('meeting.carry.addOf', { title: segment.title })}
                  onClick={() => say(segment, 'add')}
                >
                  {t('meeting.carry.add')}
                </Button>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  disabled={settle.isPending}
                  aria-label={t('meeting.carry.letGoOf', { title: segment.title })}
                  onClick={() => say(segment, 'let-go')}
                >
                  {t('meeting.carry.letGo')}
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {settle.error === null ? null : <RefusalNotice error={settle.error} />}
    </div>
  )
}
