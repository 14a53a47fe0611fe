import { closeCode } from '@rondo/shared/wire/close-code.ts'
import type { BlockReason } from './saved-state.ts'

/** What can be done with an open document now. */
export type DocumentStatus = {
  /** There is something true to show: the server's document, or the copy of an earlier visit. */
  readonly ready: boolean
  /** The server's document has arrived on this connection. */
  readonly synced: boolean
  readonly mayWrite: boolean
  /** Why the connection ended for good; null while it is open or being tried. */
  readonly endedBy: BlockReason | null
  /** Why the next attempt takes longer: the stored document cannot be opened, or there is no room. */
  readonly waitsFor: 'repair' | 'room' | null
  /** The server cannot store now. What is written stays in this tab and on this device. */
  readonly cannotStore: boolean
  /** This device was searched and has no copy: without the server there is nothing to show. */
  readonly isNotHere: boolean
}

/** Before anything is known. */
export const unknownStatus: DocumentStatus = {
  ready: false,
  synced: false,
  mayWrite: false,
  endedBy: null,
  waitsFor: null,
  cannotStore: false,
  isNotHere: false,
}

const reasons: ReadonlyMap<number, BlockReason> = new Map<number, BlockReason>([
  [closeCode.signedOut, 'signed-out'],
  [closeCode.revoked, 'no-access'],
  [closeCode.notFound, 'no-access'],
  [closeCode.otherGeneration, 'other-generation'],
  [closeCode.deleted, 'deleted'],
  [closeCode.full, 'full'],
  [closeCode.outdated, 'outdated'],
])

/** What a final close code means for the person in front of the screen. */
export const reasonOfClose = (code: number): BlockReason => reasons.get(code) ?? 'broken'

/** Why it takes longer after a close code that is not final. */
export const waitsAfter = (code: number): DocumentStatus['waitsFor'] => {
  if (code === closeCode.unavailable) return 'repair'
  return code === closeCode.tooMany ? 'room' : null
}

/** Whether two statuses say the same. */
export const sameStatus = (a: DocumentStatus, b: DocumentStatus): boolean =>
  JSON.stringify(a) === JSON.stringify(b)
