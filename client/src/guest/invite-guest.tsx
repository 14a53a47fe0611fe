import { useDisclosure } from '@mantine/hooks'
import { listGuestLinks } from '@rondo/shared/guest/contract.ts'
import type { MeetingId } from '@rondo/shared/kernel/id.ts'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../platform/ask.ts'
import { Dialog } from '../ui/dialog/dialog.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { TextSkeleton } from '../ui/states/skeleton.tsx'
import { TimeText } from '../ui/time/time-text.tsx'
import { LinkRows } from './link-rows.tsx'
import { NewLink } from './new-link.tsx'

interface InviteGuestProps {
  readonly meeting: { readonly id: MeetingId; readonly timeZone: string }
  /** Whether the server can be asked now. */
  readonly online: boolean
}

/** Lets somebody into this one meeting: makes links, shows who made which, and ends them. */
export function InviteGuest({ meeting, online }: InviteGuestProps) {
  const { t } = useTranslation()
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <button type="button" className="text-link text-small" disabled={!online} onClick={open}>
        {t('guest.invite.open')}
      </button>
      <Dialog opened={opened} onClose={close} title={t('guest.invite.title')}>
        <Links meeting={meeting} />
      </Dialog>
    </>
  )
}

function Links({ meeting: { id: meetingId, timeZone } }: Pick<InviteGuestProps, 'meeting'>) {
  const { t } = useTranslation()
  const { data, error, refetch } = useAsk(listGuestLinks, { params: { meetingId } })
  if (error !== null) return <RefusalNotice error={error} onAgain={() => void refetch()} />
  if (data === undefined) return <TextSkeleton lines={3} />
  return (
    <>
      {data.whyNot === null ? (
        <>
          <p className="soft">
            {t('guest.invite.about')} <TimeText at={data.until} zone={timeZone} />.
          </p>
          <NewLink meetingId={meetingId} />
        </>
      ) : (
        <p className="soft">{t(`guest.invite.${data.whyNot}`)}</p>
      )}
      <LinkRows meetingId={meetingId} links={data.links} />
    </>
  )
}
