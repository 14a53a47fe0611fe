import { Button } from '@mantine/core'
import { joinCircle, listCircles, readCircle } from '@rondo/shared/circle/contract.ts'
import { may } from '@rondo/shared/circle/may.ts'
import type { Circle } from '@rondo/shared/circle/model.ts'
import { readRotation } from '@rondo/shared/rotation/contract.ts'
import { listThreads, readThread } from '@rondo/shared/thread/contract.ts'
import { useTranslation } from 'react-i18next'
import { useMe } from '../account/index.ts'
import { useTell } from '../platform/ask.ts'
import { RefusalNotice } from '../ui/states/refusal-notice.tsx'
import './take-seat.css'

interface TakeSeatProps {
  readonly circle: Circle
  /** What a seat gives, or why one is needed here. */
  readonly words?: string
}

/** For somebody who may read an open circle and does not sit in it yet: one press and they do. */
export function TakeSeat({ circle, words }: TakeSeatProps) {
  const { t } = useTranslation()
  const me = useMe()
  const join = useTell(joinCircle, [listCircles, readCircle, readRotation, listThreads, readThread])
  const thing = { kind: 'circle', ...circle } as const
  if (me === undefined || !may({ memberId: me.id, role: me.role }, 'join', thing)) return null
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
