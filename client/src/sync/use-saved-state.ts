import { useMemo, useSyncExternalStore } from 'react'
import type { DocumentHandle } from './open-document.ts'
import type { Person } from './presence.ts'
import type { SavedState } from './saved-state.ts'
import type { DocumentStatus } from './status.ts'
import { type Watched, watch } from './watched.ts'

const useWatched = <T>(watched: Watched<T>): T => useSyncExternalStore(watched.subscribe, watched.get)

/** How long everything has to be saved before it is said: while somebody types, the next letter comes sooner. */
export const CALM = 600
/** How long something has to be on its way before that is shown as waiting. */
export const LONG = 1_000

/** What the mark shows: the state, and whether somebody waits for it. */
export type ShownState = SavedState | { readonly kind: 'saving'; readonly isLong: true }

/**
 * The state as the mark shows it. "Saved" waits until nobody has typed for a moment, everything else shows at once: so the mark
 * is never ahead of the truth, and does not flicker, which costs a browser a picture of the whole screen for each letter.
 */
const calmed = (saved: Watched<SavedState>): Watched<ShownState> => {
  const shown = watch<ShownState>(saved.get())
  return {
    get: shown.get,
    subscribe: (listener) => {
      let timer: ReturnType<typeof setTimeout> | undefined
      // A page that was just opened has nothing to be calm about.
      let wasSaved = saved.get().kind === 'saved'
      const look = () => {
        const now = saved.get()
        clearTimeout(timer)
        switch (now.kind) {
          case 'saved':
            if (wasSaved) timer = setTimeout(() => shown.set(now), CALM)
            else shown.set(now)
            wasSaved = true
            break
          case 'saving':
            if (shown.get().kind !== 'saving') shown.set(now)
            timer = setTimeout(() => shown.set({ kind: 'saving', isLong: true }), LONG)
            break
          default:
            shown.set(now)
        }
      }
      shown.set(saved.get())
      const stops = [shown.subscribe(listener), saved.subscribe(look)]
      return () => {
        clearTimeout(timer)
        for (const stop of stops) stop()
      }
    },
  }
}

/** What the saved mark says. */
export const useSavedState = ({ saved }: Pick<DocumentHandle, 'saved'>): ShownState =>
  useWatched(useMemo(() => calmed(saved), [saved]))

/** Whether the document can be shown and changed. */
export const useDocumentStatus = (handle: DocumentHandle): DocumentStatus => useWatched(handle.status)

/** Who else is in the document. */
export const usePeopleHere = (handle: DocumentHandle): readonly Person[] => useWatched(handle.people)
