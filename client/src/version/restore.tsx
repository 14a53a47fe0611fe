import { Button } from '@mantine/core'
import type { PageId } from '@rondo/shared/kernel/id.ts'
import type { Version } from '@rondo/shared/version/model.ts'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Confirm } from '../ui/dialog/dialog.tsx'
import { useReader } from '../ui/reader/reader.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { useRestoreVersion } from './queries.ts'
import { momentWords } from './version-words.ts'

/** What a restore did: what the page says again, and the version that leads back. */
export interface Restored {
  readonly version: Version
  readonly before: Version
  readonly changed: boolean
}

interface RestoreProps {
  readonly pageId: PageId
  readonly version: Version
  readonly onRestored: (restored: Restored) => void
}

/** Brings a version back, after saying what that means for the others and how to go back. */
export function Restore({ pageId, version, onRestored }: RestoreProps) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  const restore = useRestoreVersion()
  const moment = momentWords(version, useReader(), t)
  const close = () => {
    setAsked(false)
    restore.reset()
  }
  // A promise, not a callback of the mutation: those are dropped where the list moves on and draws this anew.
  const go = async () => {
    const { before, changed } = await restore.mutateAsync({ params: { pageId, versionId: version.id } })
    close()
    onRestored({ version, before, changed })
  }
  return (
    <>
      <Button
        variant="filled"
        leftSection={<IconArrowBackUp size={18} stroke={1.5} aria-hidden="true" />}
        onClick={() => setAsked(true)}
      >
        {t('version.restore.open')}
      </Button>
      <Confirm
        opened={asked}
        onClose={close}
        title={
          version.name === null
            ? t('version.restore.titleMoment', { moment })
            : t('version.restore.titleName', { name: version.name })
        }
        yes={t('version.restore.yes')}
        no={t('version.restore.no')}
        onYes={() => void go().catch(() => undefined)}
        busy={restore.isPending}
      >
        <p>{t('version.restore.about')}</p>
        <p>{t('version.restore.others')}</p>
        {restore.error === null ? null : <RefusalNotice error={restore.error} />}
      </Confirm>
    </>
  )
}
