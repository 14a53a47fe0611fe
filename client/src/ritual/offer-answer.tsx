import { Button } from '@mantine/core'
import type { CircleId, MeetingId } from '@rondo/shared/kernel/id.ts'
import { acceptTurn, declineTurn, readRotation } from '@rondo/shared/rotation/contract.ts'
import { useTranslation } from 'react-i18next'
import { useAsk, useTell } from '../platform/ask.ts'
import { useReader } from '../ui/reader/reader.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import './ritual.css'

interface OfferAnswerProps {
  readonly circleId: CircleId
  readonly meetingId: MeetingId
}

/** Whether the reader presents at a brown-bag: yes or no, as long as it is theirs to say. */
export function OfferAnswer({ circleId, meetingId }: OfferAnswerProps) {
  const { t } = useTranslation()
  const me = useReader().id
  const { data, refetch } = useAsk(readRotation, { params: { circleId }, query: {} })
  const accept = useTell(acceptTurn, [readRotation])
  const decline = useTell(declineTurn, [readRotation])
  const meeting = data?.meetings.find((one) => one.meetingId === meetingId)
  const cell = meeting?.cells.find(({ role }) => role === 'presenter')
  // A meeting that has begun is not in the rota any more: nothing is left to say.
  if (meeting === undefined) return null
  if (cell === undefined || cell.memberId !== me)
    return <p className="offer-said soft">{t('ritual.offer.gone')}</p>
  if (cell.state !== 'proposed') return <p className="offer-said">{t('ritual.offer.accepted')}</p>
  const said = {
    params: { meetingId, role: cell.role },
    body: { seen: { memberId: cell.memberId, version: cell.version } },
  }
  const error = accept.error ?? decline.error
  const onError = () => void refetch()
  return (
    <div className="offer-answer">
      <Button
        size="xs"
        variant="filled"
        loading={accept.isPending}
        onClick={() => accept.mutate(said, { onError })}
      >
        {t('ritual.offer.accept')}
      </Button>
      <Button
        size="xs"
        loading={decline.isPending}
        onClick={() => decline.mutate(said, { onError })}
        title={t('ritual.offer.declineAbout')}
      >
        {t('ritual.offer.decline')}
      </Button>
      {error === null ? null : <RefusalNotice error={error} />}
    </div>
  )
}
