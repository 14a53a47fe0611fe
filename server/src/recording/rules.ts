import { type Refusal, refuse } from '@rondo/shared/kernel/refusal.ts'
import type { MeetingState } from '@rondo/shared/meeting/fold.ts'

/** Why a meeting takes no recording; null when it does: while it is held, and ever after. */
export const whyNoRecording = (phase: MeetingState['phase']): Refusal | null => {
  switch (phase) {
    case 'live':
    case 'wrapped':
      return null
    case 'unscheduled':
    case 'scheduled':
      return refuse('conflict', 'A recording can be added once the meeting has begun.', {
        reason: 'recording.not-begun',
      }).refusal
    case 'cancelled':
      return refuse('conflict', 'This meeting was cancelled, so there is nothing to add a recording to.', {
        reason: 'recording.cancelled',
      }).refusal
  }
}

/** What a link is called that was given no name: where it leads to. */
export const labelOf = (url: string): string => (URL.parse(url)?.hostname ?? url).slice(0, 200)
