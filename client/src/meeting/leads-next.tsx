import type { Meeting } from '@rondo/shared/meeting/model.ts'
import { Trans, useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { serverNow } from '../platform/clock.ts'
import { TimeText } from '../ui/time/time-text.tsx'
import { useMeetings } from './queries.ts'

/** Who leads the circle's next meeting, and when, in both zones. */
export function LeadsNext({ meeting }: { readonly meeting: Pick<Meeting, 'id' | 'circleId'> }) {
  const { t } = useTranslation()
  const who = useWho()
  const meetings = useMeetings(meeting.circleId).data?.meetings
  if (meetings === undefined) return null
  const now = serverNow()
  const next = meetings
    .filter(({ id, phase, startsAt }) => id !== meeting.id && phase === 'scheduled' && startsAt > now)
    .toSorted((a, b) => a.startsAt - b.startsAt)[0]
  if (next === undefined) return <p>{t('meeting.leadsNext.noMeeting')}</p>
  const { facilitator } = next.roles
  const lead = facilitator === null ? undefined : who(facilitator)
  const form = lead === undefined ? 'nobody' : lead.isMe ? 'you' : 'other'
  return (
    <p>
      <Trans
        i18nKey={`meeting.leadsNext.${form}`}
        values={{ name: lead?.name, title: next.title }}
        components={{ when: <TimeText at={next.startsAt} zone={next.timeZone} /> }}
        tOptions={{ interpolation: { escapeValue: false } }}
      />
    </p>
  )
}
