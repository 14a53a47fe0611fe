import { Button, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { CircleId } from '@rondo/shared/kernel/id.ts'
import type { PageSummary } from '@rondo/shared/page/model.ts'
import { IconFileText, IconNotebook, IconPlus, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCircles } from '../circle/index.ts'
import { ImportButton } from '../markdown/index.ts'
import { useFrame } from '../ui/frame/use-frame.ts'
import { EmptyState } from '../ui/states/empty-state.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { RowsSkeleton } from '../ui/states/skeleton.tsx'
import { DayText } from '../ui/time/time-text.tsx'
import { PageTitleLink } from './page-link.tsx'
import { usePages } from './queries.ts'
import { useNewNote } from './use-new-note.ts'
import './library.css'

/** All pages that the reader may see, last changed first. */
export function LibraryScreen() {
  const { t } = useTranslation()
  const [title, setTitle] = useState('')
  const [circleId, setCircleId] = useState<CircleId | null>(null)
  const [wanted] = useDebouncedValue(title.trim(), 200)
  const pages = usePages({
    ...(wanted === '' ? {} : { title: wanted }),
    ...(circleId === null ? {} : { circleId }),
  })
  const newNote = useNewNote(circleId)
  useFrame({ crumbs: [{ label: t('page.library') }] })
  return (
    <div className="page library">
      <div className="library-head">
        <h1 tabIndex={-1}>{t('page.library')}</h1>
        <ImportButton circleId={circleId} />
        <Button
          variant="filled"
          leftSection={<IconPlus size={18} stroke={1.5} aria-hidden="true" />}
          loading={newNote.pending}
          onClick={() => newNote.write('')}
        >
          {t('page.newNote')}
        </Button>
      </div>
      <search className="library-filters">
        <TextInput
          type="search"
          aria-label={t('page.search')}
          placeholder={t('page.search')}
          leftSection={<IconSearch size={18} stroke={1.5} aria-hidden="true" />}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <CircleFilter circleId={circleId} onChange={setCircleId} />
      </search>
      {newNote.error === null ? null : <RefusalNotice error={newNote.error} />}
      {pages.isPending ? <RowsSkeleton rows={6} /> : null}
      {pages.isError ? <RefusalNotice error={pages.error} onAgain={() => void pages.refetch()} /> : null}
      {pages.data === undefined ? null : (
        <>
          <p className="visually-hidden" role="status">
            {t('page.found', { count: pages.data.pages.length })}
          </p>
          {pages.data.pages.length > 0 ? (
            <PageRows pages={pages.data.pages} />
          ) : (
            <NothingFound title={wanted} inCircle={circleId !== null} onWrite={newNote.write} />
          )}
        </>
      )}
    </div>
  )
}

interface CircleFilterProps {
  readonly circleId: CircleId | null
  readonly onChange: (circleId: CircleId | null) => void
}

function CircleFilter({ circleId, onChange }: CircleFilterProps) {
  const { t } = useTranslation()
  const circles = useCircles().data?.circles ?? []
  return (
    <Select
      aria-label={t('page.circle')}
      placeholder={t('page.allCircles')}
      clearable
      data={circles.map((circle) => ({ value: circle.id, label: circle.name }))}
      value={circleId}
      onChange={(value) => onChange(circles.find((circle) => circle.id === value)?.id ?? null)}
    />
  )
}

function PageRows({ pages }: { readonly pages: readonly PageSummary[] }) {
  const circles = useCircles().data?.circles ?? []
  const names = new Map(circles.map((circle) => [circle.id, circle.name]))
  return (
    <ul className="rows library-rows">
      {pages.map((page) => (
        <PageRow key={page.id} page={page} circleName={page.circleId && names.get(page.circleId)} />
      ))}
    </ul>
  )
}

interface PageRowProps {
  readonly page: PageSummary
  readonly circleName: string | null | undefined
}

function PageRow({ page, circleName }: PageRowProps) {
  const { t } = useTranslation()
  const Sign = page.kind === 'show-notes' ? IconNotebook : IconFileText
  const kind = page.kind === 'show-notes' ? t('page.showNotes') : t('page.note')
  return (
    <li className="library-row">
      <Sign size={20} stroke={1.5} aria-hidden="true" />
      <div>
        <span className="library-title">
          <PageTitleLink page={page} />
        </span>
        <span className="library-about">
          {kind}
          {', '}
          {page.circleId === null ? t('page.shared') : circleName}
        </span>
      </div>
      <span className="library-changed">
        <span className="visually-hidden">{t('page.changed')} </span>
        <DayText at={page.updatedAt} />
      </span>
    </li>
  )
}

interface NothingFoundProps {
  readonly title: string
  readonly inCircle: boolean
  readonly onWrite: (title: string) => void
}

function NothingFound({ title, inCircle, onWrite }: NothingFoundProps) {
  const { t } = useTranslation()
  if (title === '') return <EmptyState sentence={inCircle ? t('page.noneIn') : t('page.none')} />
  return (
    <EmptyState
      sentence={t('page.notFound', { title })}
      action={<Button onClick={() => onWrite(title)}>{t('page.write', { title })}</Button>}
    />
  )
}
