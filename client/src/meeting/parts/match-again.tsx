import { Button } from '@mantine/core'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { useTranslation } from 'react-i18next'
import { leads } from '../leading.ts'
import type { Room } from '../room.ts'

interface MatchAgainProps {
  readonly room: Room
  /** Number of the match on screen: what the command names as seen. */
  readonly seq: number
  readonly here: ReadonlySet<MemberId>
}

/** For whoever leads: puts those who are here now together anew, when somebody has left. */
export function MatchAgain({ room, seq, here }: MatchAgainProps) {
  const { t } = useTranslation()
  const { state, onlooker, run, online } = room
  if (state.phase !== 'live' || !leads(state, onlooker)) return null
  const people = state.attended.map(({ memberId }) => memberId).filter((id) => here.has(id))
  return (
    <Button
      size="compact-sm"
      disabled={!online || people.length === 0}
      title={online ? undefined : t('meeting.needsServer')}
      onClick={() => run.mutate({ do: 'match', from: seq, people })}
    >
      {t('meeting.match.again')}
    </Button>
  )
}
