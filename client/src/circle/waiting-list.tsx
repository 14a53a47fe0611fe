import { Button } from '@mantine/core'
import { listCircles, readCircle, seatMember } from '@rondo/shared/circle/contract.ts'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { readRotation } from '@rondo/shared/rotation/contract.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWho } from '../account/index.ts'
import { useTell } from '../platform/ask.ts'
import { Avatar } from '../ui/avatar/avatar.tsx'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { freeSeats } from './room-for.ts'
import { SplitDialog } from './split-dialog.tsx'
import { useMayManage } from './use-may-manage.ts'

/** Who waits, for the circle's own people; a host lets somebody in all the same, or makes a second circle. */
export function WaitingList({ circle }: { readonly circle: Circle }) {
  const { t } = useTranslation()
  const who = useWho()
  const mayManage = useMayManage(circle)
  const seat = useTell(seatMember, [listCircles, readCircle, readRotation])
  const [splitting, setSplitting] = useState(false)
  const isFull = freeSeats(circle) === 0
  if (!isFull && circle.waiting.length === 0) return null
  const letIn = (memberId: Circle['waiting'][number]) =>
    seat.mutate({ params: { circleId: circle.id }, body: { memberId, beyondLimit: true } })
  return (
    <div className="circle-waiting">
      {isFull ? <p className="soft">{t('circle.waiting.taken', { count: circle.seats.length })}</p> : null}
      {circle.waiting.length === 0 ? null : (
        <>
          <h3>{t('circle.waiting.title')}</h3>
          <ul className="circle-people">
            {circle.waiting.map((memberId) => {
              const person = who(memberId)
              return (
                <li key={memberId}>
                  <Avatar name={person.name} colour={person.colour} size={28} state="waiting" decorative />
                  <span>{person.shown}</span>
                  {mayManage ? (
                    <Button
                      className="waiting-let-in"
                      size="compact-sm"
                      variant="subtle"
                      aria-label={t('circle.waiting.letInWho', { name: person.name })}
                      loading={seat.isPending}
                      onClick={() => letIn(memberId)}
                    >
                      {t('circle.waiting.letIn')}
                    </Button>
                  ) : null}
                </li>
              )
            })}
          </ul>
        </>
      )}
      {seat.error === null ? null : <RefusalNotice error={seat.error} />}
      {mayManage && circle.seats.length > 2 ? (
        <p>
          <button type="button" className="text-link" onClick={() => setSplitting(true)}>
            {t('circle.split.open')}
          </button>
        </p>
      ) : null}
      {splitting ? <SplitDialog circle={circle} onClose={() => setSplitting(false)} /> : null}
    </div>
  )
}
