import { Button } from '@mantine/core'
import { listGuestLinks, revokeGuestLink } from '@rondo/shared/guest/contract.ts'
import type { GuestLink } from '@rondo/shared/guest/model.ts'
import type { MeetingId } from '@rondo/shared/kernel/id.ts'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { useTell } from '../platform/ask.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { DayText } from '../ui/time/time-text.tsx'
import './invite-guest.css'

interface LinkRowsProps {
  readonly meetingId: MeetingId
  readonly links: readonly GuestLink[]
}

/** Every link of the meeting: who made it, when, how many came; and a way to end it. */
export function LinkRows({ meetingId, links }: LinkRowsProps) {
  const { t } = useTranslation()
  const who = useWho()
  const revoke = useTell(revokeGuestLink, [listGuestLinks])
  if (links.length === 0) return null
  return (
    <section className="guest-links">
      <h3 className="text-small">{t('guest.invite.made')}</h3>
      {revoke.error === null ? null : <RefusalNotice error={revoke.error} />}
      <ul className="rows">
        {links.map((link) => (
          <li key={link.id} className="guest-link-row">
            <span>
              {who(link.madeBy).shown}, <DayText at={link.madeAt} />
              <small>{t('guest.invite.came', { count: link.guests })}</small>
            </span>
            {link.revokedAt === null ? (
              <Button
                size="xs"
                aria-label={t('guest.invite.revokeNamed', { name: who(link.madeBy).shown })}
                loading={revoke.isPending && revoke.variables.params.guestLinkId === link.id}
                onClick={() => revoke.mutate({ params: { meetingId, guestLinkId: link.id } })}
              >
                {t('guest.invite.revoke')}
              </Button>
            ) : (
              <span className="text-small faint">{t('guest.invite.ended')}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
