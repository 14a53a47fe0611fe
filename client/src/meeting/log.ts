import type { MeetingEvent } from '@rondo/shared/meeting/events.ts'

/** What came of adding events to a known log. `gap`: something between is missing, so the whole log has to be asked for. */
export interface MergedLog {
  readonly events: MeetingEvent[]
  readonly gap: boolean
}

/**
 * Adds arrived events to a log that has no holes. Repetitions and any order of arrival are harmless; what lies behind
 * a hole is left out, because folding it would show a state that never was.
 */
export function mergeEvents(known: readonly MeetingEvent[], arrived: readonly MeetingEvent[]): MergedLog {
  const bySeq = new Map([...known, ...arrived].map((event) => [event.seq, event]))
  const events: MeetingEvent[] = []
  for (let event = bySeq.get(1); event !== undefined; event = bySeq.get(event.seq + 1)) events.push(event)
  return { events, gap: events.length < bySeq.size }
}
