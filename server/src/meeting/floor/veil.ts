import type { MeetingEvent } from '@rondo/shared/meeting/events.ts'
import { isAboutTheWord } from '@rondo/shared/meeting/floor-events.ts'

/**
 * A log without who had the word when. The numbers stay without gaps, and a withheld event bears author and time of the one
 * before, so that not even who passed on what is in it.
 */
export const veiled = (log: readonly MeetingEvent[]): MeetingEvent[] => {
  let shown: Pick<MeetingEvent, 'at' | 'by'> | undefined
  return log.map((event) => {
    if (!isAboutTheWord(event)) {
      shown = event
      return event
    }
    const { at, by } = shown ?? event
    return { type: 'withheld', seq: event.seq, at, by }
  })
}
