import { screen } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { AgendaPanel } from './agenda-panel.tsx'
import { CancelledNotice } from './cancelled.tsx'
import { PeoplePanel } from './people-panel.tsx'
import { jonas, logOf, priya, roomOf, scheduled, show, speakEnglish } from './sample-room.tsx'

beforeAll(speakEnglish)

const off = () => roomOf(logOf(scheduled, { type: 'cancelled', reason: 'Holiday', by: jonas }))

describe('a cancelled meeting', () => {
  it('says who called it off and why', () => {
    show(<CancelledNotice room={off()} />)
    expect(screen.getByText('Jonas cancelled this meeting: Holiday')).toBeVisible()
  })

  it('lights no seat and no time', () => {
    show(
      <>
        <AgendaPanel room={off()} onSegment={() => {}} />
        <PeoplePanel room={off()} here={new Set([priya])} />
      </>,
    )
    expect(screen.queryByText('You lead.')).toBeNull()
    expect(screen.getByText(/was planned/)).toBeVisible()
    expect(document.querySelector('.ring-lit')).toBeNull()
  })

  it('is told of no other', () => {
    show(<CancelledNotice room={roomOf(logOf(scheduled))} />)
    expect(screen.queryByText(/cancelled/)).toBeNull()
  })
})
