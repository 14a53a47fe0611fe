import { Button } from '@mantine/core'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { currentRound } from '@rondo/shared/meeting/floor.ts'
import { IconHandStop } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Room } from '../room.ts'
import { useNow } from '../use-now.ts'
import type { LiveState } from './live-state.ts'
import { mayTakeTurn } from './turn.ts'
import { useFloorKeys } from './use-floor-keys.ts'

interface FloorActionsProps {
  readonly room: Room
  readonly here: ReadonlySet<MemberId>
}

/** Hand and pass: what everybody in the room has, in the bar and under two keys. */
export function FloorActions({ room, here }: FloorActionsProps) {
  return room.state.phase === 'live' ? <Live room={room} state={room.state} here={here} /> : null
}

function Live({ room, state, here }: FloorActionsProps & { readonly state: LiveState }) {
  const { t } = useTranslation()
  const { run, online, onlooker } = room
  const isUp = state.floor.hands.some(({ memberId }) => memberId === onlooker.me)
  const pass = usePass({ room, state, here })
  const turnHand = () => run.mutate(isUp ? { do: 'lower-hand', memberId: onlooker.me } : { do: 'raise-hand' })
  // Whoever has the turn has what a hand asks for.
  const hasTurn = currentRound(state)?.holder === onlooker.me
  useFloorKeys({ hand: online && !hasTurn ? turnHand : undefined, pass: online ? pass?.act : undefined })
  const why = online ? undefined : t('meeting.needsServer')
  const handWords = t(isUp ? 'meeting.floor.lower' : 'meeting.floor.raise')
  return (
    <div className="floor-bar">
      {hasTurn ? null : (
        <Button
          variant="subtle"
          className="floor-hand"
          disabled={!online}
          aria-label={handWords}
          aria-pressed={isUp}
          aria-keyshortcuts="Alt+H"
          title={why ?? `${handWords} (${t('meeting.floor.keyHand')})`}
          leftSection={<IconHandStop size={18} stroke={1.5} aria-hidden="true" />}
          onClick={turnHand}
        >
          <span className="floor-hand-label">{t('meeting.floor.hand')}</span>
        </Button>
      )}
      {pass === undefined ? null : (
        <Button
          variant="default"
          className="floor-pass"
          disabled={!online}
          aria-label={pass.words}
          aria-keyshortcuts="Alt+P"
          title={why ?? `${pass.words} (${t('meeting.floor.keyPass')})`}
          onClick={pass.act}
        >
          {pass.short}
        </Button>
      )}
    </div>
  )
}

interface Pass {
  readonly short: string
  readonly words: string
  readonly act: () => void
}

/** What the reader can do with the word now: pass it on, give it back, or take a turn that waits for them. */
function usePass({
  room: { run, onlooker },
  state,
  here,
}: FloorActionsProps & { readonly state: LiveState }): Pass | undefined {
  const { t } = useTranslation()
  const now = useNow()
  const { me } = onlooker
  const round = currentRound(state)
  const { word } = state.floor
  const passOn = () => run.mutate({ do: 'pass-turn', from: round?.seq ?? 0, had: true })
  if (round?.holder === me) {
    return { short: t('meeting.floor.pass'), words: t('meeting.floor.passOn'), act: passOn }
  }
  if (round !== undefined && mayTakeTurn({ round, here, me, now })) {
    return { short: t('meeting.floor.takeTurn'), words: t('meeting.floor.takeTurn'), act: passOn }
  }
  if (word.memberId !== me) return undefined
  const act = () => run.mutate({ do: 'give-word', from: word.seq, to: null })
  return { short: t('meeting.floor.done'), words: t('meeting.floor.doneWith'), act }
}
