import { Button } from '@mantine/core'
import { listGuestLinks, makeGuestLink } from '@rondo/shared/guest/contract.ts'
import type { MeetingId } from '@rondo/shared/kernel/id.ts'
import { useTranslation } from 'react-i18next'
import { useTell } from '../platform/ask.ts'
import { CopyLink } from '../ui/copy-link/copy-link.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'

/** Makes a link and hands it over to be sent; the secret is on screen once. */
export function NewLink({ meetingId }: { readonly meetingId: MeetingId }) {
  const { t } = useTranslation()
  const make = useTell(makeGuestLink, [listGuestLinks])
  return (
    <div className="guest-new-link">
      {make.error === null ? null : <RefusalNotice error={make.error} />}
      {make.data === undefined ? (
        <Button
          variant="filled"
          data-autofocus
          loading={make.isPending}
          onClick={() => make.mutate({ params: { meetingId } })}
        >
          {t('guest.invite.make')}
        </Button>
      ) : (
        <CopyLink
          label={t('guest.invite.link')}
          link={make.data.url}
          copy={t('guest.invite.copy')}
          copied={t('guest.invite.copied')}
        >
          {t('guest.invite.once')}
        </CopyLink>
      )}
    </div>
  )
}
