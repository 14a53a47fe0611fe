import { useLocation } from '@tanstack/react-router'
import { type RefObject, useEffect, useState } from 'react'
import type { DocumentEditorHandle } from '../editor/index.ts'
import { type DocumentHandle, useDocumentStatus } from '../sync/index.ts'
import { WRITE_HERE } from './use-new-note.ts'

/** Editor and text come a moment after the document is ready. */
const TRIES = 20
const PAUSE = 150

interface Arrival {
  /** Where somebody arrives whose address names no block: where the others are. */
  readonly otherwise?: string
  /** Whether what grows the page by itself has come; a block would slip away under it. */
  readonly isSettled?: boolean
}

/** Follows the address to a block, which glows once, or puts the cursor into a page that was just made. */
export function useBlockInAddress(
  handle: DocumentHandle,
  editor: RefObject<DocumentEditorHandle | null>,
  { otherwise = '', isSettled = true }: Arrival = {},
): void {
  const { hash } = useLocation()
  const { ready, mayWrite } = useDocumentStatus(handle)
  const [arrival] = useState(otherwise)
  const block = hash === '' ? arrival : hash
  const wantsCursor = block === WRITE_HERE
  const goes = ready && isSettled && (!wantsCursor || mayWrite)
  useEffect(() => {
    if (block === '' || !goes) return
    let tries = 0
    let timer: ReturnType<typeof setTimeout>
    const arrive = () => {
      const there = editor.current
      if (there !== null && wantsCursor) return there.focus()
      if (there?.scrollToBlock(block) || ++tries > TRIES) return
      timer = setTimeout(arrive, PAUSE)
    }
    timer = setTimeout(arrive, PAUSE)
    return () => clearTimeout(timer)
  }, [block, goes, wantsCursor, editor])
}
