import { readGuestLink } from '@rondo/shared/guest/contract.ts'
import type { OutputOf } from '@rondo/shared/kernel/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Door, DoorHead, useGuest, useMe, useSession } from '../account/index.ts'
import { call } from '../platform/http.ts'
import { Refused } from '../platform/refused.ts'
import { useFrame } from '../ui/frame/use-frame.ts'
import { ButtonLink } from '../ui/link/button-link.tsx'
import { EmptyState } from '../ui/states/empty-state.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { TextSkeleton } from '../ui/states/skeleton.tsx'
import { TimeText } from '../ui/time/time-text.tsx'
import { DoorForm } from './door-form.tsx'

type Link = OutputOf<typeof readGuestLink>

/** What a guest's link opens: to which meeting, by whom and when, and one field. */
export function GuestDoorScreen() {
  const { t } = useTranslation()
  const { token } = useParams({ from: '/porch/guests/$token' })
  const { data, error, refetch } = useQuery({
    queryKey: [readGuestLink.path, token],
    queryFn: () => call(readGuestLink, { body: { token } }),
    retry: false,
  })
  const session = useSession().data
  useFrame({ crumbs: [{ label: t('guest.door.tab') }] })
  if (error instanceof Refused && error.status < 429) return <Gone />
  if (error !== null) {
    return (
      <Door>
        <RefusalNotice error={error} onAgain={() => void refetch()} />
      </Door>
    )
  }
  if (data === undefined || session === undefined) {
    return (
      <Door>
        <TextSkeleton title lines={4} />
      </Door>
    )
  }
  return (
    <Door>
      <DoorHead over={data.circleName} title={data.title}>
        <p>
          <TimeText at={data.startsAt} zone={data.timeZone} />
        </p>
        <p>
          <b>{t('guest.door.title', { name: data.invitedBy })}.</b> {t('guest.door.about')}
        </p>
      </DoorHead>
      <WayIn link={data} token={token} />
      <p className="text-small faint">
        {t('guest.door.until')} <TimeText at={data.until} zone={data.timeZone} />.
      </p>
    </Door>
  )
}

/** A member goes in as themself, a guest who is in goes back, and everybody else gives a name. */
function WayIn({ link, token }: { readonly link: Link; readonly token: string }) {
  const { t } = useTranslation()
  const me = useMe()
  const guest = useGuest()
  // Coming in makes a guest of the reader while this is still on screen: it stays what it was when they came.
  const [cameAs] = useState(guest)
  if (me !== undefined) {
    return (
      <>
        <p>{t('guest.door.member', { name: me.name })}</p>
        <p>
          <ButtonLink variant="filled" to="/meetings/$meetingId" params={{ meetingId: link.meetingId }}>
            {t('guest.door.toMeeting')}
          </ButtonLink>
        </p>
      </>
    )
  }
  if (cameAs?.ended === null && cameAs.meetingId === link.meetingId) {
    return (
      <>
        <p>{t('guest.door.again', { name: cameAs.name })}</p>
        <p>
          <ButtonLink variant="filled" to="/guest">
            {t('guest.door.back')}
          </ButtonLink>
        </p>
      </>
    )
  }
  return <DoorForm token={token} before={cameAs} />
}

function Gone() {
  const { t } = useTranslation()
  return (
    <Door>
      <EmptyState title={t('guest.door.gone')} sentence={t('guest.door.goneAbout')} />
    </Door>
  )
}
