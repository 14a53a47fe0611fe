import { useSyncExternalStore } from 'react'
import type { DocumentHandle } from './open-document.ts'
import type { Person } from './presence.ts'
import type { SavedState } from './saved-state.ts'
import type { DocumentStatus } from './status.ts'
import type { Watched } from './watched.ts'

const useWatched = <T>(watched: Watched<T>): T => useSyncExternalStore(watched.subscribe, watched.get)

/** What the saved mark says. */
export const useSavedState = (handle: DocumentHandle): SavedState => useWatched(handle.saved)

/** Whether the document can be shown and changed. */
export const useDocumentStatus = (handle: DocumentHandle): DocumentStatus => useWatched(handle.status)

/** Who else is in the document. */
export const usePeopleHere = (handle: DocumentHandle): readonly Person[] => useWatched(handle.people)
