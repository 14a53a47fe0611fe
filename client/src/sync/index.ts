export { alone } from './alone.ts'
export { wouldLoseSomething } from './leave-guard.ts'
export { leaveDocument, takeDocument } from './linger.ts'
export type { DocumentHandle } from './open-document.ts'
export type { Person } from './presence.ts'

export { type ShownState, useDocumentStatus, usePeopleHere, useSavedState } from './use-saved-state.ts'
export { useSetAside } from './use-set-aside.ts'
