import type { Circle } from '@rondo/shared/circle/model.ts'
import { circleId } from '@rondo/shared/kernel/id.ts'
import type { CircleRole } from '@rondo/shared/rotation/model.ts'
import { ownRole } from '@rondo/shared/rotation/model.ts'
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { screen } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { FormatRoles } from './format-roles.tsx'
import { logOf, priya, roomOf, scheduled, show, speakEnglish } from './sample-room.tsx'

beforeAll(speakEnglish)

const scout = ownRole.parse('own-00000007-0000-4000-8000-000000000001')
const roles: readonly CircleRole[] = [
  { role: 'facilitator', name: null },
  { role: 'timekeeper', name: null },
  { role: scout, name: 'Scout' },
]

const circleOf = (isHost: boolean): Circle => ({
  id: circleId.parse(roomOf(logOf(scheduled)).meeting.circleId),
  name: 'Reading code',
  purpose: 'To read what we did not write.',
  visibility: 'open',
  timeZone: 'Europe/Berlin',
  createdAt: 0,
  seats: [{ memberId: priya, isHost, joinedAt: 0 }],
  standing: isHost ? 'host' : 'member',
  status: 'active',
  seatLimit: null,
  waiting: [],
  mustAccept: false,
})

const showRoles = (wanted: readonly string[], isHost = true) => {
  const shown = () => <FormatRoles circle={circleOf(isHost)} wanted={wanted} roles={roles} />
  const router = createRouter({
    routeTree: createRootRoute({ component: shown }),
    history: createMemoryHistory(),
  })
  show(<RouterProvider router={router as never} />, roles)
}

describe('the roles of a format, where a meeting is scheduled,', () => {
  it('are named when the rota has them, the circle’s own by its name', async () => {
    showRoles(['facilitator', 'timekeeper', scout])
    expect(await screen.findByText('By the rota as well: Timekeeper and Scout.')).toBeVisible()
    expect(screen.queryByText(/names/)).toBeNull()
  })

  it('are told as missing when it does not, with the way to the roles for a host', async () => {
    showRoles(['facilitator', 'Observer'])
    expect(await screen.findByText(/The format also names Observer, which is not among/)).toBeVisible()
    expect(screen.getByRole('link', { name: /Open the roles/ })).toHaveAttribute(
      'href',
      expect.stringMatching(/rotation\?open=roles$/),
    )
  })

  it('are told to everybody, but only a host is sent to change them', async () => {
    showRoles(['facilitator', 'note-taker', 'Observer'], false)
    expect(await screen.findByText(/names Note-taker and Observer, which are not/)).toBeVisible()
    expect(screen.queryByRole('link')).toBeNull()
  })
})
