import type { DueMeeting } from '@rondo/shared/cadence/occurrences.ts'
import type { MeetingId } from '@rondo/shared/kernel/id.ts'
import { DAY, type Instant } from '@rondo/shared/kernel/time.ts'

/** A meeting that exists for a day of the cadence. */
export interface Standing {
  date: string
  meetingId: MeetingId
  plannedAt: Instant
  /** Somebody touched it, or it is over: it stays as it is. */
  isFixed: boolean
}

/** What makes the meetings that exist into those that the cadence wants. */
export interface Reconciliation {
  create: DueMeeting[]
  /** A meeting takes a place: its day, its time, or both. */
  move: { meeting: Standing; to: DueMeeting }[]
  /** A meeting that people touched stands for another day of the cadence now, where it is. */
  rename: { meeting: Standing; date: string }[]
  withdraw: Standing[]
  /** Touched meetings that the cadence would have elsewhere, or not at all. */
  keep: Standing[]
}

/** A meeting that stays counts for a day of the new rule that is at most so far from its own. */
const NEAR = 3 * DAY

/**
 * Pure, and settled by one application: reconciling what it leads to changes nothing more.
 *
 * 1. A meeting stays on its day where the cadence still wants that day; untouched, it takes the new time.
 * 2. A touched one stays where it is, and counts for the nearest wanted day that is free, so that no week has two.
 * 3. The untouched ones that are left take the free days in their order, keeping their pages.
 * 4. What is left of them is withdrawn; days that are left get a new meeting.
 */
export const reconcile = (
  due: readonly DueMeeting[],
  standing: readonly Standing[],
  now: Instant,
): Reconciliation => {
  const result: Reconciliation = { create: [], move: [], rename: [], withdraw: [], keep: [] }
  const places = new Map(due.map((place) => [place.date, place]))
  const left = standing.toSorted(byDate).filter((meeting) => !staysOnItsDay(meeting, places, result, now))
  const mayMove: Standing[] = []
  for (const meeting of left) {
    if (meeting.plannedAt <= now) continue
    if (meeting.isFixed) stay(meeting, places, result)
    else mayMove.push(meeting)
  }
  const free = [...places.values()].toSorted(byDate)
  for (const meeting of mayMove) {
    const to = free.shift()
    if (to === undefined) result.withdraw.push(meeting)
    else result.move.push({ meeting, to })
  }
  return { ...result, create: free }
}

const byDate = (a: { date: string }, b: { date: string }): number => (a.date < b.date ? -1 : 1)

const staysOnItsDay = (
  meeting: Standing,
  places: Map<string, DueMeeting>,
  result: Reconciliation,
  now: Instant,
): boolean => {
  const to = places.get(meeting.date)
  if (to === undefined) return false
  places.delete(meeting.date)
  if (to.startsAt === meeting.plannedAt || meeting.plannedAt <= now) return true
  if (meeting.isFixed) result.keep.push(meeting)
  else result.move.push({ meeting, to })
  return true
}

const stay = (meeting: Standing, places: Map<string, DueMeeting>, result: Reconciliation): void => {
  const distance = ({ date }: DueMeeting) => Math.abs(Date.parse(date) - Date.parse(meeting.date))
  const [nearest] = [...places.values()].toSorted((a, b) => distance(a) - distance(b) || byDate(a, b))
  result.keep.push(meeting)
  if (nearest === undefined || distance(nearest) > NEAR) return
  places.delete(nearest.date)
  result.rename.push({ meeting, date: nearest.date })
}

/** Whether nothing has to be done. */
export const isSettled = ({ create, move, rename, withdraw }: Reconciliation): boolean =>
  create.length + move.length + rename.length + withdraw.length === 0
