import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { Rotation } from '@rondo/shared/rotation/model.ts'
import { type DatedCell, datedCells } from './cells.ts'

/** A cell that somebody else holds now, for whoever was looking. */
export interface Change {
  readonly now: DatedCell
  readonly before: MemberId | null
}

type Seen = Pick<Rotation, 'meetings'>

/** The cells that were there before and have another holder now, in reading order. */
export const changedHolders = (before: Seen, now: Seen): Change[] => {
  const held = new Map(datedCells(before).map(({ key, cell }) => [key, cell.memberId]))
  return datedCells(now).flatMap((dated) => {
    const was = held.get(dated.key)
    return was === undefined || was === dated.cell.memberId ? [] : [{ now: dated, before: was }]
  })
}
