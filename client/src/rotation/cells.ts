import type { MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { Cell, Role, RotaMeeting, Rotation } from '@rondo/shared/rotation/model.ts'

/** A cell with where it stands. */
export interface PlacedCell {
  /** Its name on the screen. */
  readonly key: string
  /** 0 for the next meeting. */
  readonly row: number
  readonly meeting: RotaMeeting
  readonly cell: Cell
}

/** A cell that something can be done to: its meeting has a date. */
export interface DatedCell extends PlacedCell {
  readonly meeting: RotaMeeting & { meetingId: MeetingId; startsAt: Instant; day: string }
}

type Seen = Pick<Rotation, 'meetings'>

export const isDated = (placed: PlacedCell): placed is DatedCell =>
  placed.meeting.meetingId !== null && placed.meeting.startsAt !== null && placed.meeting.day !== null

const cellKey = (meeting: RotaMeeting, row: number, role: Role): string =>
  `${meeting.meetingId ?? `later-${row}`} ${role}`

/** The cells of one meeting, in the order of the circle's roles. */
export const cellsOf = (meeting: RotaMeeting, row: number): PlacedCell[] =>
  meeting.cells.map((cell) => ({ key: cellKey(meeting, row, cell.role), row, meeting, cell }))

/** Every cell, in reading order. */
const placedCells = ({ meetings }: Seen): PlacedCell[] =>
  meetings.flatMap((meeting, row) => cellsOf(meeting, row))

export const datedCells = (rotation: Seen): DatedCell[] => placedCells(rotation).filter(isDated)

/** The cell as it is now; undefined when its meeting was held, cancelled or moved out of sight. */
export const cellBy = (rotation: Seen, key: string | undefined): PlacedCell | undefined =>
  placedCells(rotation).find((one) => one.key === key)

/** The same, where something can be done to it. */
export const datedBy = (rotation: Seen, key: string | undefined): DatedCell | undefined =>
  datedCells(rotation).find((one) => one.key === key)

/** The next turn of somebody, leading first: what the screen explains when nobody asked for another. */
export const nextTurnOf = (rotation: Seen, memberId: MemberId | undefined): PlacedCell | undefined => {
  const mine = placedCells(rotation).filter(({ cell }) => cell.memberId === memberId)
  return mine.find(({ cell }) => cell.role === 'facilitator') ?? mine[0]
}
