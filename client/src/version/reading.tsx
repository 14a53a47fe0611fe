import { Button, SegmentedControl } from '@mantine/core'
import type { Page } from '@rondo/shared/page/model.ts'
import type { Version } from '@rondo/shared/version/model.ts'
import { IconBookmark } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReader } from '../ui/reader/reader.ts'
import { Comparison } from './comparison.tsx'
import { NameDialog } from './name-dialog.tsx'
import { People } from './people.tsx'
import { ReadVersion } from './read-version.tsx'
import { Restore, type Restored } from './restore.tsx'
import { momentWords, titleWords } from './version-words.ts'

type Look = 'came' | 'now' | 'text'

interface ReadingProps {
  readonly page: Page
  readonly version: Version
  /** The version before it, if there is one. */
  readonly earlier: Version | undefined
  readonly onRestored: (restored: Restored) => void
}

/** One version: what changed in it, what has changed since, or how it read; and what can be done with it. */
export function Reading({ page, version, earlier, onRestored }: ReadingProps) {
  const { t } = useTranslation()
  const [look, setLook] = useState<Look>('came')
  return (
    <>
      <ReadingHead page={page} version={version} onRestored={onRestored} />
      <SegmentedControl
        className="reading-look"
        aria-label={t('version.look.label')}
        value={look}
        onChange={(value) => setLook(value)}
        data={(['came', 'now', 'text'] as const).map((value) => ({
          value,
          label: t(`version.look.${value}`),
        }))}
      />
      <ReadingBody look={look} page={page} version={version} earlier={earlier} />
    </>
  )
}

function ReadingHead({ page, version, onRestored }: Omit<ReadingProps, 'earlier'>) {
  const { t } = useTranslation()
  const [isNaming, setNaming] = useState(false)
  const reader = useReader()
  return (
    <header className="reading-head">
      <div>
        <h2>{titleWords(version, reader, t)}</h2>
        <p className="reading-about">
          {version.name === null ? null : <span>{momentWords(version, reader, t)}</span>}
          <People ids={version.contributors} />
        </p>
      </div>
      {page.mayWrite ? (
        <div className="reading-acts">
          <Button
            leftSection={<IconBookmark size={18} stroke={1.5} aria-hidden="true" />}
            onClick={() => setNaming(true)}
          >
            {t(version.name === null ? 'version.name.open' : 'version.name.again')}
          </Button>
          <Restore pageId={page.id} version={version} onRestored={onRestored} />
        </div>
      ) : null}
      <NameDialog pageId={page.id} version={version} opened={isNaming} onClose={() => setNaming(false)} />
    </header>
  )
}

function ReadingBody({ look, page, version, earlier }: Omit<ReadingProps, 'onRestored'> & { look: Look }) {
  const { t } = useTranslation()
  const reader = useReader()
  const title = titleWords(version, reader, t)
  if (look === 'text') return <ReadVersion page={page} versionId={version.id} />
  if (look === 'now')
    return (
      <Comparison
        pageId={page.id}
        from={version.id}
        to="now"
        before={title}
        after={t('version.now')}
        nothing={t('version.nothing.now')}
      />
    )
  return (
    <Comparison
      pageId={page.id}
      from={earlier?.id}
      to={version.id}
      before={earlier === undefined ? t('version.emptyPage') : titleWords(earlier, reader, t)}
      after={title}
      nothing={t('version.nothing.came')}
    />
  )
}
