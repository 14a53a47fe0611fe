import { circleId } from '@rondo/shared/kernel/id.ts'
import { type OwnRole, ownRole } from '@rondo/shared/rotation/model.ts'
import { screen } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { AgendaPanel } from './agenda-panel.tsx'
import { Announcements } from './announcements.tsx'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { RoleHolders } from './role-holders.tsx'
import { hana, jonas, logOf, priya, roomOf, scheduled, show, speakEnglish, started } from './sample-room.tsx'
import { WhoWasThere } from './who-was-there.tsx'

beforeAll(speakEnglish)

const own = (number: number): OwnRole =>
  ownRole.parse(`own-00000007-0000-4000-8000-${String(number).padStart(12, '0')}`)
/** The circle has two roles of its own; a third one it had once. */
const [scout, snacks, gone] = [own(1), own(2), own(3)]
const roles = [
  { role: 'facilitator', name: null },
  { role: scout, name: 'Scout' },
  { role: snacks, name: 'Snacks' },
] as const

const planned = {
  ...scheduled,
  roles: {
    facilitator: priya,
    presenter: jonas,
    'note-taker': null,
    [scout]: hana,
    [snacks]: null,
    [gone]: jonas,
  },
} as const
const room = roomOf(logOf(planned, ...started.slice(1)))
const rawId = () => screen.queryByText(/own-/)

describe('a role of the circle’s own', () => {
  it('stands in the bar under its name once somebody holds it', () => {
    show(<RoleHolders room={room} />, roles)
    const names = screen.getAllByRole('term').map((term) => term.textContent)
    expect(names).toEqual(['Facilitator', 'Presenter', 'Note-taker', 'Scout'])
    expect(rawId()).toBeNull()
  })

  it('can be handed over by its name, also while nobody holds it', () => {
    show(<HandOverDialog room={room} onClose={() => {}} />, roles)
    const choices = screen.getAllByRole('radio').map((radio) => radio.getAttribute('value'))
    expect(choices).toEqual(['facilitator', 'presenter', 'note-taker', scout, snacks, 'co-facilitator'])
    expect(screen.getByRole('radio', { name: 'Scout' })).toBeVisible()
    expect(rawId()).toBeNull()
  })

  it('is said aloud by its name; one without a name is a role of the circle', () => {
    const { rerender } = show(<Announcements room={room} />, roles)
    const handed = [scout, gone].map(
      (role) => ({ type: 'role-handed-over', role, from: hana, to: jonas, by: hana }) as const,
    )
    rerender(<Announcements room={roomOf(logOf(planned, ...started.slice(1), ...handed))} />)
    expect(screen.getByRole('status')).toHaveTextContent(
      'Scout: Jonas. Hana handed it over. A role of the circle: Jonas. Hana handed it over.',
    )
  })

  it('stands in the show-notes behind whoever held it', () => {
    const came = [priya, jonas, hana].map((memberId) => ({ type: 'joined', memberId, by: memberId }) as const)
    const over = roomOf(logOf(planned, { type: 'started' }, ...came, { type: 'wrapped' }))
    if (over.state.phase !== 'wrapped') throw new Error('It is over.')
    show(<WhoWasThere meeting={over.meeting} state={over.state} />, roles)
    expect(screen.getByText('In the room: you (led), Jonas (presented), Hana (Scout)')).toBeVisible()
  })
})

describe('the agenda names the format', () => {
  it('of a preset in the reader’s language, and the circle’s own as it was called', () => {
    const { rerender } = show(<AgendaPanel room={room} onSegment={() => {}} />)
    expect(screen.getByText('Format: Brown-bag')).toBeVisible()
    const ours = {
      ...room.meeting,
      format: circleId.parse(room.meeting.circleId),
      formatName: 'Our critique',
    }
    rerender(<AgendaPanel room={{ ...room, meeting: ours }} onSegment={() => {}} />)
    expect(screen.getByText('Format: Our critique')).toBeVisible()
  })
})
