export { forgetLocalCopies } from './local-copy.ts'
export { type DocumentHandle, openDocument } from './open-document.ts'
export type { SavedState } from './saved-state.ts'
export { useDocumentStatus, usePeopleHere, useSavedState } from './use-saved-state.ts'
