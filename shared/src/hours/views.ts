import type { Instant } from '../kernel/time.ts'
import type { Attendee, View } from './model.ts'
import type { Burdens } from './pain.ts'

/** A meeting as everybody's calendar and clock show it, in the order of the attendees. */
export const viewsOf = (attendees: readonly Attendee[], burdens: Burdens, startsAt: Instant): View[] => {
  const met = burdens.at(startsAt)
  return attendees.map(({ memberId, timeZone }, index) => ({
    memberId,
    ...burdens.clockOf(timeZone).at(startsAt),
    strain: met[burdens.kindOf[index] ?? 0]?.strain ?? 'in-hours',
  }))
}
