import { Button } from '@mantine/core'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import type { Round } from '@rondo/shared/meeting/floor.ts'
import { useTranslation } from 'react-i18next'
import { useWho } from '../../account/index.ts'
import { leads } from '../leading.ts'
import type { Room } from '../room.ts'
import { useNow } from '../use-now.ts'
import type { LiveState } from './live-state.ts'
import { mayTakeTurn } from './turn.ts'

interface RoundControlsProps {
  readonly room: Room
  readonly state: LiveState
  readonly round: Round
  readonly here: ReadonlySet<MemberId>
}

/** What whoever leads does to a round; and what is done when the holder is gone. */
export function RoundControls({ room, state, round, here }: RoundControlsProps) {
  const { t } = useTranslation()
  const { run, online, onlooker } = room
  const isLeading = leads(state, onlooker)
  const { holder, seq } = round
  const needs = online ? {} : { disabled: true, title: t('meeting.needsServer') }
  const size = 'compact-sm'
  return (
    <>
      {holder === null || here.has(holder) ? null : <Gone {...{ room, state, round, here, holder }} />}
      {isLeading ? (
        <div className="floor-acts">
          {holder === null ? (
            <Button
              {...needs}
              size={size}
              onClick={() => run.mutate({ do: 'open-round', seconds: round.seconds })}
            >
              {t('meeting.floor.round.again')}
            </Button>
          ) : (
            <>
              {holder === onlooker.me ? null : (
                <Button
                  {...needs}
                  size={size}
                  onClick={() => run.mutate({ do: 'pass-turn', from: seq, had: true })}
                >
                  {t('meeting.floor.round.moveOn')}
                </Button>
              )}
              <Button
                {...needs}
                size={size}
                variant="subtle"
                title={needs.title ?? t('meeting.floor.round.skipWhy')}
                onClick={() => run.mutate({ do: 'pass-turn', from: seq, had: false })}
              >
                {t('meeting.floor.round.skip')}
              </Button>
            </>
          )}
          <Button
            {...needs}
            size={size}
            variant="subtle"
            onClick={() => run.mutate({ do: 'close-round', from: seq })}
          >
            {t('meeting.floor.round.close')}
          </Button>
        </div>
      ) : null}
    </>
  )
}

/** A lost connection takes the word from nobody; this says who can, and when. */
function Gone({ room, state, round, here, holder }: RoundControlsProps & { readonly holder: MemberId }) {
  const { t } = useTranslation()
  const { shown: name } = useWho()(holder)
  const now = useNow()
  const key = leads(state, room.onlooker)
    ? 'meeting.floor.round.goneLead'
    : mayTakeTurn({ round, here, me: room.onlooker.me, now })
      ? 'meeting.floor.round.goneTake'
      : 'meeting.floor.round.gone'
  return (
    <p className="text-fine people-words" role="status">
      {t(key, { name })}
    </p>
  )
}
