import type { MeetingSummary } from '@rondo/shared/meeting/model.ts'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../ui/link/button-link.tsx'
import { useReader } from '../ui/reader/reader.ts'

interface MeetingActionsProps {
  readonly meeting: MeetingSummary
  /** Something else on the screen is the primary act. */
  readonly quiet?: boolean
}

/** The one way on: join what is live, prepare what I lead, look at what others lead. */
export function MeetingActions({ meeting, quiet = false }: MeetingActionsProps) {
  const { t } = useTranslation()
  const me = useReader().id
  const to = { to: '/meetings/$meetingId', params: { meetingId: meeting.id } } as const
  if (meeting.phase === 'live') {
    return (
      <ButtonLink variant="filled" {...to}>
        {t('circle.next.join')}
      </ButtonLink>
    )
  }
  const leads = meeting.roles.facilitator === me
  const helps = leads || meeting.roles.presenter === me || meeting.roles['note-taker'] === me
  return (
    <ButtonLink variant={leads && !quiet ? 'filled' : 'default'} {...to}>
      {helps ? t('circle.next.prepare') : t('circle.next.look')}
    </ButtonLink>
  )
}
