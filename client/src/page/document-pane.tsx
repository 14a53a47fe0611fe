import { documentId, type PageId } from '@rondo/shared/kernel/id.ts'
import { repairDocument } from '@rondo/shared/page/contract.ts'
import { type Ref, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { DocumentEditor, type DocumentEditorHandle, type Surroundings } from '../editor/index.ts'
import { useImages } from '../image/index.ts'
import { call } from '../platform/http.ts'
import { type DocumentHandle, useDocumentStatus } from '../sync/index.ts'
import { TextSkeleton } from '../ui/states/skeleton.tsx'
import { DocumentNotices } from './document-notices.tsx'
import { useAway } from './use-away.ts'
import './document-pane.css'

interface DocumentPaneProps {
  readonly pageId: PageId
  readonly handle: DocumentHandle
  readonly surroundings: Surroundings
  /** Whether the reader may write here at all. */
  readonly mayWrite: boolean
  /** Said to whoever may not. */
  readonly readOnlyWords: string
  readonly label: string
  /** Whether the carets of others are seen. */
  readonly showCarets?: boolean
  readonly leaveTo?: () => HTMLElement | null
  readonly ref?: Ref<DocumentEditorHandle> | undefined
}

/** An open document: its shape while it comes, then the text, never a blank page and never wrongly editable. */
export function DocumentPane(props: DocumentPaneProps) {
  const { pageId, handle, surroundings, mayWrite, readOnlyWords, label, leaveTo, ref } = props
  const { showCarets = true } = props
  const { ready, mayWrite: lineMayWrite } = useDocumentStatus(handle)
  const images = useImages(pageId, handle.documentId, mayWrite)
  const all = useMemo(() => ({ ...surroundings, images }), [surroundings, images])
  return (
    <>
      <DocumentNotices handle={handle} />
      {mayWrite ? null : <p className="document-read-only">{readOnlyWords}</p>}
      {ready ? (
        <DocumentEditor
          doc={handle.doc}
          provider={handle}
          editable={mayWrite && lineMayWrite}
          onRepair={() => askForRepair(handle)}
          surroundings={all}
          label={label}
          showCarets={showCarets}
          {...(leaveTo === undefined ? {} : { leaveTo })}
          ref={ref}
        />
      ) : (
        <NotYet handle={handle} />
      )}
    </>
  )
}

/** What the server takes out reaches the document over its line, like any other edit. */
const askForRepair = async (handle: DocumentHandle): Promise<void> => {
  await call(repairDocument, { params: { documentId: documentId.parse(handle.documentId) } })
}

/** The shape of the text while it comes; where it cannot come, the words for it. */
function NotYet({ handle }: { readonly handle: DocumentHandle }) {
  const { t } = useTranslation()
  const { isNotHere } = useDocumentStatus(handle)
  if (!useAway(handle) || !isNotHere) return <TextSkeleton lines={9} title />
  return <p className="document-notice">{t('page.textNotHere')}</p>
}
