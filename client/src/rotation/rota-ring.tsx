import type { Circle } from '@rondo/shared/circle/model.ts'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { DAY } from '@rondo/shared/kernel/time.ts'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { serverNow } from '../platform/clock.ts'
import { useReader } from '../ui/reader/reader.ts'
import { RingTable } from '../ui/ring/ring-table.tsx'
import { RingSkeleton } from '../ui/states/skeleton.tsx'
import { dayWords, weekdayWords } from '../ui/time/time-words.ts'
import { useRotation } from './queries.ts'
import { useRotaSeats } from './use-rota-seats.ts'
import './rotation.css'

interface RotaRingProps {
  readonly circle: Circle
  readonly size: number
  readonly names?: boolean
  /** Stands in the middle under who leads when. */
  readonly children?: ReactNode
  /** Seats can be looked at one by one, and the reason is said below. */
  readonly explained?: boolean
  /** Who leads the meeting in question; whoever is next by default. */
  readonly leader?: MemberId | null
  /** Ember is for now and for what is yours to lead. */
  readonly lit?: boolean
}

/** The rota as people round a table: whoever leads next is lit, and the lead goes clockwise. */
export function RotaRing(props: RotaRingProps) {
  const { circle, size, names = false, children, explained = false, leader, lit = true } = props
  const { data: rotation, error } = useRotation(circle.id)
  const { seats, more, first, sentence } = useRotaSeats(circle, rotation, leader)
  const [looked, setLooked] = useState<string>()
  const startsAt = rotation?.turns[0]?.startsAt ?? null
  if (rotation === undefined) return error === null ? <RingSkeleton size={size} /> : null
  const why = seats.find((seat) => seat.id === looked)?.why ?? seats[0]?.why
  return (
    <div className="rota-ring">
      <RingTable
        seats={seats}
        size={size}
        names={names}
        lit={lit && seats.length > 0 ? 0 : null}
        next={lit && seats.length > 1 ? 1 : null}
        label={sentence}
        {...(explained ? { onSeat: (seat) => setLooked(seat.id), onLook: (seat) => setLooked(seat.id) } : {})}
      >
        {first === undefined || size < 200 ? null : (
          <RingMiddle
            name={first.shown}
            isMe={first.isMe}
            startsAt={startsAt}
            zone={circle.timeZone}
            more={more}
          >
            {children}
          </RingMiddle>
        )}
      </RingTable>
      {explained && why !== undefined ? <p className="rota-why">{why}</p> : null}
    </div>
  )
}

interface RingMiddleProps {
  readonly name: string
  readonly isMe: boolean
  readonly startsAt: number | null
  readonly zone: string
  readonly more: number
  readonly children: ReactNode
}

/** "You lead Thursday", on the table. */
function RingMiddle({ name, isMe, startsAt, zone, more, children }: RingMiddleProps) {
  const { t } = useTranslation()
  const { locale } = useReader()
  const there = { locale, timeZone: zone }
  const soon = startsAt !== null && startsAt - serverNow() < 6 * DAY
  return (
    <>
      <span className="rota-who">{isMe ? t('rotation.youLead') : t('rotation.someoneLeads', { name })}</span>
      <b className="rota-when" data-undated={startsAt === null}>
        {startsAt === null ? t('rotation.nextTime') : (soon ? weekdayWords : dayWords)(startsAt, there)}
      </b>
      {more > 0 ? <span className="rota-who">{t('rotation.more', { count: more })}</span> : null}
      {children}
    </>
  )
}
