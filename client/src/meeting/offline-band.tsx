import { Button } from '@mantine/core'
import { IconCloudOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import './offline-band.css'

interface OfflineBandProps {
  /** How many changes wait on this device. */
  readonly changes: number
  readonly onTry?: (() => void) | undefined
}

/** The connection is gone: says calmly what is safe, and that nothing else moves. */
export function OfflineBand({ changes, onTry }: OfflineBandProps) {
  const { t } = useTranslation()
  return (
    <div className="offline-band" role="status">
      <IconCloudOff size={20} stroke={1.5} aria-hidden="true" />
      <p>
        <b>{changes > 0 ? t('meeting.offline.kept', { count: changes }) : t('meeting.offline.none')}</b>{' '}
        <span>{t('meeting.offline.more')}</span>
      </p>
      {onTry === undefined ? null : (
        <Button size="compact-sm" variant="subtle" onClick={onTry}>
          {t('meeting.offline.try')}
        </Button>
      )}
    </div>
  )
}
