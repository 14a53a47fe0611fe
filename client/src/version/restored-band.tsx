import { Button } from '@mantine/core'
import type { PageId } from '@rondo/shared/kernel/id.ts'
import { IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../ui/link/button-link.tsx'
import { useReader } from '../ui/reader/reader.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { useRestoreVersion } from './queries.ts'
import type { Restored } from './restore.tsx'
import { titleWords } from './version-words.ts'

interface RestoredBandProps {
  readonly pageId: PageId
  readonly restored: Restored
  readonly onBack: () => void
}

/** Says that the page was restored, and takes it back in one step. */
export function RestoredBand({ pageId, restored, onBack }: RestoredBandProps) {
  const { t } = useTranslation()
  const reader = useReader()
  const back = useRestoreVersion()
  const { version, before, changed } = restored
  const goBack = () =>
    back.mutate({ params: { pageId, versionId: before.id } }, { onSuccess: () => onBack() })
  const title = titleWords(version, reader, t)
  return (
    <>
      <div className="restored-band" role="status">
        <IconCircleCheck size={20} stroke={1.5} aria-hidden="true" />
        <p>{changed ? t('version.restored.said', { title }) : t('version.restored.same', { title })}</p>
        <span className="restored-band-acts">
          {changed ? (
            <Button size="xs" onClick={goBack} loading={back.isPending}>
              {t('version.restored.back')}
            </Button>
          ) : null}
          <ButtonLink size="xs" variant="subtle" to="/pages/$pageId" params={{ pageId }}>
            {t('version.restored.toPage')}
          </ButtonLink>
        </span>
      </div>
      {back.error === null ? null : <RefusalNotice error={back.error} />}
    </>
  )
}
