import { useEffect, useState, useSyncExternalStore } from 'react'
import type { DocumentHandle } from './open-document.ts'
import type { Person } from './presence.ts'
import type { SavedState } from './saved-state.ts'
import type { DocumentStatus } from './status.ts'
import type { Watched } from './watched.ts'

const useWatched = <T>(watched: Watched<T>): T => useSyncExternalStore(watched.subscribe, watched.get)

/** How long everything has to be saved before it is said: while somebody types, the next letter comes sooner. */
export const CALM = 600
/** How long something has to be on its way before that is shown as waiting. */
export const LONG = 1_000

/** What the mark shows: the state, and whether somebody waits for it. */
export type ShownState = SavedState | { readonly kind: 'saving'; readonly isLong: true }

/**
 * What the saved mark says. "Saved" waits until nobody has typed for a moment, everything else shows at once: so the mark
 * is never ahead of the truth, and does not flicker, which costs a browser a picture of the whole screen for each letter.
 */
export const useSavedState = ({ saved }: Pick<DocumentHandle, 'saved'>): ShownState => {
  const [shown, setShown] = useState<ShownState>(saved.get)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      const now = saved.get()
      clearTimeout(timer)
      if (now.kind === 'saved') timer = setTimeout(() => setShown(now), CALM)
      else setShown((last) => (last.kind === now.kind && now.kind === 'saving' ? last : now))
      if (now.kind === 'saving') timer = setTimeout(() => setShown({ kind: 'saving', isLong: true }), LONG)
    }
    setShown(saved.get())
    const stop = saved.subscribe(look)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [saved])
  return shown
}

/** Whether the document can be shown and changed. */
export const useDocumentStatus = (handle: DocumentHandle): DocumentStatus => useWatched(handle.status)

/** Who else is in the document. */
export const usePeopleHere = (handle: DocumentHandle): readonly Person[] => useWatched(handle.people)
