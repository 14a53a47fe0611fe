import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Band } from '../ui/states/band.tsx'

interface OfflineBandProps {
  /** How many changes wait on this device. */
  readonly changes: number
  readonly onTry?: (() => void) | undefined
}

/** The connection is gone: says calmly what is safe, and that nothing else moves. */
export function OfflineBand({ changes, onTry }: OfflineBandProps) {
  const { t } = useTranslation()
  const tryNow =
    onTry === undefined ? undefined : (
      <Button size="compact-sm" variant="subtle" onClick={onTry}>
        {t('meeting.offline.try')}
      </Button>
    )
  const says = changes > 0 ? t('meeting.offline.kept', { count: changes }) : t('meeting.offline.none')
  return <Band says={says} safe={t('meeting.offline.more')} action={tryNow} />
}
