import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { MeetingId, MemberId } from '@rondo/shared/kernel/id.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWho } from '../../account/index.ts'
import { InviteDialog } from './invite-dialog.tsx'
import { useQuiet } from './queries.ts'

interface QuietOfferProps {
  readonly meetingId: MeetingId
  readonly online: boolean
}

/** More would put everybody in an order. */
const MOST_SET_ASIDE = 2

/** For whoever facilitates: one person who could be invited to speak. Nobody is invited but by their own words. */
export function QuietOffer({ meetingId, online }: QuietOfferProps) {
  const { t } = useTranslation()
  const who = useWho()
  const [aside, setAside] = useState<readonly MemberId[]>([])
  const [opened, { open, close }] = useDisclosure(false)
  const memberId = useQuiet(meetingId, aside.slice(-MOST_SET_ASIDE), online).data?.memberId ?? null
  if (memberId === null || aside.includes(memberId)) return null
  const { shown: name } = who(memberId)
  const setAsideNow = () => setAside((known) => [...known, memberId])
  return (
    <section className="floor-quiet" aria-label={t('meeting.floor.quiet.title')}>
      <p className="text-fine">{t('meeting.floor.quiet.about', { name })}</p>
      <div className="floor-acts">
        <Button size="compact-sm" disabled={!online} onClick={open}>
          {t('meeting.floor.quiet.write', { name })}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={setAsideNow}>
          {t('meeting.floor.quiet.other')}
        </Button>
      </div>
      {opened ? (
        <InviteDialog
          meetingId={meetingId}
          to={memberId}
          onClose={close}
          onSent={() => {
            close()
            setAsideNow()
          }}
        />
      ) : null}
    </section>
  )
}
