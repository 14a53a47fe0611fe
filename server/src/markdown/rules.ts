import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { Instant } from '@rondo/shared/kernel/time.ts'
import type { FileHead } from '@rondo/shared/markdown/file.ts'
import type { MeetingState } from '@rondo/shared/meeting/fold.ts'
import type { Meeting } from '@rondo/shared/meeting/model.ts'
import { windowIsOver } from '@rondo/shared/meeting/window.ts'
import { Temporal } from 'temporal-polyfill'

/** What the head of a file says of the meeting whose notes it holds. */
export type About = Pick<Meeting, 'number' | 'timeZone' | 'rsvps'> & {
  /** Whose answers stand in the page. */
  readonly answered: readonly MemberId[]
}

const wallClock = (at: Instant, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)

/** The day of a meeting in its circle's zone, as 'YYYY-MM-DD'. */
export const dayOf = (state: MeetingState, timeZone: string): string | undefined =>
  state.phase === 'unscheduled' ? undefined : wallClock(beganAt(state), timeZone).toPlainDate().toString()

type Scheduled = Exclude<MeetingState, { phase: 'unscheduled' }>

const beganAt = (state: Scheduled): Instant => ('startedAt' in state ? state.startedAt : state.startsAt)

/** When and who, in words that a person reads; the ids stand in the text. */
export const headOf = (
  { number, timeZone, rsvps, answered }: About,
  state: MeetingState,
  now: Instant,
  nameOf: (id: MemberId) => string,
): Omit<FileHead, 'title'> => {
  if (state.phase === 'unscheduled') return { meeting: number }
  const came = 'attended' in state ? state.attended.map(({ memberId }) => memberId) : []
  const said = (answer: About['rsvps'][number]['answer']) =>
    rsvps.filter((one) => one.answer === answer).map(({ memberId }) => memberId)
  // Once the window is closed only those answered whose answers stand in the page.
  const own = windowIsOver(state, now) ? answered : [...answered, ...said('own-time')]
  const ownTime = [...new Set(own)].filter((id) => !came.includes(id))
  const people = (ids: readonly MemberId[]) => (ids.length === 0 ? undefined : ids.map(nameOf))
  return {
    meeting: number,
    when: span(state, timeZone),
    'in the room': people(came),
    'in their own time': people(ownTime),
    'could not come': people(
      said('not-this-time').filter((id) => !came.includes(id) && !ownTime.includes(id)),
    ),
  }
}

const span = (state: Scheduled, timeZone: string): string => {
  const minute = (at: Instant) => wallClock(at, timeZone).toPlainTime().toString({ smallestUnit: 'minute' })
  const from = `${dayOf(state, timeZone)} ${minute(beganAt(state))}`
  return state.phase === 'wrapped'
    ? `${from} to ${minute(state.wrappedAt)} ${timeZone}`
    : `${from} ${timeZone}`
}
