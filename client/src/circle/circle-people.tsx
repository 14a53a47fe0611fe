import type { Circle } from '@rondo/shared/circle/model.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { InviteDialog, useWho } from '../account/index.ts'
import { Avatar } from '../ui/avatar/avatar.tsx'
import { Section } from '../ui/section/section.tsx'
import { MakeHost, StepDown } from './host-actions.tsx'
import { LeaveCircle } from './leave-circle.tsx'
import { RemoveMember } from './remove-member.tsx'
import { freeSeats } from './room-for.ts'
import { useMay, useMayManage } from './use-may-manage.ts'
import { WaitingList } from './waiting-list.tsx'

/** Who sits here, in the order of joining, and the way to bring somebody in. */
export function CirclePeople({ circle }: { readonly circle: Circle }) {
  const { t } = useTranslation()
  const who = useWho()
  const [inviting, setInviting] = useState(false)
  const mine = circle.standing !== 'none'
  const mayManage = useMayManage(circle)
  const mayInvite = useMay('invite', circle)
  const invite =
    mayInvite && (mayManage || freeSeats(circle) > circle.waiting.length) ? (
      <button type="button" className="text-link" onClick={() => setInviting(true)}>
        {t('circle.people.invite')}
      </button>
    ) : undefined
  return (
    <Section title={t('circle.people.title')} {...(invite === undefined ? {} : { aside: invite })}>
      <ul className="circle-people">
        {circle.seats.map((seat) => {
          const person = who(seat.memberId)
          return (
            <li key={seat.memberId}>
              <Avatar name={person.name} colour={person.colour} size={28} decorative />
              <span>{person.isMe ? person.shown : person.name}</span>
              {seat.isHost ? <small>{t('circle.people.host')}</small> : null}
              {mayManage && !person.isMe && !seat.isHost ? (
                <MakeHost circle={circle} person={person} />
              ) : null}
              {mayManage && !person.isMe ? <RemoveMember circle={circle} person={person} /> : null}
            </li>
          )
        })}
      </ul>
      {mine ? <WaitingList circle={circle} /> : null}
      {mine ? <LeaveCircle circle={circle} /> : null}
      {mayManage && circle.seats.length > 1 ? (
        <p className="circle-leave">
          <StepDown circle={circle} />
        </p>
      ) : null}
      <InviteDialog
        opened={inviting}
        onClose={() => setInviting(false)}
        circle={circle}
        seated={circle.seats.map((seat) => seat.memberId)}
      />
    </Section>
  )
}
