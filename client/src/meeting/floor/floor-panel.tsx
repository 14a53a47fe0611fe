import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { currentRound } from '@rondo/shared/meeting/floor.ts'
import { memo } from 'react'
import { leads } from '../leading.ts'
import { PeoplePanel } from '../people-panel.tsx'
import type { Room } from '../room.ts'
import { Evenness } from './evenness.tsx'
import { HandsList } from './hands-list.tsx'
import { OpenRound } from './open-round.tsx'
import { QuietOffer } from './quiet-offer.tsx'
import { RoundPanel } from './round-panel.tsx'
import { SpeakerLine } from './speaker-line.tsx'
import './floor.css'

interface FloorPanelProps {
  readonly room: Room
  readonly here: ReadonlySet<MemberId>
}

/** Who has the word and who wants it; round the table who is here, or the round while there is one. */
export const FloorPanel = memo(function FloorPanel({ room, here }: FloorPanelProps) {
  const { state, meeting, onlooker } = room
  if (state.phase !== 'live') return <PeoplePanel room={room} here={here} />
  const round = currentRound(state)
  const isSeated = onlooker.seated.has(onlooker.me)
  const { roles, coFacilitator } = state
  const facilitates = [roles.facilitator, coFacilitator].includes(onlooker.me)
  return (
    <>
      <div className="floor">
        <SpeakerLine room={room} state={state} />
        <HandsList room={room} state={state} />
        {facilitates ? <QuietOffer meetingId={meeting.id} online={room.online} /> : null}
      </div>
      {round === undefined ? (
        <PeoplePanel room={room} here={here} />
      ) : (
        <RoundPanel room={room} state={state} round={round} here={here} />
      )}
      <div className="floor-foot">
        {round === undefined && state.visits.length > 0 && leads(state, onlooker) ? (
          <OpenRound room={room} />
        ) : null}
        {isSeated ? <Evenness meetingId={meeting.id} /> : null}
      </div>
    </>
  )
})
