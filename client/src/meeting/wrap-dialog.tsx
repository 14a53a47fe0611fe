import { useTranslation } from 'react-i18next'
import { Confirm } from '../ui/dialog/dialog.tsx'
import { LeadsNext } from './leads-next.tsx'
import type { Room } from './room.ts'

interface WrapDialogProps {
  readonly room: Room
  readonly onClose: () => void
}

/** Asks before wrapping up; where no next step was caught it asks whether there is none, and that answer is kept. */
export function WrapDialog({ room, onClose }: WrapDialogProps) {
  const { t } = useTranslation()
  const { run, caughtNext } = room
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t(caughtNext ? 'meeting.wrapping.title' : 'meeting.wrapping.noNextTitle')}
      yes={t(caughtNext ? 'meeting.wrap' : 'meeting.wrapping.none')}
      no={t(caughtNext ? 'meeting.wrapping.back' : 'meeting.wrapping.toNotes')}
      busy={run.isPending}
      onYes={() => run.mutate({ do: 'wrap', noNextStep: !caughtNext }, { onSettled: onClose })}
    >
      {caughtNext ? null : <p>{t('meeting.wrapping.noNext')}</p>}
      <p>{t('meeting.wrapping.body')}</p>
      <p>{t('meeting.wrapping.asks')}</p>
      <LeadsNext meeting={room.meeting} />
    </Confirm>
  )
}
