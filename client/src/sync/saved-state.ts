/**
 * Whether what was typed here is safe. Pure: events in, one word out.
 *
 * 1. `saved` is said only when every write frame sent on this connection is acknowledged, an answer was among them (it
 *    carried whatever an earlier connection left open), and nothing was edited since the last frame went out.
 * 2. An edit counts as safe once the frame that carried it is acknowledged, and stays so over reconnects.
 * 3. `kept` says how many edits are not on the server yet, and whether this device has all of them on its disk.
 * 4. A rejection blocks until a later frame, which repeats everything, is acknowledged.
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

/** What the mark in the header says. */
export type SavedState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** Without a connection: `count` edits are only here; `onDevice`: on its disk, too. */
  | { readonly kind: 'kept'; readonly count: number; readonly onDevice: boolean }
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
  }
}

const send = (progress: Progress, whole: boolean): Progress => {
  const answered = progress.answered || whole
  const covered = answered ? progress.edits : progress.safeEdits
  return { ...progress, answered, sent: progress.sent + 1, editsAtFrame: [...progress.editsAtFrame, covered] }
}

const editsOf = ({ edits, safeEdits, storedEdits }: Progress) => ({ edits, safeEdits, storedEdits })

/** What an event changes. */
export const advance = (progress: Progress, event: SavedEvent): Progress => {
  switch (event.kind) {
    case 'edited':
      return { ...progress, edits: progress.edits + 1 }
    case 'opened':
      return { ...atFirst, line: 'open', mode: progress.mode, ...editsOf(progress) }
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
  }
}

/** How many edits of this tab the server has not confirmed. */
export const unsafeEdits = ({ edits, safeEdits }: Progress): number => edits - safeEdits

const whileOpen = (progress: Progress): SavedState => {
  if (progress.rejected !== null) return { kind: 'blocked', reason: progress.rejected.reason }
  const { sent, acked, answered, mode } = progress
  const unsafe = unsafeEdits(progress)
  if (mode === 'read-for-now' && unsafe > 0) return { kind: 'blocked', reason: 'not-stored' }
  return answered && acked === sent && unsafe === 0 ? { kind: 'saved' } : { kind: 'saving' }
}

/** The word for it. */
export const savedState = (progress: Progress): SavedState => {
  switch (progress.line) {
    case 'open':
      return whileOpen(progress)
    case 'down':
      return { kind: 'kept', count: unsafeEdits(progress), onDevice: progress.storedEdits === progress.edits }
    case 'ended':
      return { kind: 'blocked', reason: progress.endedBy ?? 'broken' }
  }
}

/** Whether closing the tab now would lose something: neither the server nor this device's disk has it. */
export const wouldLose = (progress: Progress): boolean =>
  unsafeEdits(progress) > 0 && progress.storedEdits < progress.edits
