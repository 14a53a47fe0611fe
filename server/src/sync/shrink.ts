/**
 * Computes the one state that can stand in the place of a snapshot and the entries after it.
 *
 * 1. Deleted text is not in it.
 * 2. Where something pends on what never came there is no such state: the entries stay.
 * 3. The state is read back, and must say the same as the entries: state vector, deletions, and every word.
 */

import * as Y from 'yjs'
import yjs from 'yjs/package.json' with { type: 'json' }
import { assertSame } from './canonical.ts'
import { buildDoc, hasPending } from './load.ts'
import { sha256Of } from './log/checksum.ts'
import type { Snapshot, StoredDocument } from './log/document-log.ts'

/** What is shrunk. */
export type Entries = Pick<StoredDocument, 'snapshot' | 'tail'>

/** The state, checked; null where something is pending. */
export type Shrunk = Pick<Snapshot, 'state' | 'sha256' | 'yjsVersion'> | null

/** Shrinks, somewhere. Rejects when the state does not read back as it was, or the entries cannot be read. */
export type Shrink = (entries: Entries) => Promise<Shrunk>

/** A state with its checksum. */
export const sealed = (state: Uint8Array) => ({
  state,
  sha256: sha256Of(state),
  yjsVersion: yjs.version,
})

/** Shrinks here and now. `keepDeleted` is the defect that the test of rule 1 must notice. */
export const shrink = (entries: Entries, keepDeleted = false): Shrunk => {
  const doc = buildDoc(entries, !keepDeleted)
  if (hasPending(doc)) return null
  const state = Y.encodeStateAsUpdate(doc)
  const copy = new Y.Doc({ gc: true })
  Y.applyUpdate(copy, state)
  if (!Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(copy)))
    throw new Error('A compacted document does not know what it knew.')
  assertSame(doc, copy)
  return sealed(state)
}
