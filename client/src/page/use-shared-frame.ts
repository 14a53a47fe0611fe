import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import {
  type DocumentHandle,
  type Person,
  type SavedState,
  usePeopleHere,
  useSavedState,
} from '../sync/index.ts'
import type { Frame, Present } from '../ui/frame/frame.ts'
import { useReader } from '../ui/reader/reader.ts'

/** What the frame says about an open document: who is here, and what became of the writing. */
export function useSharedFrame(handle: DocumentHandle, mayWrite: boolean): Pick<Frame, 'here' | 'saved'> {
  const { t } = useTranslation()
  const { id, name, colour } = useReader()
  const others = usePeopleHere(handle)
  const saved = useSavedState(handle)
  return {
    here: [{ id, name, colour }, ...others.filter((one) => one.id !== id).map((one) => shownAs(one, t))],
    saved: mayWrite ? markOf(saved) : undefined,
  }
}

const shownAs = ({ id, name, colour, isGuest }: Person, t: TFunction): Present => ({
  id,
  name: isGuest ? t('ui.guestName', { name }) : name,
  colour,
})

/** The mark for what the document says of itself. What is in this tab alone is never said to be kept. */
function markOf(saved: SavedState): NonNullable<Frame['saved']> {
  switch (saved.kind) {
    case 'saved':
    case 'saving':
    case 'blocked':
      return { state: saved.kind }
    case 'late':
      return saved.onDevice ? { state: 'late' } : { state: 'here' }
    case 'kept':
      if (!saved.onDevice) return { state: 'here' }
      return saved.count > 0 ? { state: 'kept', changes: saved.count } : { state: 'kept' }
  }
}
