import { ownRole } from '@rondo/shared/rotation/model.ts'
import { beforeAll, expect, it } from 'vitest'
import { messages as meeting } from '../meeting/messages.ts'
import { hana, jonas, logOf, priya, roomOf, scheduled, show } from '../meeting/sample-room.tsx'
import { startI18n } from '../platform/i18n.ts'
import { MeetingRoles } from './meeting-roles.tsx'
import { messages } from './messages.ts'

beforeAll(() => startI18n({ circle: messages, meeting }, 'en'))

const scout = ownRole.parse('own-00000007-0000-4000-8000-000000000001')
const gone = ownRole.parse('own-00000007-0000-4000-8000-000000000002')

it('Who does what names the circle’s own roles, and never one by its id.', () => {
  const { circleId } = roomOf(logOf(scheduled)).meeting
  const roles = {
    facilitator: jonas,
    presenter: priya,
    'note-taker': null,
    timekeeper: hana,
    [scout]: priya,
    [gone]: hana,
  }
  const { container, rerender } = show(<MeetingRoles meeting={{ circleId, roles, phase: 'scheduled' }} />, [
    { role: 'facilitator', name: null },
    { role: scout, name: 'Scout' },
  ])
  expect(container).toHaveTextContent('Jonas leads, you present, Hana keeps the time, you hold “Scout”.')
  rerender(<MeetingRoles meeting={{ circleId, roles, phase: 'wrapped' }} />)
  expect(container).toHaveTextContent('Jonas led, you presented, Hana kept the time, you held “Scout”.')
})
