import { Button } from '@mantine/core'
import type { MemberId } from '@rondo/shared/kernel/id.ts'
import { MINUTE } from '@rondo/shared/kernel/time.ts'
import { IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWho } from '../../account/index.ts'
import { useMinute } from '../../platform/use-minute.ts'
import { Band } from '../../ui/states/band.tsx'
import { useRotation } from '../queries.ts'
import type { Room } from '../room.ts'
import { companionFor } from './first-time.ts'

/** After so long whoever leads has found their way. */
const OFFERED_FOR = 10 * MINUTE

interface CompanionOfferProps {
  readonly room: Room
  readonly here: ReadonlySet<MemberId>
}

/** Whoever leads for the first time is offered somebody to lead with, once, as the meeting starts. */
export function CompanionOffer({ room, here }: CompanionOfferProps) {
  const { state, onlooker } = room
  const now = useMinute()
  if (state.phase !== 'live' || state.coFacilitator !== null) return null
  const isStart = now - state.startedAt < OFFERED_FOR
  return isStart && state.roles.facilitator === onlooker.me ? <Offer room={room} here={here} /> : null
}

function Offer({ room, here }: CompanionOfferProps) {
  const { t } = useTranslation()
  const who = useWho()
  const [isDeclined, setDeclined] = useState(false)
  const ledger = useRotation(room.meeting.circleId).data?.ledger
  const { me } = room.onlooker
  const companion = ledger && companionFor({ facilitator: me, ledger, here })
  if (isDeclined || companion === undefined) return null
  const { shown: name } = who(companion)
  return (
    <Band
      icon={<IconUsers size={20} stroke={1.5} aria-hidden="true" />}
      says={t('meeting.floor.offer.title')}
      safe={t('meeting.floor.offer.ask', { name })}
      isActionNeeded
      action={
        <div className="floor-acts">
          <Button
            size="compact-sm"
            disabled={!room.online}
            onClick={() => room.run.mutate({ do: 'co-facilitator', from: null, to: companion })}
          >
            {t('meeting.floor.offer.accept', { name })}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => setDeclined(true)}>
            {t('meeting.floor.offer.decline')}
          </Button>
        </div>
      }
    />
  )
}
