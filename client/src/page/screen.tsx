import { Button } from '@mantine/core'
import { type PageId, pageId as parsePageId } from '@rondo/shared/kernel/id.ts'
import type { Page } from '@rondo/shared/page/model.ts'
import { Navigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Refused, Unreachable } from '../platform/refused.ts'
import { useFrame } from '../ui/frame/use-frame.ts'
import { EmptyState } from '../ui/states/empty-state.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { TextSkeleton } from '../ui/states/skeleton.tsx'
import { OpenPage } from './open-page.tsx'
import { PageNotHere } from './page-not-here.tsx'
import { usePage } from './queries.ts'
import { useDocument } from './use-document.ts'
import { useIsGone } from './use-is-gone.ts'

/** A page by its address. Show-notes are read where their meeting is. */
export function PageScreen() {
  const params = useParams({ strict: false })
  const parsed = parsePageId.safeParse(params.pageId)
  return parsed.success ? <PageById key={parsed.data} pageId={parsed.data} /> : <PageNotHere />
}

function PageById({ pageId }: { readonly pageId: PageId }) {
  const page = usePage(pageId)
  if (page.data !== undefined) {
    const { meetingId } = page.data
    if (meetingId === null) return <ReadPage page={page.data} />
    return <Navigate to="/meetings/$meetingId" params={{ meetingId }} hash={true} replace />
  }
  if (page.error instanceof Refused && page.error.status === 404) return <PageNotHere />
  if (page.error instanceof Unreachable) return <NeverHere onAgain={() => void page.refetch()} />
  return (
    <div className="page">
      {page.isError ? (
        <RefusalNotice error={page.error} onAgain={() => void page.refetch()} />
      ) : (
        <TextSkeleton title lines={8} />
      )}
    </div>
  )
}

function ReadPage({ page }: { readonly page: Page }) {
  const handle = useDocument(page.documentId)
  const isGone = useIsGone(handle)
  if (isGone) return <PageNotHere />
  if (handle !== undefined) return <OpenPage key={handle.doc.clientID} page={page} handle={handle} />
  return (
    <div className="page">
      <TextSkeleton title lines={8} />
    </div>
  )
}

/** Without the server, a page that was never opened here cannot be shown. */
function NeverHere({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useTranslation()
  useFrame({ crumbs: [{ label: t('page.library'), to: '/library' }, { label: t('page.neverHereShort') }] })
  return (
    <div className="page">
      <EmptyState
        title={t('page.neverHereShort')}
        sentence={t('page.neverHere')}
        action={<Button onClick={onAgain}>{t('page.tryAgain')}</Button>}
      />
    </div>
  )
}
