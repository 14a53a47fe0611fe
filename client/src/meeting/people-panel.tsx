import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useWho, type Who } from '../account/index.ts'
import type { Seat } from '../ui/ring/ring-seat.tsx'
import { RingTable } from '../ui/ring/ring-table.tsx'
import type { Room } from './room.ts'
import { seatsInRoom } from './seats.ts'
import { useListing } from './use-listing.ts'
import { useOwnTimers } from './use-own-timers.ts'
import { WindowLine } from './window-line.tsx'
import './people-panel.css'

interface PeoplePanelProps {
  readonly room: Room
  /** Who has the room open now. */
  readonly here: ReadonlySet<MemberId>
}

/** Who is in the room: seats round the table, the facilitator's lit; in words below. */
export function PeoplePanel({ room, here }: PeoplePanelProps) {
  const { t } = useTranslation()
  const who = useWho()
  const listing = useListing()
  // Nobody leads a meeting that will not be.
  const isOff = room.state.phase === 'cancelled'
  const facilitator = isOff ? null : room.state.roles.facilitator
  const { seated, rest } = seatsInRoom({ ...room, here })
  const came = 'attended' in room.state ? room.state.attended.map((one) => one.memberId) : []
  const earlier = came.filter((id) => !here.has(id))
  const ownTime = useOwnTimers(room).filter((id) => !came.includes(id))
  const names = (ids: Iterable<MemberId>) => listing([...ids].map((id) => who(id).shown))
  const isAlone = here.size === 1 && here.has(room.onlooker.me)
  const present = isAlone ? t('meeting.onlyYou') : t('meeting.hereNow', { names: names(here) })
  const lead = isOff ? '' : leadSentence(facilitator === null ? undefined : who(facilitator), t)
  return (
    <section className="people-panel" aria-label={t('meeting.inRoom')}>
      <RingTable
        size={188}
        seatSize={seated.length > 9 ? 27 : 32}
        seats={seated.map((seat): Seat => ({ ...who(seat.id), state: seat.state }))}
        lit={facilitator === null ? null : litSeat(seated, facilitator)}
        label={`${lead} ${present}`.trim()}
      >
        <b className="text-small">{t('meeting.ringHere', { count: here.size })}</b>
        {rest > 0 ? <span className="text-fine faint num">+{rest}</span> : null}
      </RingTable>
      <p className="text-small people-words">
        <b>{lead}</b> <span className="faint">{present}</span>
      </p>
      {earlier.length === 0 ? null : (
        <p className="text-small people-words faint">{t('meeting.cameEarlier', { names: names(earlier) })}</p>
      )}
      {ownTime.length === 0 ? null : (
        <p className="text-small people-words faint">{t('meeting.ownTime', { names: names(ownTime) })}</p>
      )}
      <WindowLine room={room} />
    </section>
  )
}

function litSeat(seats: readonly { id: MemberId }[], facilitator: MemberId): number | null {
  const index = seats.findIndex((seat) => seat.id === facilitator)
  return index < 0 ? null : index
}

function leadSentence(lead: Who | undefined, t: TFunction): string {
  if (lead === undefined) return t('meeting.nobodyLeads')
  return lead.isMe ? t('meeting.youLead') : t('meeting.leads', { name: lead.shown })
}
