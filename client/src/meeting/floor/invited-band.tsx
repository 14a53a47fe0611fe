import { Button } from '@mantine/core'
import type { Notification } from '@rondo/shared/notify/model.ts'
import { IconMessage2Heart } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useWho } from '../../account/index.ts'
import { useNotifications, useReadNotifications } from '../../notify/index.ts'
import { Band } from '../../ui/states/band.tsx'
import type { Room } from '../room.ts'
import type { LiveState } from './live-state.ts'

type Invitation = Notification & { readonly about: { readonly kind: 'invited' } }

const isInvitation = (told: Notification): told is Invitation => told.about.kind === 'invited'

/** What somebody wrote to the reader, and to nobody else, while the meeting runs. */
export function InvitedBand({ room }: { readonly room: Room }) {
  const { me, seated } = room.onlooker
  return room.state.phase === 'live' && seated.has(me) ? <Invited room={room} state={room.state} /> : null
}

function Invited({ room, state }: { readonly room: Room; readonly state: LiveState }) {
  const { t } = useTranslation()
  const who = useWho()
  const told = useNotifications().data?.notifications ?? []
  const read = useReadNotifications()
  const { meeting, onlooker, run } = room
  const invitation = told
    .filter(isInvitation)
    .find(({ about, readAt }) => about.meetingId === meeting.id && readAt === null)
  if (invitation === undefined) return null
  const { about, id } = invitation
  const isUp = state.floor.hands.some(({ memberId }) => memberId === onlooker.me)
  const settle = () => read.mutate({ body: { ids: [id] } })
  const raise = () => {
    if (!isUp) run.mutate({ do: 'raise-hand' })
    settle()
  }
  return (
    <Band
      icon={<IconMessage2Heart size={20} stroke={1.5} aria-hidden="true" />}
      says={t('meeting.floor.invited.from', { name: who(about.by).shown })}
      safe={about.text}
      isActionNeeded
      action={
        <div className="floor-acts">
          <Button size="compact-sm" disabled={!room.online} onClick={raise}>
            {t('meeting.floor.invited.raise')}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={settle}>
            {t('meeting.floor.invited.later')}
          </Button>
        </div>
      }
    />
  )
}
