import { Button } from '@mantine/core'
import { IconMicrophone2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useWho } from '../../account/index.ts'
import { leads } from '../leading.ts'
import type { Room } from '../room.ts'
import type { LiveState } from './live-state.ts'
import { TurnClock } from './turn-clock.tsx'

interface SpeakerLineProps {
  readonly room: Pick<Room, 'onlooker' | 'run' | 'online'>
  readonly state: LiveState
}

/** Who was given the word, and for how long they have had it. */
export function SpeakerLine({ room, state }: SpeakerLineProps) {
  const { t } = useTranslation()
  const who = useWho()
  const { memberId, since, seq } = state.floor.word
  if (memberId === null) return null
  const { isMe, shown: name } = who(memberId)
  return (
    <div className="floor-speaker">
      <IconMicrophone2 size={18} stroke={1.5} aria-hidden="true" />
      <b className="floor-hand-words">
        {isMe ? t('meeting.floor.youHaveTheWord') : t('meeting.floor.hasTheWord', { name })}
      </b>
      <span className="text-fine">
        <TurnClock since={since} pauses={state.pauses} />
      </span>
      {!isMe && leads(state, room.onlooker) ? (
        <Button
          size="compact-sm"
          variant="subtle"
          disabled={!room.online}
          aria-label={t('meeting.floor.endOf', { name })}
          onClick={() => room.run.mutate({ do: 'give-word', from: seq, to: null })}
        >
          {t('meeting.floor.end')}
        </Button>
      ) : null}
    </div>
  )
}
