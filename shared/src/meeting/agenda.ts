import type { SegmentId } from '../kernel/id.ts'
import type { Instant } from '../kernel/time.ts'
import { MINUTE } from '../kernel/time.ts'
import type { MeetingState, Visit } from './fold.ts'
import { extraIn, goneWithin, type Pause } from './pace.ts'

/** A segment as it stands in the document. */
export interface AgendaItem {
  id: SegmentId
  title: string
  minutes: number
  lead: string | null
}

/** An agenda item with what the meeting's log says about it. */
export interface AgendaLine extends AgendaItem {
  status: 'done' | 'now' | 'to-come'
  /** Minutes that it was given beyond its plan. */
  extra: number
  /** Milliseconds spent in it so far, without those in which the meeting stood still. */
  spent: number
  /** Milliseconds after the start at which it was first entered, or null. */
  firstEntered: number | null
}

/** The agenda: the document says which segments there are, the log says how they went. */
export const agendaOf = (items: readonly AgendaItem[], state: MeetingState, now: Instant): AgendaLine[] => {
  if (state.phase !== 'live' && state.phase !== 'wrapped') {
    return items.map((item) => ({ ...item, status: 'to-come', extra: 0, spent: 0, firstEntered: null }))
  }
  const end = state.phase === 'wrapped' ? state.wrappedAt : Math.max(now, state.startedAt)
  const current = state.phase === 'live' ? state.visits.at(-1)?.segmentId : undefined
  return items.map((item) => {
    const spent = spentIn(item.id, state, end)
    const extra = extraIn(state.extensions, item.id)
    const first = state.visits.find((visit) => visit.segmentId === item.id)
    const status = item.id === current ? 'now' : first ? 'done' : 'to-come'
    return { ...item, status, extra, spent, firstEntered: first ? first.enteredAt - state.startedAt : null }
  })
}

const spentIn = (
  id: SegmentId,
  { visits, pauses }: { visits: readonly Visit[]; pauses: readonly Pause[] },
  end: Instant,
): number =>
  visits.reduce((total, visit, index) => {
    if (visit.segmentId !== id) return total
    return total + goneWithin(pauses, visit.enteredAt, visits[index + 1]?.enteredAt ?? end)
  }, 0)

/** The segment that "Next segment" leads to: the one after the current in the agenda, the first at the start. */
export const nextSegment = (items: readonly AgendaItem[], state: MeetingState): AgendaItem | undefined => {
  if (state.phase !== 'live') return undefined
  const current = state.visits.at(-1)?.segmentId
  return items[items.findIndex((item) => item.id === current) + 1]
}

/** The segment that "Back" leads to: the one before the current, none before the first. */
export const previousSegment = (
  items: readonly AgendaItem[],
  state: MeetingState,
): AgendaItem | undefined => {
  if (state.phase !== 'live') return undefined
  const current = state.visits.at(-1)?.segmentId
  return items[items.findIndex((item) => item.id === current) - 1]
}

/** Minutes that a segment may take: its plan and what it was given since. */
export const allotted = ({ minutes, extra }: Pick<AgendaLine, 'minutes' | 'extra'>): number => minutes + extra

/** Milliseconds since the start that count: those in which the meeting stood still do not. */
export const elapsedIn = (
  state: Extract<MeetingState, { phase: 'live' | 'wrapped' }>,
  now: Instant,
): number => goneWithin(state.pauses, state.startedAt, state.phase === 'wrapped' ? state.wrappedAt : now)

/** Milliseconds left of the current segment's time (negative when over), or undefined between segments. */
export const leftInSegment = (lines: readonly AgendaLine[]): number | undefined => {
  const line = lines.find((candidate) => candidate.status === 'now')
  return line && allotted(line) * MINUTE - line.spent
}
