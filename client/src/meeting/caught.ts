import type { Capture } from '@rondo/shared/capture/model.ts'
import type { CaptureKind } from '@rondo/shared/document/capture-kinds.ts'
import type { CaptureRead } from '@rondo/shared/document/read-captures.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'

/** A capture as the document says it now, with what only the server knows of it. */
export interface Caught extends CaptureRead {
  /** Who caught it; undefined until the server has read it. */
  readonly by: MemberId | undefined
  readonly doneAt: number | undefined
  /** The server's row of it; undefined until it has read it. */
  readonly row: Capture | undefined
}

/** Joins what stands in the document with the server's rows. The document decides; a row only adds to it. */
export function caughtOf(reads: readonly CaptureRead[], rows: readonly Capture[]): Caught[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return reads
    .filter((read) => read.text !== '')
    .map((read) => {
      const row = byId.get(read.id)
      return { ...read, by: row?.by ?? undefined, doneAt: row?.doneAt ?? undefined, row }
    })
}

/** Newest first; what carries no time stands last, in the order of the page. */
export const newestFirst = (caught: readonly Caught[]): Caught[] =>
  caught.toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0) || b.position - a.position)

/** How many there are of each kind. */
export function countKinds(caught: readonly Caught[]): ReadonlyMap<CaptureKind, number> {
  const counts = new Map<CaptureKind, number>()
  for (const { kind } of caught) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return counts
}
