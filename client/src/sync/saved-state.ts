/**
 * Whether what was typed here is safe. Pure: events in, one word out.
 *
 * 1. `saved` is said only when every write frame sent on this connection is acknowledged, an answer was among them (it
 *    carried whatever an earlier connection left open), and nothing was edited since the last frame went out.
 * 2. An edit counts as safe once the frame that carried it is acknowledged, and stays so over reconnects.
 * 3. `kept` says how many edits are not on the server yet, and whether this device has all of them on its disk.
 * 4. A rejection blocks until a later frame, which repeats everything, is acknowledged.
 * 5. A server that says nothing for a while is not taken for one that is about to: `saving` turns into `late`, and only an
 *    acknowledgement turns it back.
 * 6. While the server cannot store, writing goes on as it does without a connection.
 */
import type { RejectReason, WireMode } from '@rondo/shared/wire/server-frame.ts'

/** Why nothing can be saved now. */
export type BlockReason =
  | RejectReason
  | 'signed-out'
  | 'no-access'
  | 'other-generation'
  | 'deleted'
  | 'outdated'
  | 'broken'

/** `count` edits are on this device only; `onDevice`: on its disk, so that the tab may be closed. */
type OnlyHere = { readonly count: number; readonly onDevice: boolean }

/** What the mark in the header says. */
export type SavedState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** There is a connection, and for too long no word that anything was saved. */
  | ({ readonly kind: 'late' } & OnlyHere)
  /** Without a connection, or with a server that cannot store. */
  | ({ readonly kind: 'kept' } & OnlyHere)
  | { readonly kind: 'blocked'; readonly reason: BlockReason }

/** What happens to a document in this tab. */
export type SavedEvent =
  | { readonly kind: 'edited' }
  /** The connection is open; counting begins anew. */
  | { readonly kind: 'opened' }
  | { readonly kind: 'closed' }
  /** The connection ended for good. */
  | { readonly kind: 'ended'; readonly reason: BlockReason }
  /** A write frame went out. `whole`: an answer, which repeats everything the server lacks; otherwise one edit. */
  | { readonly kind: 'sent'; readonly whole: boolean }
  | { readonly kind: 'acked'; readonly count: number }
  | { readonly kind: 'rejected'; readonly count: number; readonly reason: RejectReason }
  | { readonly kind: 'mode'; readonly mode: WireMode }
  /** The first `edits` edits are on this device's disk. */
  | { readonly kind: 'stored'; readonly edits: number }
  /** An acknowledgement was waited for as long as anybody should without being told. */
  | { readonly kind: 'waited' }

/** Everything that must be remembered to tell. */
export type Progress = {
  readonly line: 'down' | 'open' | 'ended'
  readonly mode: WireMode
  /** Edits made in this tab. */
  readonly edits: number
  /** How many of them are acknowledged, and how many are on this device's disk. */
  readonly safeEdits: number
  readonly storedEdits: number
  /** For each frame of this connection that waits: how many edits had been made when it went out. */
  readonly editsAtFrame: readonly number[]
  readonly acked: number
  readonly sent: number
  /** Whether an answer went out on this connection: what was edited before it is on its way only since then. */
  readonly answered: boolean
  readonly rejected: { readonly count: number; readonly reason: RejectReason } | null
  readonly endedBy: BlockReason | null
  /** Waited too long since the last acknowledgement. */
  readonly late: boolean
}

/** A tab that has just opened a document. */
export const atFirst: Progress = {
  line: 'down',
  mode: 'write',
  edits: 0,
  safeEdits: 0,
  storedEdits: 0,
  editsAtFrame: [],
  acked: 0,
  sent: 0,
  answered: false,
  rejected: null,
  endedBy: null,
  late: false,
}

const acknowledge = (progress: Progress, upTo: number): Progress => {
  const count = Math.min(upTo, progress.sent)
  const newly = count - progress.acked
  if (newly <= 0) return progress
  const safe = progress.editsAtFrame[newly - 1] ?? progress.safeEdits
  const stillRejected = progress.rejected !== null && progress.rejected.count >= count
  return {
    ...progress,
    acked: count,
    editsAtFrame: progress.editsAtFrame.slice(newly),
    safeEdits: Math.max(progress.safeEdits, safe),
    rejected: stillRejected ? progress.rejected : null,
    late: false,
  }
}

const send = (progress: Progress, whole: boolean): Progress => {
  const answered = progress.answered || whole
  const covered = answered ? progress.edits : progress.safeEdits
  return { ...progress, answered, sent: progress.sent + 1, editsAtFrame: [...progress.editsAtFrame, covered] }
}

const carriedOver = ({ mode, edits, safeEdits, storedEdits, late }: Progress) => ({
  mode,
  edits,
  safeEdits,
  storedEdits,
  late,
})

/** What an event changes. */
export const advance = (progress: Progress, event: SavedEvent): Progress => {
  switch (event.kind) {
    case 'edited':
      return { ...progress, edits: progress.edits + 1 }
    case 'opened':
      return { ...atFirst, line: 'open', ...carriedOver(progress) }
    case 'closed':
      return progress.line === 'ended' ? progress : { ...progress, line: 'down' }
    case 'ended':
      return { ...progress, line: 'ended', endedBy: event.reason }
    case 'sent':
      return progress.line === 'open' ? send(progress, event.whole) : progress
    case 'acked':
      return progress.line === 'open' ? acknowledge(progress, event.count) : progress
    case 'rejected':
      return progress.line === 'open'
        ? { ...progress, rejected: { count: event.count, reason: event.reason } }
        : progress
    case 'mode':
      return { ...progress, mode: event.mode }
    case 'stored':
      return {
        ...progress,
        storedEdits: Math.min(progress.edits, Math.max(progress.storedEdits, event.edits)),
      }
    case 'waited':
      return isWaiting(progress) ? { ...progress, late: true } : progress
  }
}

/** How many edits of this tab the server has not confirmed. */
export const unsafeEdits = ({ edits, safeEdits }: Progress): number => edits - safeEdits

/** Whether there is a connection that still owes the word that everything is saved. */
export const isWaiting = (progress: Progress): boolean => {
  const { line, sent, acked, answered, rejected } = progress
  return line === 'open' && !(answered && acked === sent && rejected === null && unsafeEdits(progress) === 0)
}

const onlyHere = (progress: Progress): OnlyHere => ({
  count: unsafeEdits(progress),
  onDevice: progress.storedEdits === progress.edits,
})

const cannotStore = ({ mode, rejected }: Progress): boolean =>
  mode === 'read-for-now' || rejected?.reason === 'not-stored'

const whileOpen = (progress: Progress): SavedState => {
  if (cannotStore(progress))
    return isWaiting(progress) ? { kind: 'kept', ...onlyHere(progress) } : { kind: 'saved' }
  if (progress.rejected !== null) return { kind: 'blocked', reason: progress.rejected.reason }
  if (!isWaiting(progress)) return { kind: 'saved' }
  return progress.late ? { kind: 'late', ...onlyHere(progress) } : { kind: 'saving' }
}

/** The word for it. */
export const savedState = (progress: Progress): SavedState => {
  switch (progress.line) {
    case 'open':
      return whileOpen(progress)
    case 'down':
      return { kind: 'kept', ...onlyHere(progress) }
    case 'ended':
      return { kind: 'blocked', reason: progress.endedBy ?? 'broken' }
  }
}

/** Whether closing the tab now would lose something: neither the server nor this device's disk has it. */
export const wouldLose = (progress: Progress): boolean =>
  unsafeEdits(progress) > 0 && progress.storedEdits < progress.edits
