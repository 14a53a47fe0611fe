import { Button } from '@mantine/core'
import type { MemberId, SegmentId } from '@rondo/shared/kernel/id.ts'
import { lanesAreOpen, lanesOf } from '@rondo/shared/meeting/parts.ts'
import { useTranslation } from 'react-i18next'
import { useWho } from '../../account/index.ts'
import type { Room } from '../room.ts'

interface LaneBandProps {
  readonly room: Room
  readonly onSegment: (id: SegmentId) => void
}

/** Who observes, until everybody reads what was observed. */
export function LaneBand({ room, onSegment }: LaneBandProps) {
  if (lanesAreOpen(room.state)) return null
  return lanesOf(room.state).map((id) => <Lane key={id} id={id} room={room} onSegment={onSegment} />)
}

function Lane({ id, room, onSegment }: LaneBandProps & { readonly id: SegmentId }) {
  const { t } = useTranslation()
  const who = useWho()
  const { me } = room.onlooker
  const owner = room.state.lanes.find((lane) => lane.segmentId === id)?.memberId ?? null
  const isMine = owner === me
  const give = (to: MemberId | null) => room.run.mutate({ do: 'lane', segmentId: id, from: owner, to })
  const needs = room.online ? {} : { disabled: true, title: t('meeting.needsServer') }
  const says = owner === null ? 'meeting.lane.nobody' : isMine ? 'meeting.lane.mine' : 'meeting.lane.somebody'
  return (
    <section className="part-band" aria-label={t('meeting.lane.label')}>
      <p role="status">{t(says, owner === null ? {} : { name: who(owner).name })}</p>
      {room.meeting.mayWrite ? (
        <div className="lane-controls">
          {isMine ? (
            <Button size="compact-sm" onClick={() => onSegment(id)}>
              {t('meeting.lane.go')}
            </Button>
          ) : null}
          {owner === null ? (
            <Button {...needs} size="compact-sm" onClick={() => give(me)}>
              {t('meeting.lane.take')}
            </Button>
          ) : null}
          {isMine ? (
            <Button {...needs} size="compact-sm" variant="subtle" onClick={() => give(null)}>
              {t('meeting.lane.leave')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </section>
  )
}
