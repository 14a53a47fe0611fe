import { createCircle } from '@rondo/shared/circle/contract.ts'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { formatIn } from '@rondo/shared/format/presets.ts'
import { scheduleMeeting, startMeeting } from '@rondo/shared/meeting/contract.ts'
import type { Meeting } from '@rondo/shared/meeting/model.ts'
import { comeInvited, foundWorkspace } from './people.ts'
import type { Visitor } from './visitor.ts'

/** A circle of two with a brown-bag that is live. */
export interface LiveMeeting {
  readonly owner: Visitor
  readonly guest: Visitor
  readonly circle: Circle
  readonly meeting: Meeting
  /** The address of the room. */
  readonly path: string
}

/** Sets up a workspace in which Priya and Jonas are in a meeting. */
export const holdMeeting = async (
  origin: string,
  { title = 'How the parser finds its way' }: { title?: string } = {},
): Promise<LiveMeeting> => {
  const owner = await foundWorkspace(origin, 'Priya Raman')
  const circle = await owner.ask(createCircle, {
    body: { name: 'Reading code', purpose: 'To read what we did not write.', timeZone: 'Europe/Berlin' },
  })
  const guest = await comeInvited(owner, 'Jonas Weber', { circleId: circle.id })
  const { segments } = formatIn('en', 'brown-bag')
  const body = { title, format: 'brown-bag', startsAt: Date.now(), segments } as const
  const meeting = await owner.ask(scheduleMeeting, { params: { circleId: circle.id }, body })
  await owner.ask(startMeeting, { params: { meetingId: meeting.id } })
  return { owner, guest, circle, meeting, path: `/meetings/${meeting.id}` }
}
