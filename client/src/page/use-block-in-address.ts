import { useLocation } from '@tanstack/react-router'
import { type RefObject, useEffect } from 'react'
import type { DocumentEditorHandle } from '../editor/index.ts'
import { type DocumentHandle, useDocumentStatus } from '../sync/index.ts'
import { WRITE_HERE } from './use-new-note.ts'

/** Editor and text come a moment after the document is ready. */
const TRIES = 20
const PAUSE = 150

/** Follows the address to a block, which glows once, or puts the cursor into a page that was just made. */
export function useBlockInAddress(
  handle: DocumentHandle,
  editor: RefObject<DocumentEditorHandle | null>,
): void {
  const { hash } = useLocation()
  const { ready, mayWrite } = useDocumentStatus(handle)
  const wantsCursor = hash === WRITE_HERE
  const goes = ready && (!wantsCursor || mayWrite)
  useEffect(() => {
    if (hash === '' || !goes) return
    let tries = 0
    let timer: ReturnType<typeof setTimeout>
    const arrive = () => {
      const there = editor.current
      if (there !== null && wantsCursor) return there.focus()
      if (there?.scrollToBlock(hash) || ++tries > TRIES) return
      timer = setTimeout(arrive, PAUSE)
    }
    timer = setTimeout(arrive, PAUSE)
    return () => clearTimeout(timer)
  }, [hash, goes, wantsCursor, editor])
}
