import { fromProseMirrorJson } from '@rondo/shared/document/from-prosemirror-json.ts'
import type { VersionId } from '@rondo/shared/kernel/id.ts'
import type { Page } from '@rondo/shared/page/model.ts'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { DocumentEditor } from '../editor/index.ts'
import { shownImages } from '../image/index.ts'
import { useLookups } from '../page/index.ts'
import { alone } from '../sync/index.ts'
import { ErrorNotice } from '../ui/states/error-notice.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { TextSkeleton } from '../ui/states/skeleton.tsx'
import { useVersion } from './queries.ts'

interface ReadVersionProps {
  readonly page: Page
  readonly versionId: VersionId
}

/** A version as it read then: the page's own look, and nothing to write in. */
export function ReadVersion({ page, versionId }: ReadVersionProps) {
  const { t } = useTranslation()
  const { data, error, refetch } = useVersion(page.id, versionId)
  const doc = useMemo(() => (data === undefined ? undefined : docOf(data.body)), [data])
  if (error !== null) return <RefusalNotice error={error} onAgain={() => void refetch()} />
  if (data === undefined) return <TextSkeleton lines={8} />
  if (doc === undefined) return <ErrorNotice happened={t('version.unreadable')} />
  return <OldText key={versionId} page={page} doc={doc} />
}

/** Undefined where it holds what this program does not know. */
const docOf = (body: Record<string, unknown>): Y.Doc | undefined => {
  try {
    return fromProseMirrorJson(body)
  } catch {
    return undefined
  }
}

function OldText({ page, doc }: { readonly page: Page; readonly doc: Y.Doc }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const lookups = useLookups(doc, page.circleId)
  const [provider] = useState(() => ({ awareness: alone(doc) }))
  useEffect(() => () => provider.awareness.destroy(), [provider])
  const surroundings = useMemo(
    () => ({
      lookups,
      images: shownImages,
      stamp: () => 0,
      onOpenPage: (pageId: Page['id']) => void navigate({ to: '/pages/$pageId', params: { pageId } }),
    }),
    [lookups, navigate],
  )
  return (
    <DocumentEditor
      doc={doc}
      provider={provider}
      editable={false}
      surroundings={surroundings}
      label={t('version.oldText')}
    />
  )
}
