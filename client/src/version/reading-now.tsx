import { Button } from '@mantine/core'
import type { Page } from '@rondo/shared/page/model.ts'
import type { Version } from '@rondo/shared/version/model.ts'
import { IconBookmark } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useReader } from '../ui/reader/reader.ts'
import { Comparison } from './comparison.tsx'
import { titleWords } from './version-words.ts'

interface ReadingNowProps {
  readonly page: Page
  readonly newest: Version
  readonly onName: () => void
}

/** The page as it is now, by what has changed since the newest version. */
export function ReadingNow({ page, newest, onName }: ReadingNowProps) {
  const { t } = useTranslation()
  const title = titleWords(newest, useReader(), t)
  return (
    <>
      <header className="reading-head">
        <div>
          <h2>{t('version.now')}</h2>
          <p className="reading-about">{t('version.since', { title })}</p>
        </div>
        {page.mayWrite ? (
          <div className="reading-acts">
            <Button
              variant="filled"
              leftSection={<IconBookmark size={18} stroke={1.5} aria-hidden="true" />}
              onClick={onName}
            >
              {t('version.name.now')}
            </Button>
          </div>
        ) : null}
      </header>
      <Comparison
        pageId={page.id}
        from={newest.id}
        to="now"
        before={title}
        after={t('version.now')}
        nothing={t('version.nothing.since', { title })}
      />
    </>
  )
}
