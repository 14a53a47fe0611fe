import type { TFunction } from 'i18next'
import { useContext } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import {
  type DocumentHandle,
  type Person,
  type ShownState,
  usePeopleHere,
  useSavedState,
} from '../sync/index.ts'
import { type Frame, MarkPlaceContext, type Present } from '../ui/frame/frame.ts'
import { useFrame } from '../ui/frame/use-frame.ts'
import { useReader } from '../ui/reader/reader.ts'
import { SavedMark } from '../ui/saved/saved-mark.tsx'
import type { SavedState as MarkState } from '../ui/saved/saved-state.ts'

interface SharedFrameProps {
  readonly frame: Frame
  readonly handle: DocumentHandle
  readonly mayWrite: boolean
}

/** The frame of a screen, with what an open document knows: who is here, and what became of the writing. */
export function SharedFrame({ frame, handle, mayWrite }: SharedFrameProps) {
  const { t } = useTranslation()
  const { id, name, colour } = useReader()
  const others = usePeopleHere(handle)
  useFrame({
    ...frame,
    here: [{ id, name, colour }, ...others.filter((one) => one.id !== id).map((one) => shownAs(one, t))],
    writes: mayWrite,
  })
  return mayWrite ? <Mark handle={handle} /> : null
}

/** The mark changes with every letter, so it is drawn into the shell from here, and nothing around it is drawn anew. */
function Mark({ handle }: Pick<SharedFrameProps, 'handle'>) {
  const saved = useSavedState(handle)
  const place = useContext(MarkPlaceContext)
  return place === null ? null : createPortal(<SavedMark saved={markOf(saved)} />, place)
}

const shownAs = ({ id, name, colour, isGuest }: Person, t: TFunction): Present => ({
  id,
  name: isGuest ? t('ui.guestName', { name }) : name,
  colour,
})

/** The mark for what the document says of itself. What is in this tab alone is never said to be kept. */
function markOf(saved: ShownState): MarkState {
  switch (saved.kind) {
    case 'saved':
    case 'blocked':
      return { state: saved.kind }
    case 'saving':
      return { state: 'saving', isLong: 'isLong' in saved }
    case 'late':
      return saved.onDevice ? { state: 'late' } : { state: 'here' }
    case 'kept':
      if (!saved.onDevice) return { state: 'here' }
      return saved.count > 0 ? { state: 'kept', changes: saved.count } : { state: 'kept' }
  }
}
