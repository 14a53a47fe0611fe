import { Button } from '@mantine/core'
import { invite, listInvitations } from '@rondo/shared/account/contract.ts'
import type { CircleId, MemberId } from '@rondo/shared/kernel/id.ts'
import { useTranslation } from 'react-i18next'
import { useTell } from '../platform/ask.ts'
import { CopyLink } from '../ui/copy-link/copy-link.tsx'
import { Dialog } from '../ui/dialog/dialog.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { DayText } from '../ui/time/time-text.tsx'
import { SeatPicker } from './seat-picker.tsx'
import './invite.css'

interface InviteDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  /** With a circle, whoever follows the link takes a seat in it. */
  readonly circle?: { readonly id: CircleId; readonly name: string }
  /** Who sits in that circle already: others who have an account can be given a seat without a link. */
  readonly seated?: readonly MemberId[]
}

/** Makes a link for one person and hands it over to be sent. */
export function InviteDialog({ opened, onClose, circle, seated }: InviteDialogProps) {
  const { t } = useTranslation()
  const make = useTell(invite, [listInvitations])
  const close = () => {
    onClose()
    make.reset()
  }
  return (
    <Dialog
      opened={opened}
      onClose={close}
      title={
        circle === undefined
          ? t('account.invite.title')
          : t('account.invite.titleCircle', { circle: circle.name })
      }
    >
      {circle === undefined || seated === undefined ? null : <SeatPicker circle={circle} seated={seated} />}
      {make.data === undefined ? (
        <div className="invite">
          <p className="soft">
            {t(circle === undefined ? 'account.invite.about' : 'account.invite.aboutNew')}
          </p>
          {make.error === null ? null : <RefusalNotice error={make.error} />}
          <Button
            variant="filled"
            data-autofocus
            loading={make.isPending}
            onClick={() => make.mutate({ body: circle === undefined ? {} : { circleId: circle.id } })}
          >
            {t('account.invite.make')}
          </Button>
        </div>
      ) : (
        <CopyLink
          label={t('account.invite.link')}
          link={make.data.link}
          copy={t('account.invite.copy')}
          copied={t('account.invite.copied')}
        >
          {t('account.invite.once')} {t('account.invite.expires')} <DayText at={make.data.expiresAt} />.
        </CopyLink>
      )}
    </Dialog>
  )
}
