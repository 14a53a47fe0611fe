import { Button } from '@mantine/core'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { useTranslation } from 'react-i18next'
import type { Doc } from 'yjs'
import { CatchUpCard, OwnTime, Parting, useMySeats, useSeat } from '../seat/index.ts'
import { useReader } from '../ui/reader/reader.ts'
import type { Room } from './room.ts'

interface SeatPartsProps {
  readonly room: Room
  readonly doc: Doc
}

/**
 * Over the notes: what I missed, what I am asked before I go, and the prompts where I am not in the room. Whoever is in it
 * sees none of the last, for they say it there.
 */
export function SeatParts({ room, doc }: SeatPartsProps) {
  const me = useReader().id as MemberId
  const { meeting, state, items, online } = room
  const seat = useSeat(meeting.id).data
  const came = 'attended' in state && state.attended.some((one) => one.memberId === me)
  const isOwnTime = meeting.rsvps.some((one) => one.memberId === me && one.answer === 'own-time')
  const isOver = state.phase === 'wrapped'
  const isOffered = meeting.mayWrite && !came && (isOwnTime || isOver || seat?.present.includes(me))
  return (
    <>
      {isOver && !came ? <Missed room={room} /> : null}
      {isOver ? (
        <Parting
          meetingId={meeting.id}
          seat={seat}
          doc={doc}
          segmentId={items.at(-1)?.id}
          mayWrite={meeting.mayWrite}
        />
      ) : null}
      {state.phase === 'live' && isOwnTime && !came ? <ComeIn room={room} /> : null}
      {isOffered ? <OwnTime meeting={meeting} seat={seat} opened={isOwnTime} online={online} /> : null}
    </>
  )
}

function Missed({ room: { meeting } }: Pick<SeatPartsProps, 'room'>) {
  const missed = useMySeats().data?.catchUps.find((one) => one.meetingId === meeting.id)
  return missed === undefined ? null : <CatchUpCard missed={missed} />
}

/** The meeting is on, and the reader said that they answer in their own time: they may come in all the same. */
function ComeIn({ room: { run, online } }: Pick<SeatPartsProps, 'room'>) {
  const { t } = useTranslation()
  return (
    <p className="come-in">
      <span>{t('meeting.comeIn.about')}</span>
      <Button
        size="compact-sm"
        disabled={!online}
        loading={run.isPending}
        onClick={() => run.mutate({ do: 'join' })}
      >
        {t('meeting.comeIn.do')}
      </Button>
    </p>
  )
}
