import { Button } from '@mantine/core'
import { currentRound, type Hand } from '@rondo/shared/meeting/floor.ts'
import { IconHandStop } from '@tabler/icons-react'
import { Trans, useTranslation } from 'react-i18next'
import { useWho } from '../../account/index.ts'
import { leads } from '../leading.ts'
import type { Room } from '../room.ts'
import type { LiveState } from './live-state.ts'
import { TurnClock } from './turn-clock.tsx'

interface HandsListProps {
  readonly room: Pick<Room, 'onlooker' | 'run' | 'online'>
  readonly state: LiveState
}

/** Who wants the word, in the order in which they are heard, and how long they have waited. */
export function HandsList({ room, state }: HandsListProps) {
  const { t } = useTranslation()
  const { hands } = state.floor
  if (hands.length === 0) return null
  const isRound = currentRound(state)?.holder != null
  return (
    <>
      <ol className="floor-hands" aria-label={t('meeting.floor.hands')} title={t('meeting.floor.handsWhy')}>
        {hands.map((hand) => (
          <HandLine key={hand.memberId} hand={hand} room={room} state={state} isRound={isRound} />
        ))}
      </ol>
      {isRound && leads(state, room.onlooker) ? (
        <p className="text-fine faint">{t('meeting.floor.afterRound')}</p>
      ) : null}
    </>
  )
}

interface HandLineProps extends HandsListProps {
  readonly hand: Hand
  readonly isRound: boolean
}

function HandLine({ hand: { memberId, raisedAt }, room, state, isRound }: HandLineProps) {
  const { t } = useTranslation()
  const { isMe, shown: name } = useWho()(memberId)
  const { run, online, onlooker } = room
  return (
    <li>
      <IconHandStop size={18} stroke={1.5} aria-hidden="true" />
      <span className="floor-hand-words">
        <Trans
          i18nKey={isMe ? 'meeting.floor.handYours' : 'meeting.floor.handUp'}
          values={{ name }}
          components={{ b: <b /> }}
        />
      </span>
      <span className="text-fine faint">
        <TurnClock since={raisedAt} pauses={state.pauses} />
      </span>
      {leads(state, onlooker) ? (
        <span className="floor-hand-acts">
          <Button
            size="compact-sm"
            disabled={!online || isRound}
            aria-label={t('meeting.floor.giveTo', { name })}
            onClick={() => run.mutate({ do: 'give-word', from: state.floor.word.seq, to: memberId })}
          >
            {t('meeting.floor.give')}
          </Button>
          {isMe ? null : (
            <Button
              size="compact-sm"
              variant="subtle"
              disabled={!online}
              aria-label={t('meeting.floor.lowerOf', { name })}
              onClick={() => run.mutate({ do: 'lower-hand', memberId })}
            >
              {t('meeting.floor.lowerShort')}
            </Button>
          )}
        </span>
      ) : null}
    </li>
  )
}
