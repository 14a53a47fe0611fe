import { readOutline } from '@rondo/shared/document/read-segments.ts'
import { dayInZone } from '@rondo/shared/kernel/day-in-zone.ts'
import type { Page } from '@rondo/shared/page/model.ts'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useWhyReadOnly, useZoneOf } from '../circle/index.ts'
import type { DocumentEditorHandle, Surroundings } from '../editor/index.ts'
import type { DocumentHandle } from '../sync/index.ts'
import { PageMenu } from '../version/index.ts'
import { DocumentPane } from './document-pane.tsx'
import { EditableTitle } from './editable-title.tsx'
import { PageSide } from './page-side.tsx'
import { Reader } from './reader.tsx'
import { SharedFrame } from './shared-frame.tsx'
import { useBlockInAddress } from './use-block-in-address.ts'
import { useLookups } from './use-lookups.ts'
import { useReading } from './use-reading.ts'

interface OpenPageProps {
  readonly page: Page
  readonly handle: DocumentHandle
}

/** A page with its text, written in together, and what is known about it at its side. */
export function OpenPage({ page, handle }: OpenPageProps) {
  const { t } = useTranslation()
  const whyReadOnly = useWhyReadOnly(page.circleId, t('page.readOnly'))
  const editor = useRef<DocumentEditorHandle>(null)
  const surroundings = usePageSurroundings(page, handle)
  const outline = useReading(handle.doc, readOutline)
  const frame = {
    title: page.title,
    crumbs: [{ label: t('page.library'), to: '/library' }, { label: page.title }],
  }
  useBlockInAddress(handle, editor)
  return (
    <Reader side={<PageSide page={page} outline={outline} />} sideLabel={t('page.thisPage')}>
      <SharedFrame frame={frame} handle={handle} mayWrite={page.mayWrite} />
      <header className="reader-head reader-title">
        <EditableTitle page={page} mayRename={page.mayWrite} />
        <PageMenu pageId={page.id} mayWrite={page.mayWrite} />
      </header>
      <DocumentPane
        ref={editor}
        pageId={page.id}
        handle={handle}
        surroundings={surroundings}
        mayWrite={page.mayWrite}
        readOnlyWords={whyReadOnly}
        label={t('page.text')}
      />
    </Reader>
  )
}

function usePageSurroundings(page: Page, handle: DocumentHandle): Surroundings {
  const navigate = useNavigate()
  const lookups = useLookups(handle.doc, page.circleId)
  const timeZone = useZoneOf(page.circleId)
  return useMemo(
    (): Surroundings => ({
      lookups,
      stamp: () => handle.serverNow(),
      today: () => dayInZone(timeZone, handle.serverNow()),
      onOpenPage: (pageId) => void navigate({ to: '/pages/$pageId', params: { pageId } }),
    }),
    [lookups, handle, navigate, timeZone],
  )
}
