import { Button } from '@mantine/core'
import { joinCircle, listCircles, readCircle } from '@rondo/shared/circle/contract.ts'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { readRotation } from '@rondo/shared/rotation/contract.ts'
import { listThreads, readThread } from '@rondo/shared/thread/contract.ts'
import { useTranslation } from 'react-i18next'
import { useMe } from '../account/index.ts'
import { useTell } from '../platform/ask.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import { AcceptFirst } from './accept-first.tsx'
import { mustWait } from './room-for.ts'
import { useMay } from './use-may-manage.ts'
import { WaitForSeat } from './wait-for-seat.tsx'
import './take-seat.css'

interface TakeSeatProps {
  readonly circle: Circle
  /** What a seat gives, or why one is needed here. */
  readonly words?: string
}

/**
 * What stands between somebody who may read a circle and taking part in it: a seat that is one press away, a place on the list where all
 * are taken, or what was agreed before they came.
 */
export function TakeSeat({ circle, words }: TakeSeatProps) {
  const { t } = useTranslation()
  const me = useMe()
  const may = useMay('join', circle)
  const join = useTell(joinCircle, [listCircles, readCircle, readRotation, listThreads, readThread])
  if (circle.mustAccept && circle.status !== 'archived') return <AcceptFirst circle={circle} />
  if (me === undefined || !may) return null
  if (mustWait(circle, me.id)) return <WaitForSeat circle={circle} />
  return (
    <div className="take-seat">
      <p>{words ?? t('circle.seat.about')}</p>
      <Button
        variant="filled"
        loading={join.isPending}
        onClick={() => join.mutate({ params: { circleId: circle.id } })}
      >
        {t('circle.seat.take')}
      </Button>
      {join.error === null ? null : <RefusalNotice error={join.error} />}
    </div>
  )
}
