import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { mayTake } from './leading.ts'
import type { Room } from './room.ts'
import { useNow } from './use-now.ts'

/** Takes the chair of a facilitator who has not come; offered to everybody in the room from the fourth minute. */
export function TakeIt({ room }: { readonly room: Room }) {
  const { t } = useTranslation()
  const who = useWho()
  const { state, onlooker, run } = room
  const now = useNow()
  if (!mayTake(state, onlooker, now)) return null
  const holder = state.roles.facilitator
  const why = holder === null ? t('meeting.nobodyLeads') : t('meeting.absent', { name: who(holder).shown })
  return (
    <>
      <span className="text-small soft room-why">{why}</span>
      <Button
        variant={holder === null ? 'default' : 'filled'}
        disabled={!room.online}
        title={room.online ? undefined : t('meeting.needsServer')}
        onClick={() => run.mutate({ do: 'hand-over', role: 'facilitator', from: holder, to: onlooker.me })}
      >
        {t('meeting.takeIt')}
      </Button>
    </>
  )
}
