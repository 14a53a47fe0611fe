import { Button } from '@mantine/core'
import type { Page } from '@rondo/shared/page/model.ts'
import type { Version } from '@rondo/shared/version/model.ts'
import { IconArrowLeft } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFrame } from '../ui/frame/use-frame.ts'
import { TextLink } from '../ui/link/text-link.tsx'
import { EmptyState } from '../ui/states/empty-state.tsx'
import { EraseDialog } from './erase-dialog.tsx'
import { NameDialog } from './name-dialog.tsx'
import { Reading } from './reading.tsx'
import { ReadingNow } from './reading-now.tsx'
import type { Restored } from './restore.tsx'
import { RestoredBand } from './restored-band.tsx'
import { VersionList } from './version-list.tsx'
import './history.css'

interface HistoryProps {
  readonly page: Page
  readonly versions: readonly Version[]
  readonly mayErase: boolean
}

type Asked = 'name' | 'erase' | null

/** All versions of a page beside the one that is read. On a phone the list comes first, then what was chosen in it. */
export function History({ page, versions, mayErase }: HistoryProps) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<Asked>(null)
  const navigate = useNavigate()
  useFrame({
    title: t('version.historyOf', { title: page.title }),
    crumbs: [
      { label: t('page.library'), to: '/library' },
      { label: page.title, to: `/pages/${page.id}` },
      { label: t('version.history') },
    ],
  })
  const choose = (version?: string) =>
    void navigate({
      to: '/pages/$pageId/history',
      params: { pageId: page.id },
      search: version === undefined ? {} : { version },
      resetScroll: false,
    })
  const isEmpty = versions.length === 0
  return (
    <div className="page history">
      <header className="history-head">
        <h1 tabIndex={-1}>{t('version.history')}</h1>
        <p className="soft">
          <TextLink to="/pages/$pageId" params={{ pageId: page.id }}>
            {page.title}
          </TextLink>
        </p>
      </header>
      {isEmpty ? (
        <NoVersions mayWrite={page.mayWrite} onName={() => setAsked('name')} />
      ) : (
        <Versions page={page} versions={versions} onName={() => setAsked('name')} />
      )}
      {mayErase ? (
        <footer className="history-foot">
          <p>{t('version.erase.offer')}</p>
          <Button size="xs" variant="subtle" onClick={() => setAsked('erase')}>
            {t('version.erase.open')}
          </Button>
        </footer>
      ) : null}
      <NameDialog
        pageId={page.id}
        opened={asked === 'name'}
        onClose={() => setAsked(null)}
        onNamed={({ id }) => choose(id)}
      />
      <EraseDialog
        page={page}
        opened={asked === 'erase'}
        onClose={() => setAsked(null)}
        onErased={() => {
          setAsked(null)
          choose()
        }}
      />
    </div>
  )
}

function NoVersions({ mayWrite, onName }: { readonly mayWrite: boolean; readonly onName: () => void }) {
  const { t } = useTranslation()
  return (
    <EmptyState
      sentence={t('version.none')}
      action={
        mayWrite ? (
          <Button variant="filled" onClick={onName}>
            {t('version.name.now')}
          </Button>
        ) : undefined
      }
    />
  )
}

interface VersionsProps extends Pick<HistoryProps, 'page' | 'versions'> {
  readonly onName: () => void
}

function Versions({ page, versions, onName }: VersionsProps) {
  const { t } = useTranslation()
  const [restored, setRestored] = useState<Restored | null>(null)
  const { version: asked } = useSearch({ strict: false })
  // Whoever came without a choice goes on reading what they began with when another version is kept.
  const [first] = useState(versions[0]?.id)
  const found = versions.findIndex(({ id }) => id === (asked ?? first))
  const place = Math.max(found, 0)
  const [newest, version] = [versions[0], versions[place]]
  const isNow = asked === 'now'
  return (
    <div className="history-columns" data-chosen={asked !== undefined}>
      <VersionList pageId={page.id} versions={versions} chosen={isNow ? 'now' : version?.id} />
      <section className="history-reading" aria-label={t('version.chosen')}>
        <TextLink
          className="history-back"
          to="/pages/$pageId/history"
          params={{ pageId: page.id }}
          search={{}}
        >
          <IconArrowLeft size={16} stroke={1.5} aria-hidden="true" /> {t('version.all')}
        </TextLink>
        {restored === null ? null : (
          <RestoredBand pageId={page.id} restored={restored} onBack={() => setRestored(null)} />
        )}
        {isNow && newest !== undefined ? <ReadingNow page={page} newest={newest} onName={onName} /> : null}
        {!isNow && version !== undefined ? (
          <Reading
            key={version.id}
            page={page}
            version={version}
            earlier={versions[place + 1]}
            onRestored={setRestored}
          />
        ) : null}
      </section>
    </div>
  )
}
