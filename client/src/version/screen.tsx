import { type PageId, pageId as parsePageId } from '@rondo/shared/kernel/id.ts'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PageNotHere, usePage } from '../page/index.ts'
import { Refused } from '../platform/refused.ts'
import { useFrame } from '../ui/frame/use-frame.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { RowsSkeleton } from '../ui/states/skeleton.tsx'
import { History } from './history.tsx'
import { useVersions } from './queries.ts'

/** The history of a page by its address. */
export function HistoryScreen() {
  const params = useParams({ strict: false })
  const parsed = parsePageId.safeParse(params.pageId)
  return parsed.success ? <HistoryOf key={parsed.data} pageId={parsed.data} /> : <PageNotHere />
}

function HistoryOf({ pageId }: { readonly pageId: PageId }) {
  const page = usePage(pageId)
  const versions = useVersions(pageId)
  if (page.data !== undefined && versions.data !== undefined)
    return <History page={page.data} versions={versions.data.versions} mayErase={versions.data.mayErase} />
  const error = page.error ?? versions.error
  if (error instanceof Refused && error.status === 404) return <PageNotHere />
  return <OnItsWay error={error} onAgain={() => void Promise.all([page.refetch(), versions.refetch()])} />
}

function OnItsWay({ error, onAgain }: { readonly error: Error | null; readonly onAgain: () => void }) {
  const { t } = useTranslation()
  useFrame({ crumbs: [{ label: t('page.library'), to: '/library' }, { label: t('version.history') }] })
  return (
    <div className="page">
      {error === null ? <RowsSkeleton rows={6} /> : <RefusalNotice error={error} onAgain={onAgain} />}
    </div>
  )
}
