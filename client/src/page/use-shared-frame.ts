import { type DocumentHandle, type SavedState, usePeopleHere, useSavedState } from '../sync/index.ts'
import type { Frame } from '../ui/frame/frame.ts'
import { useReader } from '../ui/reader/reader.ts'

/** What the frame says about an open document: who is here, and what became of the writing. */
export function useSharedFrame(handle: DocumentHandle, mayWrite: boolean): Pick<Frame, 'here' | 'saved'> {
  const { id, name, colour } = useReader()
  const others = usePeopleHere(handle)
  const saved = useSavedState(handle)
  return {
    here: [{ id, name, colour }, ...others.filter((one) => one.id !== id)],
    saved: mayWrite ? markOf(saved) : undefined,
  }
}

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
