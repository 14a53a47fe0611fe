import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useNewerBuild } from '../../platform/use-newer-build.ts'
import { Band } from '../../ui/states/band.tsx'

/** A newer Rondo is there: when to change to it is for the person to say. */
export function UpdateBand() {
  const { t } = useTranslation()
  if (!useNewerBuild()) return null
  return (
    <Band
      icon={<IconRefresh size={20} stroke={1.5} aria-hidden="true" />}
      says={t('app.update.ready')}
      safe={t('app.update.safe')}
      isActionNeeded
      action={
        <Button size="compact-sm" onClick={() => window.location.reload()}>
          {t('app.update.reload')}
        </Button>
      }
    />
  )
}
