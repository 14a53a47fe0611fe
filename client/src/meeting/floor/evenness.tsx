import type { MeetingId } from '@rondo/shared/kernel/id.ts'
import { useTranslation } from 'react-i18next'
import { useFloor } from './queries.ts'

/** How even turns are, for all; and how many were the reader's, for the reader alone. */
export function Evenness({ meetingId }: { readonly meetingId: MeetingId }) {
  const { t } = useTranslation()
  const { data } = useFloor(meetingId, true)
  if (data === undefined) return null
  const { evenness, own } = data
  return (
    <p className="text-fine faint floor-even">
      {evenness === null ? null : <span>{t(`meeting.floor.even.${evenness}`)} </span>}
      <span title={t('meeting.floor.ownWhy')}>
        {t('meeting.floor.own', { count: own.lately })} {t('meeting.floor.ownWhy')}
      </span>
    </p>
  )
}
