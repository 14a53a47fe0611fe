import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Band } from '../ui/states/band.tsx'

interface OfflineBandProps {
  /** How many changes wait. */
  readonly changes: number
  /** Whether they are on the disk of this device, and not in this tab alone. */
  readonly onDevice?: boolean
  readonly onTry?: (() => void) | undefined
}

/** The connection is gone: says calmly what is safe, and that nothing else moves. */
export function OfflineBand({ changes, onDevice = true, onTry }: OfflineBandProps) {
  const { t } = useTranslation()
  const tryNow =
    onTry === undefined ? undefined : (
      <Button size="compact-sm" variant="subtle" onClick={onTry}>
        {t('meeting.offline.try')}
      </Button>
    )
  const where = onDevice ? 'kept' : 'here'
  const says = changes > 0 ? t(`meeting.offline.${where}`, { count: changes }) : t('meeting.offline.none')
  return <Band says={says} safe={t('meeting.offline.more')} action={tryNow} />
}
