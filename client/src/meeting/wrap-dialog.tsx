import { useTranslation } from 'react-i18next'
import { Confirm } from '../ui/dialog/dialog.tsx'
import type { Room } from './room.ts'

interface WrapDialogProps {
  readonly room: Room
  readonly onClose: () => void
}

/** Asks before wrapping up, and names a missing next step once. */
export function WrapDialog({ room, onClose }: WrapDialogProps) {
  const { t } = useTranslation()
  const { run, caughtNext } = room
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t(caughtNext ? 'meeting.wrapping.title' : 'meeting.wrapping.noNextTitle')}
      yes={t('meeting.wrap')}
      no={t('meeting.wrapping.back')}
      busy={run.isPending}
      onYes={() => run.mutate({ do: 'wrap' }, { onSettled: onClose })}
    >
      {caughtNext ? null : <p>{t('meeting.wrapping.noNext')}</p>}
      <p>{t('meeting.wrapping.body')}</p>
    </Confirm>
  )
}
